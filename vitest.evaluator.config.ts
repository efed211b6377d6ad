import { defineConfig } from 'vitest/config';

const deciding = ['answers', 'decide', 'decideAmong', 'duties', 'gather', 'model', 'statedFacts'];

/** The tests that `npm run mutate:evaluator` asks. */
export default defineConfig({
  test: {
    include: ['test/src/odrl/*.test.ts', `test/src/licence/{${deciding.join(',')}}.test.ts`],
    testTimeout: 60_000,
    isolate: false,
    pool: 'threads',
  },
});
