import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate:evaluator` asks: all of the evaluator and of a check, none of which needs a chain. */
export default defineConfig({
  test: {
    include: ['test/src/odrl/*/*.test.ts', 'test/src/check/**/*.test.ts'],
    exclude: ['test/src/odrl/compare/**'],
    testTimeout: 60_000,
    isolate: false,
    pool: 'threads',
  },
});
