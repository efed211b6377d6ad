import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { parseInput } from '../src/kernel/json/parseInput.ts';
import { readJson } from '../src/kernel/json/readJson.ts';
import { LedgerError } from '../src/kernel/LedgerError.ts';
import { message } from '../src/messages/Message.ts';
import { toLine } from './locate.ts';
import type { JsonPath } from './locate.ts';
import { findBreaches } from './rules.ts';
import { seedFiles } from './schema.ts';
import type { SeedDerivative, Seeds, SeedWork } from './schema.ts';

/**
 * Reads the seeds of a folder: `people terms heritage masks derivatives`, each a JSON list.
 *
 * Derivatives come back with every source before what was made from it, in whatever order the file has them.
 *
 * @throws LedgerError `json-malformed` or `input-invalid`, naming file, line and field, what was
 * expected and what came; `details` holds `{ file, line, field, expected, got }` of the first problem.
 */
export async function loadSeeds(directory: string): Promise<Seeds> {
  const names = Object.keys(seedFiles) as (keyof Seeds)[];
  const texts = new Map<keyof Seeds, string>();
  for (const name of names) texts.set(name, await read(directory, name));

  const parse = <T>(name: keyof Seeds, schema: z.ZodType<T>): T =>
    parseFile(name, texts.get(name) ?? '', schema);
  const seeds: Seeds = {
    people: parse('people', seedFiles.people),
    terms: parse('terms', seedFiles.terms),
    heritage: parse('heritage', seedFiles.heritage),
    masks: parse('masks', seedFiles.masks),
    derivatives: parse('derivatives', seedFiles.derivatives),
  };
  const places = new Map(seeds.derivatives.map((work, index) => [work, index]));
  const sorted = sourcesFirst(seeds.derivatives, (index, chain) => {
    throw problem('derivatives', texts.get('derivatives') ?? '', [index, 'sources'], 'no cycle', chain);
  });
  const [breach] = findBreaches({ ...seeds, derivatives: sorted });
  if (breach !== undefined) {
    const path = [...breach.path];
    if (breach.file === 'derivatives') path[0] = places.get(sorted[Number(path[0])] as SeedDerivative) ?? 0;
    throw problem(breach.file, texts.get(breach.file) ?? '', path, breach.expected, breach.got);
  }
  return { ...seeds, derivatives: sorted };
}

/** Every work of the seeds, sources first. */
export function worksOf(seeds: Seeds): SeedWork[] {
  return [...seeds.heritage, ...seeds.masks, ...seeds.derivatives];
}

async function read(directory: string, name: string): Promise<string> {
  try {
    return await readFile(join(directory, `${name}.json`), 'utf8');
  } catch (cause) {
    throw new LedgerError(
      'input-invalid',
      message('errors.seeds-file', { file: join(directory, `${name}.json`) }),
      {
        cause,
      },
    );
  }
}

function parseFile<T>(name: keyof Seeds, text: string, schema: z.ZodType<T>): T {
  const file = `${name}.json`;
  let value: unknown;
  try {
    value = readJson(text);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    const fault = message('errors.at-field', { field: file, fault: cause.translatable });
    throw new LedgerError(cause.code, fault, { cause, details: { file, ...cause.details } });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  const [place, field] = [`${file}:${toLine(text, path)}`, path.map(String).join('.')];
  try {
    return parseInput(schema, value);
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new LedgerError(
      'input-invalid',
      message('errors.at-field', { field: place, fault: cause.translatable }),
      {
        cause,
        details: { file, line: toLine(text, path), field, ...cause.details },
      },
    );
  }
}

/** Depth first, so the order is that of the file where nothing forces another. */
function sourcesFirst(
  works: readonly SeedDerivative[],
  onCycle: (index: number, chain: string) => never,
): SeedDerivative[] {
  const byId = new Map(works.map((work, index) => [work.id, { work, index }]));
  const done = new Set<SeedDerivative>();
  const visit = (work: SeedDerivative, index: number, chain: readonly string[]): void => {
    if (done.has(work)) return;
    if (chain.includes(work.id)) onCycle(index, [...chain, work.id].join(' → '));
    for (const source of work.sources) {
      const next = byId.get(source.work);
      if (next !== undefined) visit(next.work, next.index, [...chain, work.id]);
    }
    done.add(work);
  };
  works.forEach((work, index) => visit(work, index, []));
  return [...done];
}

function problem(
  name: keyof Seeds,
  text: string,
  path: JsonPath,
  expected: string,
  got: string,
): LedgerError {
  const file = `${name}.json`;
  const line = toLine(text, path);
  const field = path.map(String).join('.');
  return new LedgerError(
    'input-invalid',
    message('errors.seeds-line', { file, line, field, expected, got }),
    {
      details: { file, line, field, expected, got },
    },
  );
}
