import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonFault } from '../../../../src/kernel/json/findJsonFault.ts';

it.each<[string, number]>([
  ['', 0],
  ['{', 1],
  ['[1,\n\n', 3],
  ['[1 2]', 3],
  ['[1,]', 3],
  ['{"a" 1}', 5],
  ['{"a":}', 5],
  ['{1:2}', 1],
  ['{"a":1,}', 7],
  ['{} {}', 3],
  ['01', 0],
  ['[1.]', 1],
  ['nul', 0],
  ['["\\x"]', 1],
  ['"a\nb"', 0],
  ['[1}', 2],
])('%j breaks off at %i', (text, at) => {
  expect(() => JSON.parse(text) as unknown).toThrow();
  expect(findJsonFault(text)).toBe(at);
});

it('of JSON that is cut short, all that is there is good but a half token', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      const start = text.slice(0, cut % text.length);
      const at = findJsonFault(start);
      expect(start.slice(at)).toMatch(/^$|^(?:"|[-\dtfn])/);
      expect(findJsonFault(text.slice(0, at))).toBe(text.slice(0, at).trimEnd().length);
    }),
  );
});

it('of JSON with a sign that is none, nothing behind the sign is good', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, place) => {
      const at = place % (text.length + 1);
      const spoilt = `${text.slice(0, at)}\u0001${text.slice(at)}`;
      expect(() => JSON.parse(spoilt) as unknown).toThrow();
      expect(findJsonFault(spoilt)).toBeLessThanOrEqual(at);
    }),
  );
});
