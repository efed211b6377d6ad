import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCache } from '../../../src/kernel/createCache.ts';

it('a cache returns the last value of a key or nothing, never another, and stays within its limit', () => {
  const step = fc.tuple(fc.constantFrom('set', 'get', 'delete'), fc.nat({ max: 12 }), fc.nat());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 2, max: 10 }), (steps, limit) => {
      const cache = createCache<number, number>(limit);
      const all = new Map<number, number>();
      for (const [act, key, value] of steps) {
        if (act === 'set') {
          cache.set(key, value);
          all.set(key, value);
        } else if (act === 'delete') {
          cache.delete(key);
          all.delete(key);
        } else if (cache.get(key) !== undefined) expect(cache.get(key)).toBe(all.get(key));
      }
      const kept = [...all.keys()].filter((key) => cache.get(key) !== undefined);
      expect(kept.length).toBeLessThanOrEqual(limit + 1);
    }),
  );
});

it('what was used lately outlives what was not', () => {
  const cache = createCache<number, number>(8);
  cache.set(0, 0);
  for (let key = 1; key < 100; key += 1) {
    cache.set(key, key);
    expect(cache.get(0)).toBe(0);
  }
  expect(cache.get(1)).toBeUndefined();
});
