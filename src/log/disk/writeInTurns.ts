import { LedgerError } from '../../error.ts';
import { authorOf, leafTypes, subjectOf, typeOf } from '../envelope.ts';
import type { Batch, Log, Placed } from '../Log.ts';
import { leafIn } from './recordBundle.ts';
import { hashLength } from '../tree.ts';

interface Parts {
  size(): number;
  write(size: number, records: Buffer, ends: Uint32Array): Promise<void>;
  /** Takes in what stands whole on disk behind the size, and takes away the rest. */
  recover(): Promise<void>;
  add(leaf: Uint8Array, leafHash: Uint8Array): void;
  /** Entries that may be about the same. */
  placesOf(leaf: Uint8Array): Iterable<{ index: number; leaf: Uint8Array }>;
}

interface Job {
  batch: Batch;
  resolve: (placed: Placed) => void;
  reject: (error: unknown) => void;
}

/** Bytes that are written, and synced, together. */
const turnBytes = 8 * 2 ** 20;

/**
 * Appends batches one after another. What is asked for while one is written waits and is written together, with one
 * sync of each file: durability costs a turn, not an entry.
 */
export function writeInTurns(parts: Parts): Log['appendBatch'] {
  const waiting: Job[] = [];
  let running = false;
  let broken = false;

  const turn = async (jobs: Job[]) => {
    // After a failure nobody knows what reached the disk.
    if (broken) await parts.recover();
    broken = false;
    const fresh: Batch[] = [];
    const taken = new Map<string, number>();
    let next = parts.size();
    const placed = jobs.map(({ batch }) => {
      const { placing, kept } = place(parts, batch, next, taken);
      next += placing.added;
      if (placing.added > 0) fresh.push(kept);
      return placing;
    });
    const all = join(fresh);
    broken = true;
    if (all.ends.length > 0) await parts.write(parts.size(), all.records, all.ends);
    broken = false;
    for (let i = 0; i < all.ends.length; i += 1) {
      parts.add(leafIn(all, i), all.leafHashes.subarray(i * hashLength, (i + 1) * hashLength));
    }
    jobs.forEach(({ resolve }, i) => resolve(placed[i] as Placed));
  };
  const run = async () => {
    running = true;
    while (waiting.length > 0) {
      let bytes = 0;
      const count = waiting.findIndex(({ batch }) => (bytes += batch.records.length) > turnBytes);
      const jobs = waiting.splice(0, count < 0 ? waiting.length : Math.max(1, count));
      try {
        await turn(jobs);
      } catch (cause) {
        const error =
          cause instanceof LedgerError
            ? cause
            : new LedgerError('store-unreachable', `expected to write the log, got: ${String(cause)}`, {
                cause,
              });
        for (const { reject } of jobs) reject(error);
      }
    }
    running = false;
  };
  return (batch) =>
    new Promise((resolve, reject) => {
      waiting.push({ batch, resolve, reject });
      if (!running) void run();
    });
}

/** Which records of a batch are new, and where they and the others are. */
function place(parts: Parts, batch: Batch, first: number, taken: Map<string, number>) {
  const count = batch.ends.length;
  const placing: Placed = { indexes: new Float64Array(count), added: 0, refused: [] };
  const isNew: boolean[] = [];
  for (let at = 0; at < count; at += 1) {
    const leaf = leafIn(batch, at);
    const known = findKnown(parts, leaf, taken);
    isNew.push(known === undefined);
    const index = known?.index ?? first + placing.added;
    placing.indexes[at] = index;
    if (known === undefined) {
      placing.added += 1;
      taken.set(wordsOf(leaf), index);
      if (typeOf(leaf) === leafTypes.registration) taken.set(speakerOf(leaf), index);
    } else if (!known.same) placing.refused.push({ at, index });
  }
  return { placing, kept: placing.added === count ? batch : pick(batch, isNew) };
}

/** A leaf that is there already; of a registration also another of the same work by the same author. */
function findKnown(
  parts: Parts,
  leaf: Buffer,
  taken: Map<string, number>,
): { index: number; same: boolean } | undefined {
  const now = taken.get(wordsOf(leaf));
  if (now !== undefined) return { index: now, same: true };
  const isRegistration = typeOf(leaf) === leafTypes.registration;
  for (const { index, leaf: other } of parts.placesOf(leaf)) {
    if (leaf.equals(other)) return { index, same: true };
    if (isRegistration && speakerOf(leaf) === speakerOf(other)) return { index, same: false };
  }
  const spoken = isRegistration ? taken.get(speakerOf(leaf)) : undefined;
  return spoken === undefined ? undefined : { index: spoken, same: false };
}

function wordsOf(leaf: Buffer): string {
  return leaf.toString('latin1');
}

function speakerOf(leaf: Uint8Array): string {
  return `${typeOf(leaf)} ${subjectOf(leaf).toString('latin1')} ${authorOf(leaf).toString('latin1')}`;
}

function pick(batch: Batch, isWanted: readonly boolean[]): Batch {
  const parts: Batch[] = [];
  isWanted.forEach((wanted, i) => {
    const start = i === 0 ? 0 : (batch.ends[i - 1] ?? 0);
    const end = batch.ends[i] ?? start;
    if (!wanted) return;
    parts.push({
      records: batch.records.subarray(start, end),
      ends: Uint32Array.of(end - start),
      leafHashes: batch.leafHashes.subarray(i * hashLength, (i + 1) * hashLength),
    });
  });
  return join(parts);
}

function join(batches: readonly Batch[]): Batch {
  const [only] = batches;
  if (only !== undefined && batches.length === 1) return only;
  const ends = new Uint32Array(batches.reduce((sum, batch) => sum + batch.ends.length, 0));
  let [at, start] = [0, 0];
  for (const { records, ends: own } of batches) {
    for (const end of own) ends[at++] = start + end;
    start += records.length;
  }
  return {
    records: Buffer.concat(batches.map(({ records }) => records)),
    ends,
    leafHashes: Buffer.concat(batches.map(({ leafHashes }) => leafHashes)),
  };
}
