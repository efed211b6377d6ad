import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireUniqueNames } from '../../../../src/kernel/json/requireUniqueNames.ts';

const refused = (name: string) =>
  expect.objectContaining({ code: 'json-malformed', details: { name } }) as unknown;

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['[{"b":{"a":[],"c":1,"a":{}}}]', 'a'],
  ['{"a":"}","a":1}', 'a'],
  ['{"a\\\\":"\\"","a\\\\":1}', 'a\\'],
  ['{"":1, "":2}', ''],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
])('%s is refused', (text, name) => {
  JSON.parse(text);
  expect(() => requireUniqueNames(text)).toThrow(refused(name));
});

it.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":2}]', '{"a":"\\"a\\":","b":["a","a"]}', '"a"', '1', '[]'])(
  '%s has each name once',
  (text) => {
    JSON.parse(text);
    expect(() => requireUniqueNames(text)).not.toThrow();
  },
);

it('what was written from a value passes, and with one of its names again it does not', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      requireUniqueNames(text);
      const value = JSON.parse(text) as unknown;
      const [name] =
        typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
      if (name === undefined) return;
      const twice = `${text.trimEnd().slice(0, -1)},${JSON.stringify(name)}:0}`;
      JSON.parse(twice);
      expect(() => requireUniqueNames(twice)).toThrow(refused(name));
    }),
  );
});

it('a megabyte of backslashes and quotes takes no time', () => {
  const text = JSON.stringify({ a: '\\"'.repeat(250_000) });
  const before = performance.now();
  requireUniqueNames(text);
  expect(performance.now() - before).toBeLessThan(500);
});
