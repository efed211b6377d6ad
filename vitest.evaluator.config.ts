import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutate:evaluator` asks. */
export default defineConfig({
  test: { include: ['test/src/odrl/*.test.ts'], testTimeout: 60_000, isolate: false, pool: 'threads' },
});
