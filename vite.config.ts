import { readFileSync } from 'node:fs';
import { iso31661, iso31662 } from 'iso-3166';
import { IntlMessageFormat } from 'intl-messageformat';
import { defineConfig, type Plugin } from 'vite';
import { plainText } from './src/messages/createFormat.ts';

/** The pages are a static folder that the service serves from its root. */
export default defineConfig({
  root: `${import.meta.dirname}/src/web`,
  base: './',
  publicDir: false,
  plugins: [parsedTexts(), codesOfTerritories(), licenceOfFont()],
  resolve: {
    alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' },
  },
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

/** The catalogue as its formatter reads it, so that no page ships a parser of ICU MessageFormat. */
function parsedTexts(): Plugin {
  const parsed = (text: string) =>
    plainText.test(text) ? text : new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst();
  return {
    name: 'parsed-texts',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/messages\/\w+\/.+\.json$/ },
      handler: (json) => {
        const texts = Object.entries(JSON.parse(json) as Record<string, string>);
        return JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, parsed(text)])));
      },
    },
  };
}

/** The codes of ISO 3166 without the names of places, which no page shows: a twentieth of the package. */
function codesOfTerritories(): Plugin {
  const countries = iso31661.map(({ alpha2, alpha3, numeric }) => `${alpha2} ${alpha3} ${numeric}`);
  const parts = Map.groupBy(iso31662, ({ parent }) => parent);
  const subdivisions = [...parts].map(([parent, all]) => [parent, ...all.map(({ code }) => code.slice(3))]);
  const modules: Record<string, string> = {
    '1.js': `export const iso31661 = ${JSON.stringify(countries.join())}.split(',').map((line) => {
      const [alpha2, alpha3, numeric] = line.split(' ');
      return { alpha2, alpha3, numeric };
    });`,
    '2.js': `export const iso31662 = ${JSON.stringify(subdivisions.map((line) => line.join(' ')).join())}.split(',').flatMap((line) => {
      const [parent, ...rest] = line.split(' ');
      return rest.map((end) => ({ code: parent.slice(0, 2) + '-' + end, parent }));
    });`,
  };
  return {
    name: 'codes-of-territories',
    enforce: 'pre',
    load: (id) => modules[/\/iso-3166\/(.+)$/.exec(id)?.[1] ?? ''],
  };
}

/** The licence of the Chinese font (OFL 1.1) stands beside its files. */
function licenceOfFont(): Plugin {
  const folder = `${import.meta.dirname}/node_modules/@fontsource-variable/noto-sans-sc`;
  return {
    name: 'licence-of-font',
    generateBundle() {
      const source = readFileSync(`${folder}/LICENSE`, 'utf8');
      this.emitFile({ type: 'asset', fileName: 'assets/noto-sans-sc.OFL.txt', source });
    },
  };
}
