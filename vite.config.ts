import { defineConfig } from 'vite';

/** The pages are a static folder that the service serves from its root. */
export default defineConfig({
  root: `${import.meta.dirname}/src/web`,
  base: './',
  publicDir: false,
  build: {
    outDir: `${import.meta.dirname}/dist/web`,
    emptyOutDir: true,
    target: 'es2022',
    // The service's Content-Security-Policy allows files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What a reader starts with is one script, also where pages that come later share parts of it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'index', tags: ['$initial'] }] } } },
    // One chunk is larger than the default allows: ethers, which no page loads.
    chunkSizeWarningLimit: 600,
  },
});
