import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJson } from '../../../../src/kernel/json/readJson.ts';

it('JSON is parsed as JSON.parse does, in any layout', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), fc.integer({ min: 0, max: 4 }), (value, space) => {
      const text = JSON.stringify(value, null, space);
      // What JSON.stringify escapes are lone surrogates, which are refused.
      fc.pre(!/\\ud[89a-f]/.test(text));
      // Numbers that no 53 bits hold are written by it, too.
      fc.pre(!(text.match(/-?\d{16,}/g) ?? []).some((digits) => !Number.isSafeInteger(Number(digits))));
      // A member named __proto__ is refused, whatever it holds.
      fc.pre(!text.includes('"__proto__":'));
      expect(readJson(text)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

it('a name twice is seen in any layout, whatever the other texts look like', () => {
  const space = fc.constantFrom('', ' ', '\n\t');
  const texts = fc.constantFrom(
    '"a"',
    '":"',
    '"\\""',
    '","',
    '""',
    '1',
    'null',
    '["a","a"]',
    '{"a":1}',
    '1.5',
  );
  const members = fc.array(
    fc.tuple(space, fc.constantFrom('"a"', '"b"', '"c"', '"\\u0061"', '":"'), space, texts),
  );
  fc.assert(
    fc.property(members, (list) => {
      const names = list.map(([, name]) => JSON.parse(name) as string);
      const json = `{${list.map(([before, name, after, value]) => `${before}${name}${after}:${before}${value}`).join(',')}}`;
      if (new Set(names).size === names.length) expect(readJson(json)).toEqual(JSON.parse(json));
      else expect(() => readJson(json)).toThrow(expect.objectContaining({ code: 'json-malformed' }));
    }),
    { numRuns: 1000 },
  );
});

it.each([
  '{"a":1,"a":2}',
  '{"a":1, "b": {"c": [1], "c": 2}}',
  '{"a":1,"\\u0061":2}',
  '[{"x":1},{"x":1,"y":"\\"x\\":","x":2}]',
  '9007199254740992',
  '9007199254740993',
  '[-9007199254740992]',
  '{"n": -9007199254740992}',
  '1e400',
  '"\\ud800"',
  '{"\\udc00": 1}',
  '"\\ud83d"',
  '{',
  '',
  'undefined',
])('%s is refused', (text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: 'json-malformed' }));
});

it.each(['{"__proto__":""}', '{"a":[{"\\u005f_proto__":1}]}'])('%s is refused for its name', (text) => {
  expect(() => readJson(text)).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      message: 'expected JSON without a member named __proto__, got one',
    }),
  );
});

it('what looks like it and is not is taken', () => {
  for (const text of [
    '{"a":{"x":1},"b":{"x":1}}',
    '["\\"a\\":", "\\"a\\":"]',
    '{"a":"{\\"a\\":1}"}',
    '"\\ud83d\\ude00"',
    '1.50',
  ]) {
    expect(readJson(text)).toEqual(JSON.parse(text));
  }
});
