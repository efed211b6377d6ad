import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, mergeKeys, openRun, probeOf, sortKeys, writeRun, type SubjectRun } from './subjectRun.ts';

/** Finds entries by what they are about. It holds nothing that is not in the log, and is made anew from there. */
export interface Subjects {
  /** How many entries it knows of. */
  size(): number;
  /** Adds the entry that follows. */
  add(subject: Uint8Array): void;
  /** Entries that may be about a subject, in the order of the log. */
  find(subject: Uint8Array): number[];
  close(): void;
}

/** Entries kept in memory before they are written as a run. */
const youngLength = 2 ** 16;
/** Runs of one length that are made into one. */
const fanOut = 16;

/** Opens the index in a folder of its own. What is missing of it is for the caller to add. */
export function openSubjects(folder: string): Subjects {
  mkdirSync(folder, { recursive: true });
  let runs = openRuns(folder);
  let first = runs.reduce((size, run) => size + run.count, 0);
  let young = new Map<number, number[]>();
  let keys: number[] = [];

  const write = (from: number, numbers: BigUint64Array): SubjectRun => {
    const file = fileOf(folder, from, numbers.length);
    writeRun(file, numbers);
    return openRun(file, from, numbers.length);
  };
  const seal = () => {
    runs.push(write(first, sortKeys(Float64Array.from(keys))));
    first += keys.length;
    [young, keys] = [new Map(), []];
    const small = runs.filter(({ count }) => count === youngLength);
    if (small.length < fanOut) return;
    runs = [...runs.slice(0, -fanOut), write(small[0]?.first ?? 0, mergeKeys(small))];
    for (const run of small) remove(folder, run);
  };

  return {
    size: () => first + keys.length,
    add(subject) {
      const key = keyOf(subject);
      const place = first + keys.length;
      const known = young.get(key);
      if (known === undefined) young.set(key, [place]);
      else known.push(place);
      keys.push(key);
      if (keys.length === youngLength) seal();
    },
    find(subject) {
      const probe = probeOf(keyOf(subject));
      const found: number[] = [];
      for (const run of runs) {
        const places = run.find(probe);
        if (places.length > 0) found.push(...places);
      }
      return [...found, ...(young.get(probe.key) ?? [])];
    },
    close: () => runs.forEach((run) => run.close()),
  };
}

/** The runs from the first entry on without a gap, the longest of each place; others are left from an interruption. */
function openRuns(folder: string): SubjectRun[] {
  const found = readdirSync(folder)
    .map((name) => /^(\d+)-(\d+)$/.exec(name))
    .filter((match) => match !== null)
    .map(([, first, count]) => ({ first: Number(first), count: Number(count) }))
    .sort((a, b) => a.first - b.first || b.count - a.count);
  const runs: SubjectRun[] = [];
  let size = 0;
  for (const { first, count } of found) {
    if (first !== size) {
      rmSync(fileOf(folder, first, count));
      continue;
    }
    runs.push(openRun(fileOf(folder, first, count), first, count));
    size += count;
  }
  return runs;
}

function remove(folder: string, run: SubjectRun): void {
  run.close();
  rmSync(fileOf(folder, run.first, run.count));
}

function fileOf(folder: string, first: number, count: number): string {
  return join(folder, `${first}-${count}`);
}
