import { expect, it } from 'vitest';
import { z } from 'zod';
import { canonicalJson, hashJson } from '../../../../src/kernel/json/canonicalJson.ts';
import { decodeDocument } from '../../../../src/kernel/json/parseInput.ts';

it('the order of keys changes neither the text nor the hash', () => {
  const [a, b] = [
    { title: '脸谱', year: 1e21, parts: [1, -0] },
    { parts: [1, 0], year: 1e21, title: '脸谱' },
  ];
  expect(canonicalJson(a)).toBe('{"parts":[1,0],"title":"脸谱","year":1e+21}');
  expect(hashJson(a)).toBe(hashJson(b));
});

it('what JSON cannot hold is refused', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  for (const bad of [NaN, Infinity, 1n, undefined, '\ud800', { x: NaN }, cycle]) {
    expect(() => canonicalJson(bad)).toThrow(expect.objectContaining({ code: 'json-malformed' }));
  }
});

it('a document is taken in its one canonical form, and no deeper than documents are', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(decodeDocument(z.json(), bytes('{"a":[1,{"b":2}]}'))).toEqual({ a: [1, { b: 2 }] });
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  for (const [text, code] of [
    ['{"b":1,"a":2}', 'json-malformed'],
    ['{"a": 1}', 'json-malformed'],
    ['{"a":1.0}', 'json-malformed'],
    ['{', 'json-malformed'],
    [deep, 'input-invalid'],
  ] as const) {
    expect(() => decodeDocument(z.json(), bytes(text))).toThrow(expect.objectContaining({ code }));
  }
});
