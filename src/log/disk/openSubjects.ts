import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toKey, mergeKeys, openRun, toProbe, sortKeys, writeRun, type SubjectRun } from './subjectRun.ts';

/** Finds entries by what they are about. It holds nothing that is not in the log, and is made anew from there. */
interface Subjects {
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

/**
 * Opens the index in a folder of its own. What is missing of it is for the caller to add.
 *
 * @param isFiltered Whether most of what is looked for is not there, and is to be told so from memory.
 */
export function openSubjects(folder: string, { isFiltered }: { isFiltered: boolean }): Subjects {
  mkdirSync(folder, { recursive: true });
  let runs = openRuns(folder, isFiltered);
  let first = runs.reduce((size, run) => size + run.count, 0);
  /** By key the place of an entry; of several the later ones, too. */
  let young = new Map<number, number>();
  let later = new Map<number, number[]>();
  const keys = new Float64Array(youngLength);
  let held = 0;

  const write = (from: number, numbers: BigUint64Array): SubjectRun => {
    const file = toPath(folder, from, numbers.length);
    writeRun(file, numbers);
    return openRun(file, { first: from, count: numbers.length }, isFiltered, numbers);
  };
  const seal = () => {
    runs.push(write(first, sortKeys(keys)));
    first += held;
    young = new Map();
    later = new Map();
    held = 0;
    const small = runs.filter(({ count }) => count === youngLength);
    if (small.length < fanOut) return;
    runs = [...runs.slice(0, -fanOut), write(small[0]?.first ?? 0, mergeKeys(small))];
    for (const run of small) remove(folder, run);
  };

  return {
    size: () => first + held,
    add(subject) {
      const key = toKey(subject);
      const place = first + held;
      const more = later.get(key);
      if (!young.has(key)) young.set(key, place);
      else if (more === undefined) later.set(key, [place]);
      else more.push(place);
      keys[held++] = key;
      if (held === youngLength) seal();
    },
    find(subject) {
      const probe = toProbe(toKey(subject));
      const found: number[] = [];
      for (const run of runs) {
        const places = run.find(probe);
        if (places.length > 0) found.push(...places);
      }
      const place = young.get(probe.key);
      if (place !== undefined) found.push(place, ...(later.get(probe.key) ?? []));
      return found;
    },
    close: () => runs.forEach((run) => run.close()),
  };
}

/** The runs from the first entry on without a gap, the longest of each place; others are left from an interruption. */
function openRuns(folder: string, isFiltered: boolean): SubjectRun[] {
  const found = readdirSync(folder)
    .map((name) => /^(\d+)-(\d+)$/.exec(name))
    .filter((match) => match !== null)
    .map(([, first, count]) => ({ first: Number(first), count: Number(count) }))
    .sort((a, b) => a.first - b.first || b.count - a.count);
  const runs: SubjectRun[] = [];
  let size = 0;
  for (const { first, count } of found) {
    if (first !== size) {
      rmSync(toPath(folder, first, count));
      continue;
    }
    runs.push(openRun(toPath(folder, first, count), { first, count }, isFiltered));
    size += count;
  }
  return runs;
}

function remove(folder: string, run: SubjectRun): void {
  run.close();
  rmSync(toPath(folder, run.first, run.count));
}

function toPath(folder: string, first: number, count: number): string {
  return join(folder, `${first}-${count}`);
}
