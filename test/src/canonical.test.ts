import { expect, it } from 'vitest';
import { canonicalJson, hashJson } from '../../src/canonical.ts';

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
