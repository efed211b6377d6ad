import { closeSync, openSync, readSync } from 'node:fs';
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  bundleHeaderLength,
  bundlePath,
  bundleWidth,
  readBundle,
  readRecord,
  type StoredRecord,
} from './recordBundle.ts';
import { syncFolder } from './syncFolder.ts';

/** The records of the log on disk: what it cannot be without. */
export interface Bundles {
  /** Writes records behind `size`, durable when it resolves. */
  write(size: number, records: Buffer, ends: Uint32Array): Promise<void>;
  read(index: number): StoredRecord | undefined;
  /**
   * Reads the whole records from a place on, to the last that was finished, and takes away what is behind it: that
   * was never acknowledged.
   */
  recover(from: number, found: (record: StoredRecord) => void): Promise<void>;
}

/** Files that are written at once. */
const abreast = 4;

export function openBundles(folder: string): Bundles {
  const fileOf = (n: number) => join(folder, bundlePath(n));
  let tail = { n: 0, end: bundleHeaderLength };

  const writeBundle = async (
    n: number,
    first: number,
    records: Buffer,
    ends: Uint32Array,
  ): Promise<number> => {
    const place = fileOf(n);
    const start = first % bundleWidth === 0 ? bundleHeaderLength : tail.end;
    const numbers = Buffer.alloc(4 * ends.length);
    ends.forEach((end, i) => numbers.writeUInt32BE(start + end, 4 * i));
    if (start === bundleHeaderLength) await mkdir(dirname(place), { recursive: true });
    const file = await open(place, start === bundleHeaderLength ? 'w' : 'r+');
    try {
      await file.write(records, 0, records.length, start);
      await file.write(numbers, 0, numbers.length, 4 * (first % bundleWidth));
      await file.datasync();
    } finally {
      await file.close();
    }
    if (start === bundleHeaderLength) await syncFolder(folder, dirname(place));
    return start + records.length;
  };

  return {
    async write(size, records, ends) {
      const parts: Promise<number>[] = [];
      for (let at = 0; at < ends.length;) {
        const first = size + at;
        const until = Math.min(ends.length, at + bundleWidth - (first % bundleWidth));
        const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
        const own = ends.slice(at, until).map((end) => end - start);
        const bytes = records.subarray(start, start + (own.at(-1) ?? 0));
        parts.push(writeBundle(Math.floor(first / bundleWidth), first, bytes, own));
        if (parts.length % abreast === 0) await Promise.all(parts);
        at = until;
      }
      const n = Math.floor((size + ends.length) / bundleWidth);
      const last = (await Promise.all(parts)).at(-1) ?? tail.end;
      tail = { n, end: (size + ends.length) % bundleWidth === 0 ? bundleHeaderLength : last };
    },
    read(index) {
      const at = index % bundleWidth;
      let descriptor: number;
      try {
        descriptor = openSync(fileOf(Math.floor(index / bundleWidth)), 'r');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
      try {
        const numbers = Buffer.alloc(8);
        readSync(descriptor, numbers, 0, 8, Math.max(0, 4 * (at - 1)));
        const start = at === 0 ? bundleHeaderLength : numbers.readUInt32BE(0);
        const end = numbers.readUInt32BE(at === 0 ? 0 : 4);
        const bytes = Buffer.alloc(Math.max(0, end - start));
        readSync(descriptor, bytes, 0, bytes.length, start);
        return readRecord(bytes);
      } finally {
        closeSync(descriptor);
      }
    },
    async recover(from, found) {
      for (let n = Math.floor(from / bundleWidth); ; n += 1) {
        const bytes = await readFile(fileOf(n)).catch(() => Buffer.alloc(0));
        const { records, end } = readBundle(bytes);
        records.slice(Math.max(0, from - n * bundleWidth)).forEach(found);
        tail = { n, end };
        if (records.length === bundleWidth) continue;
        if (records.length === 0) await rm(fileOf(n), { force: true });
        else if (bytes.length !== end || holdsMore(bytes, records.length))
          await cut(fileOf(n), records.length, end);
        // What is written at once reaches so far.
        for (let behind = n + 1; behind <= n + 2 * abreast; behind += 1)
          await rm(fileOf(behind), { force: true });
        return;
      }
    },
  };
}

function holdsMore(bytes: Buffer, count: number): boolean {
  return bytes.subarray(4 * count, bundleHeaderLength).some((byte) => byte !== 0);
}

async function cut(place: string, count: number, end: number): Promise<void> {
  const file = await open(place, 'r+');
  try {
    await file.truncate(end);
    const rest = Buffer.alloc(bundleHeaderLength - 4 * count);
    await file.write(rest, 0, rest.length, 4 * count);
    await file.sync();
  } finally {
    await file.close();
  }
}
