import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { findAuthor, leafTypes, readSubject, readType } from '../envelope.ts';
import type { Batch, Log, Placed } from '../Log.ts';
import { joinRecords, pickRecords } from '../pickRecords.ts';
import { leafIn, payloadIn } from './recordBundle.ts';
import { hashLength } from '../tree/tree.ts';

interface Parts {
  size(): number;
  write(size: number, records: Buffer, ends: Uint32Array): Promise<void>;
  /** Takes in what stands whole on disk behind the size, and takes away the rest. */
  recover(): Promise<void>;
  add(record: { leaf: Uint8Array; payload: Uint8Array }, leafHash: Uint8Array): void;
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
export function writeInTurns(parts: Parts): { append: Log['appendBatch']; close(): Promise<void> } {
  const waiting: Job[] = [];
  let running: Promise<void> | undefined;
  let closed = false;
  let broken = false;

  const turn = async (jobs: Job[]) => {
    // After a failure nobody knows what reached the disk.
    if (broken) await parts.recover();
    broken = false;
    const fresh: Batch[] = [];
    const taken: Taken = new Map();
    let next = parts.size();
    const placed = jobs.map(({ batch }) => {
      const { placing, kept } = place(parts, batch, next, taken);
      next += placing.added;
      if (placing.added > 0) fresh.push(kept);
      return placing;
    });
    const all = joinRecords(fresh);
    broken = true;
    if (all.ends.length > 0) await parts.write(parts.size(), all.records, all.ends);
    for (let i = 0; i < all.ends.length; i += 1) {
      const record = { leaf: leafIn(all, i), payload: payloadIn(all, i) };
      parts.add(record, all.leafHashes.subarray(i * hashLength, (i + 1) * hashLength));
    }
    broken = false;
    jobs.forEach(({ resolve }, i) => resolve(placed[i] as Placed));
  };
  const run = async () => {
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
            : new LedgerError('store-unreachable', message('errors.log-written', { got: fileFault(cause) }), {
                cause,
              });
        for (const { reject } of jobs) reject(error);
      }
    }
    running = undefined;
  };
  return {
    append: (batch) =>
      new Promise((resolve, reject) => {
        if (closed) throw new LedgerError('store-unreachable', message('errors.log-closed'));
        waiting.push({ batch, resolve, reject });
        running ??= run();
      }),
    /** What was asked for before is written first. */
    close: async () => {
      closed = true;
      await running;
    },
  };
}

/** What a turn has taken so far, by subject. */
type Taken = Map<string, { index: number; leaf: Buffer }[]>;

/** Which records of a batch are new, and where they and the others are. */
function place(parts: Parts, batch: Batch, first: number, taken: Taken) {
  const count = batch.ends.length;
  const placing: Placed = { indexes: new Float64Array(count), added: 0, refused: [] };
  const isNew: boolean[] = [];
  for (let at = 0; at < count; at += 1) {
    const leaf = leafIn(batch, at);
    const key = leaf.toString('latin1', 3, 35);
    const near = taken.get(key);
    const known = findKnown(leaf, near ?? []) ?? findKnown(leaf, parts.placesOf(leaf));
    isNew.push(known === undefined);
    const index = known?.index ?? first + placing.added;
    placing.indexes[at] = index;
    if (known === undefined) {
      placing.added += 1;
      if (near === undefined) taken.set(key, [{ index, leaf }]);
      else near.push({ index, leaf });
    } else if (!known.same) placing.refused.push({ at, index });
  }
  return { placing, kept: placing.added === count ? batch : pickRecords(batch, (at) => isNew[at] === true) };
}

/** A leaf that is there already; of a registration also another of the same work by the same author. */
function findKnown(
  leaf: Buffer,
  places: Iterable<{ index: number; leaf: Uint8Array }>,
): { index: number; same: boolean } | undefined {
  const isRegistration = readType(leaf) === leafTypes.registration;
  for (const { index, leaf: other } of places) {
    if (leaf.equals(other)) return { index, same: true };
    const bySame = readSubject(leaf).equals(readSubject(other)) && findAuthor(leaf).equals(findAuthor(other));
    if (isRegistration && readType(other) === leafTypes.registration && bySame) return { index, same: false };
  }
  return undefined;
}
