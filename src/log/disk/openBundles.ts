import { closeSync, fdatasync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  bundleHeaderLength,
  bundlePath,
  bundleWidth,
  readBundle,
  readRecord,
  type StoredRecord,
} from './recordBundle.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { syncFolder } from './syncFolder.ts';

/** The records of the log on disk: what it cannot be without. */
interface Bundles {
  /** Writes records behind `size`, durable when it resolves. */
  write(size: number, records: Buffer, ends: Uint32Array): Promise<void>;
  read(index: number): StoredRecord | undefined;
  /**
   * Reads the whole records from a place on, to the last that was finished, and takes away what is behind it: that
   * was never acknowledged.
   *
   * @param known How many were acknowledged, as far as is known.
   * @throws LedgerError `store-corrupt` if one of those is damaged or missing. Nothing is taken away then.
   */
  recover(from: number, known: number, found: (record: StoredRecord) => void): Promise<void>;
  close(): void;
}

const syncData = promisify(fdatasync);

export function openBundles(folder: string): Bundles {
  const toPath = (n: number) => join(folder, bundlePath(n));
  /** Where the records of the last bundle end. */
  let tail = bundleHeaderLength;

  /** The bundle that is not full yet stays open. */
  let tailFile: { n: number; descriptor: number } | undefined;
  const release = () => {
    if (tailFile !== undefined) closeSync(tailFile.descriptor);
    tailFile = undefined;
  };
  const openDescriptor = (n: number, isNew: boolean): number => {
    if (tailFile?.n === n) return tailFile.descriptor;
    release();
    if (isNew) mkdirSync(dirname(toPath(n)), { recursive: true });
    tailFile = { n, descriptor: openSync(toPath(n), isNew ? 'w' : 'r+') };
    return tailFile.descriptor;
  };

  /** Into the system's memory at once, and to the disk without keeping others waiting. */
  const writeBundle = async (n: number, first: number, records: Buffer, ends: Uint32Array): Promise<void> => {
    const isNew = first % bundleWidth === 0;
    const start = isNew ? bundleHeaderLength : tail;
    const numbers = Buffer.alloc(4 * ends.length);
    ends.forEach((end, i) => numbers.writeUInt32BE(start + end, 4 * i));
    const descriptor = openDescriptor(n, isNew);
    writeSync(descriptor, records, 0, records.length, start);
    writeSync(descriptor, numbers, 0, numbers.length, 4 * (first % bundleWidth));
    await syncData(descriptor);
    if (isNew) await syncFolder(folder, dirname(toPath(n)));
    tail = start + records.length;
  };

  return {
    async write(size, records, ends) {
      for (let at = 0; at < ends.length;) {
        const first = size + at;
        const until = Math.min(ends.length, at + bundleWidth - (first % bundleWidth));
        const start = at === 0 ? 0 : (ends[at - 1] ?? 0);
        const own = ends.slice(at, until).map((end) => end - start);
        const bytes = records.subarray(start, start + (own.at(-1) ?? 0));
        await writeBundle(Math.floor(first / bundleWidth), first, bytes, own);
        at = until;
      }
    },
    close: release,
    read(index) {
      const at = index % bundleWidth;
      let descriptor: number;
      try {
        descriptor = openSync(toPath(Math.floor(index / bundleWidth)), 'r');
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
    async recover(from, known, found) {
      release();
      for (let n = Math.floor(from / bundleWidth); ; n += 1) {
        const bytes = await readIfThere(toPath(n));
        const { records, end } = readBundle(bytes);
        const size = n * bundleWidth + records.length;
        if (records.length < bundleWidth && size < known) {
          throw new LedgerError('store-corrupt', message('errors.log-damaged', { count: known, size }));
        }
        records.slice(Math.max(0, from - n * bundleWidth)).forEach(found);
        tail = end;
        if (records.length === bundleWidth) continue;
        if (records.length === 0) await rm(toPath(n), { force: true });
        else if (bytes.length !== end || holdsMore(bytes, records.length))
          await cut(toPath(n), records.length, end);
        // The next is begun only when this one is on disk, so nothing that counts is behind it.
        await rm(toPath(n + 1), { force: true });
        return;
      }
    },
  };
}

/** Only a file that is not there is an empty one: one that cannot be read says nothing. */
async function readIfThere(place: string): Promise<Buffer> {
  try {
    return await readFile(place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
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
