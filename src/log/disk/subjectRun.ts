import { closeSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

/**
 * Which of a run of entries are about a subject.
 *
 * A run is a sorted list of 64-bit numbers in a file: the first 40 bits of a subject, then 24 bits of the entry's place
 * in the run. A key leads to the entries that may be about a subject, and these tell themselves: two subjects in a
 * million million share a key. What is kept in memory is the first key of each page, and a Bloom filter that says of
 * most keys that they are not in the list, without looking.
 */
export interface SubjectRun {
  /** The first entry of the run, and how many it has. */
  first: number;
  count: number;
  /** The entries that may be about a subject, by its key. */
  find(probe: Probe): readonly number[];
  /** The sorted list. */
  keys(): BigUint64Array;
  close(): void;
}

/** Entries a run can have: places in it are numbers of 24 bits. */
const runCapacity = 2 ** 24;
/** Bits of the filter for each entry; with three probes, one key in two hundred is looked for in vain. */
const bitsPerEntry = 16;
/** Numbers in a page: 4 KiB are read at once. */
const pageLength = 512;
const numberLength = 8;

const none: readonly number[] = [];

/** A subject's key: its first 40 bits, as a number. */
export function toKey(subject: Uint8Array): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = subject;
  return (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) * 2 ** 8 + e;
}

/** The sorted list of entries whose subjects have these keys, in order. */
export function sortKeys(subjectKeys: Float64Array): BigUint64Array {
  const keys = new BigUint64Array(subjectKeys.length);
  const halves = new Uint32Array(keys.buffer);
  subjectKeys.forEach((key, place) => {
    halves[2 * place] = (key % 2 ** 8) * 2 ** 24 + place;
    halves[2 * place + 1] = Math.floor(key / 2 ** 8);
  });
  return keys.sort();
}

/** The sorted list over runs that follow each other. */
export function mergeKeys(runs: readonly SubjectRun[]): BigUint64Array {
  const start = runs[0]?.first ?? 0;
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  if (count > runCapacity)
    throw new RangeError(`expected up to ${runCapacity} entries in a run, got ${count}`);
  const keys = new BigUint64Array(count);
  let at = 0;
  for (const run of runs) {
    const moved = BigInt(run.first - start);
    for (const key of run.keys()) keys[at++] = key + moved;
  }
  return keys.sort();
}

/** Writes a sorted list where it will be found; durable when it returns, and never half there. */
export function writeRun(file: string, keys: BigUint64Array): void {
  const draft = `${file}.new`;
  const descriptor = openSync(draft, 'w');
  try {
    writeSync(descriptor, new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}

/**
 * Opens a run that was written; it is the caller's to close.
 *
 * @param isFiltered Whether to keep a filter, two bytes for each entry.
 * @param sorted Its list, if it is at hand.
 */
export function openRun(
  file: string,
  { first, count }: Pick<SubjectRun, 'first' | 'count'>,
  isFiltered: boolean,
  sorted?: BigUint64Array,
): SubjectRun {
  const descriptor = openSync(file, 'r');
  const read = (from: number, to: number) => {
    const numbers = new BigUint64Array(to - from);
    readSync(descriptor, new Uint8Array(numbers.buffer), 0, numbers.byteLength, from * numberLength);
    return numbers;
  };
  const all = sorted ?? read(0, count);
  const filter = isFiltered ? toFilter(all) : undefined;
  const fences = new BigUint64Array(Math.ceil(count / pageLength));
  for (let page = 0; page < fences.length; page += 1) fences[page] = all[page * pageLength] ?? 0n;
  return {
    first,
    count,
    keys: () => read(0, count),
    close: () => closeSync(descriptor),
    find(probe) {
      if (filter !== undefined && !mayHold(filter, probe)) return none;
      const { key } = probe;
      const wanted = BigInt(key) << 24n;
      // The last page that begins below the key, and those after it that begin with it.
      let page = Math.max(0, lowerBound(fences, wanted) - 1);
      const places: number[] = [];
      for (; page < fences.length; page += 1) {
        if ((fences[page] ?? 0n) >> 24n > BigInt(key)) break;
        const numbers = read(page * pageLength, Math.min(count, (page + 1) * pageLength));
        for (let i = lowerBound(numbers, wanted); i < numbers.length; i += 1) {
          const number = numbers[i] ?? 0n;
          if (number >> 24n !== BigInt(key)) return places;
          places.push(first + Number(number & 0xffffffn));
        }
      }
      return places;
    },
  };
}

function lowerBound(numbers: BigUint64Array, wanted: bigint): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0n) < wanted) from = middle + 1;
    else to = middle;
  }
  return from;
}

function toFilter(keys: BigUint64Array): Uint8Array {
  const filter = new Uint8Array(Math.ceil((keys.length * bitsPerEntry) / 8));
  const bits = filter.length * 8;
  const halves = new Uint32Array(keys.buffer, keys.byteOffset, keys.length * 2);
  for (let i = 0; i < keys.length; i += 1) {
    const probe = toProbe((halves[2 * i + 1] ?? 0) * 2 ** 8 + ((halves[2 * i] ?? 0) >>> 24));
    for (let round = 0; round < probes; round += 1) {
      const bit = toBit(probe, round, bits);
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

function mayHold(filter: Uint8Array, probe: Probe): boolean {
  const bits = filter.length * 8;
  for (let round = 0; round < probes; round += 1) {
    const bit = toBit(probe, round, bits);
    if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

/** Where the filters of all runs are looked at for a key: from `start` in steps (Kirsch and Mitzenmacher). */
interface Probe {
  key: number;
  start: number;
  step: number;
}

const probes = 3;

/** Mixed from a key by the finalizer of MurmurHash3. */
export function toProbe(key: number): Probe {
  const high = Math.floor(key / 2 ** 8);
  let x = high ^ Math.imul((key % 2 ** 8) + 1, 0x9e3779b1);
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  x ^= x >>> 16;
  return { key, start: x >>> 0, step: (Math.imul(high, 0x27d4eb2f) | 1) >>> 0 };
}

function toBit({ start, step }: Probe, round: number, bits: number): number {
  return ((start + round * step) >>> 0) % bits;
}
