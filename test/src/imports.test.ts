import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { findCircles } from '../support/findCircles.ts';
import { parseImports, readImports, type Import } from '../support/readImports.ts';

/** A later stage knows earlier ones, never the reverse. */
const stages = [
  'work',
  'process',
  'assistance',
  'terms',
  'check',
  'bulk',
  'usage',
  'royalty',
  'trace',
  'verify',
];
/** What every stage may know: it knows no stage. */
const base = ['messages', 'kernel', 'odrl', 'log', 'ports'];
/** What users touch: they import verbs, and nothing imports them but each other in this order. */
const edges = ['sdk', 'api', 'cli', 'web'];
const src = 'src';

const everywhere = await readImports([src, 'scripts', 'seeds', 'packages']);
const imports = everywhere.filter(({ from }) => from.startsWith(`${src}/`));
const inner = imports.filter(({ to }) => to.startsWith(`${src}/`));
const toFolder = (file: string) => {
  const [, first, second] = file.split('/');
  return second === undefined ? '' : (first ?? '');
};
const breaches = (wrong: (one: Import) => boolean, of = inner) =>
  of.filter(wrong).map(({ from, to }) => `${from} → ${to}`);

it('the imports of all source files were read', () => {
  expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(60);
  expect(inner.length).toBeGreaterThan(200);
});

it('imports are read in every form', () => {
  const forms = [
    "import { a } from 'x'",
    "import {\n  a,\n  b,\n} from 'x'",
    "import * as a from 'x'",
    "import a from 'x'",
    "import 'x'",
    "export * from 'x'",
    "export { a } from 'x'",
    "const a = await import('x')",
    "let a: import('x').A",
    "import type { A } from 'x'",
    "export type { A } from 'x'",
  ];
  const read = forms.flatMap((form) => parseImports(`'use strict';\n${form};\n`));
  expect(read.map(({ place }) => place)).toEqual(forms.map(() => 'x'));
  expect(read.filter(({ typeOnly }) => typeOnly).length).toBe(2);
});

it('no files import each other in a circle, by value or by type', () => {
  const names = findCircles(everywhere).map((files) => files.map((file) => basename(file, '.ts')).toSorted());
  expect(names).toEqual([]);
});

it('circles of any length are found, and files that only lead to one are not of it', () => {
  const ways = ['a b', 'b c', 'c a', 'lead a', 'c end', 'd e', 'e d', 'self self'];
  const imports = ways.map((way) => way.split(' ')).map(([from = '', to = '']) => ({ from, to }));
  expect(findCircles(imports)).toEqual([['a', 'b', 'c'], ['d', 'e'], ['self']]);
});

it('stages import backwards along the story only', () => {
  const later = ({ from, to }: Import) => {
    const [at, of] = [stages.indexOf(toFolder(from)), stages.indexOf(toFolder(to))];
    return at >= 0 && of > at;
  };
  expect(breaches(later)).toEqual([]);
});

it('stages do no I/O: they know neither chain nor store nor files, only the ledger they are given', () => {
  const atWork = /^src\/(bulk|process\/recorder|verify\/grounds)\//;
  const pure = (file: string) => stages.includes(toFolder(file)) && !atWork.test(file);
  const allowed = [...stages, ...base];
  expect(breaches(({ from, to }) => pure(from) && !allowed.includes(toFolder(to)))).toEqual([]);
  const outside = imports.filter(({ to }) => !to.startsWith(`${src}/`));
  const packages = /^(zod|canonicalize|@noble\/.*|node:crypto)$/;
  expect(breaches(({ from, to }) => pure(from) && !packages.test(to), outside)).toEqual([]);
});

it('what proofs are verified against is the one place of verify that knows chain, store and index', () => {
  const grounds = ({ from }: Import) => from.startsWith('src/verify/grounds/');
  const allowed = ['verify', 'chain', 'store', 'index', 'check', ...base];
  expect(breaches((one) => grounds(one) && !allowed.includes(toFolder(one.to)))).toEqual([]);
});

it('the command line knows chain, store and index through the sdk only', () => {
  const wrong = ({ from, to }: Import) =>
    toFolder(from) === 'cli' && ['chain', 'store', 'index'].includes(toFolder(to));
  expect(breaches(wrong)).toEqual([]);
});

it('each stage declares the reads it needs: none imports the place where they are joined', () => {
  const joined = ({ from, to }: Import) => stages.includes(toFolder(from)) && to === `${src}/ports/Ledger.ts`;
  expect(breaches(joined)).toEqual([]);
});

it('odrl knows nothing of what is licensed, and does no I/O', () => {
  const wrong = ({ from, to }: Import) =>
    toFolder(from) === 'odrl' && !['odrl', 'messages', 'kernel'].includes(toFolder(to));
  expect(breaches(wrong)).toEqual([]);
  const outside = imports.filter(({ to }) => !to.startsWith(`${src}/`));
  const packages = /^(jsonld|iso-3166)$/;
  expect(breaches(({ from, to }) => toFolder(from) === 'odrl' && !packages.test(to), outside)).toEqual([]);
});

it('nothing imports what users touch, but cli and web use the sdk', () => {
  const wrong = ({ from, to }: Import) => {
    const [by, of] = [toFolder(from), toFolder(to)];
    if (!edges.includes(of) || by === of) return false;
    return !(of === 'sdk' && (by === 'cli' || by === 'web'));
  };
  expect(breaches(wrong)).toEqual([]);
});

it('the kernel knows no room, and the catalogue only its own', () => {
  const wrong = ({ from, to }: Import) =>
    (toFolder(from) === 'kernel' && !['kernel', 'messages'].includes(toFolder(to))) ||
    (toFolder(from) === 'messages' && toFolder(to) !== 'messages');
  expect(breaches(wrong)).toEqual([]);
});

it('only the chain’s folder connects to a chain', async () => {
  const connecting: string[] = [];
  for (const { from } of imports) {
    const text = await readFile(from, 'utf8');
    if (/new (JsonRpc|Browser|WebSocket|IpcSocket)Provider/.test(text)) connecting.push(toFolder(from));
  }
  expect([...new Set(connecting)]).toEqual(['chain']);
});
