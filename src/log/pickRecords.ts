import type { Batch } from './Log.ts';
import { hashLength } from './tree/tree.ts';

/** The records of a batch that are wanted. */
export function pickRecords(batch: Batch, isWanted: (at: number) => boolean): Batch {
  const parts: Batch[] = [];
  batch.ends.forEach((end, i) => {
    if (!isWanted(i)) return;
    const start = i === 0 ? 0 : (batch.ends[i - 1] ?? 0);
    parts.push({
      records: batch.records.subarray(start, end),
      ends: Uint32Array.of(end - start),
      leafHashes: batch.leafHashes.subarray(i * hashLength, (i + 1) * hashLength),
    });
  });
  return joinRecords(parts);
}

/** One batch of several. */
export function joinRecords(batches: readonly Batch[]): Batch {
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
