import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashBytes } from '../kernel/json/canonicalJson.ts';
import { createQueue } from '../kernel/async/createQueue.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Hex } from '../kernel/values.ts';
import { signCheckpoint, formatVerifierKey } from './Checkpoint.ts';
import { readContent, decodeEnvelope, encodeEnvelope, leafTypes, readSubject, readType } from './envelope.ts';
import type { Entry, Log } from './Log.ts';
import { lockFile } from '../kernel/lockFile.ts';
import { noteKeyIn } from './disk/noteKeyIn.ts';
import { openBundles } from './disk/openBundles.ts';
import { openCheckpoint } from './disk/openCheckpoint.ts';
import { openSubjects } from './disk/openSubjects.ts';
import { openTiles } from './disk/openTiles.ts';
import { replaceFile } from './disk/replaceFile.ts';
import { layOut, type StoredRecord } from './disk/recordBundle.ts';
import { tileWidth } from './tree/tiles.ts';
import { hashLeaf, proveConsistency, proveInclusion, computeRoot } from './tree/tree.ts';
import { writeInTurns } from './disk/writeInTurns.ts';

/** Milliseconds after which new entries are in a checkpoint. */
const publishAfter = 1000;
/** Milliseconds between two looks for tiles to make durable: by then the system has written most of them itself. */
const syncEvery = 30_000;

/**
 * Opens the log of a folder for this process alone: two would give one index to two entries. It is no projection of the chain and cannot be rebuilt from it.
 *
 * `log/` holds what others may read: `records/` are what was acknowledged and is never changed, `tile/` and
 * `checkpoint` follow from them. Beside it are the key that signs checkpoints and the index by subject.
 *
 * @param origin The log's name, which is in every checkpoint.
 * @throws LedgerError `store-corrupt` if the records are not those of the checkpoint, `log-inconsistent` for the log of
 * another origin, `store-unreachable` if another process writes it.
 */
export async function openLog(folder: string, origin: string): Promise<Log> {
  const open = join(folder, 'log');
  mkdirSync(open, { recursive: true });
  const unlock = lockFile(join(folder, 'log.lock'), message('errors.what-log'));
  try {
    return await openLocked(folder, open, origin, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function openLocked(folder: string, open: string, origin: string, unlock: () => void): Promise<Log> {
  const key = noteKeyIn(join(folder, 'log.key'), origin);
  const checkpoint = openCheckpoint(join(open, 'checkpoint'), key);
  const published = checkpoint.read();
  const marker = join(folder, 'log.synced');
  const base = readMarker(marker);
  const tiles = openTiles(open, base);
  const bundles = openBundles(open);
  const subjects = openSubjects(join(folder, 'log.subjects'), { isFiltered: true });
  const contents = openSubjects(join(folder, 'log.contents'), { isFiltered: false });
  let timer: NodeJS.Timeout | undefined;
  const publishing = createQueue();

  const name = (place: number, { leaf, payload }: Pick<StoredRecord, 'leaf' | 'payload'>) => {
    if (place === subjects.size()) subjects.add(readSubject(leaf));
    // What registers nothing has its place there, too, under a name that nobody asks for there.
    if (place === contents.size())
      contents.add(isRegistration(leaf) ? readContent(payload) : readSubject(leaf));
  };
  const add = (record: Pick<StoredRecord, 'leaf' | 'payload'>, leafHash: Uint8Array) => {
    name(tiles.size(), record);
    tiles.add(record.leaf, leafHash);
  };
  const recover = () =>
    bundles.recover(tiles.size(), Math.max(published.size, tiles.size()), (record) => {
      add(record, hashLeaf(record.leaf));
    });
  const root = (size: number): Hex => hex(computeRoot(tiles.node, size));
  const requireRecord = (index: number): StoredRecord => {
    const record = bundles.read(index);
    if (record === undefined) {
      throw new LedgerError('store-corrupt', message('errors.log-record-damaged', { index }));
    }
    return record;
  };
  const entry = (index: number): Entry | undefined =>
    Number.isInteger(index) && index >= 0 && index < tiles.size()
      ? toEntry(index, requireRecord(index))
      : undefined;

  /** Of the places that an index leads to those that are what is wanted: its keys are shorter than names. */
  const entriesAt = (
    places: readonly number[],
    isWanted: (record: StoredRecord) => boolean,
    limit = Infinity,
  ): Entry[] => {
    const found: Entry[] = [];
    for (const index of places) {
      if (index >= tiles.size() || found.length >= limit) break;
      const record = requireRecord(index);
      if (isWanted(record)) found.push(toEntry(index, record));
    }
    return found;
  };

  for (let i = Math.min(subjects.size(), contents.size()); i < base; i += 1) name(i, requireRecord(i));
  await recover();
  if (root(published.size) !== hex(published.root)) {
    throw new LedgerError('store-corrupt', message('errors.log-records-other', { size: published.size }));
  }

  const publish = async () => {
    const size = tiles.size();
    if (size === checkpoint.read().size) return checkpoint.note();
    await tiles.publish();
    return await checkpoint.write({ size, root: computeRoot(tiles.node, size) });
  };
  const sync = async () => {
    await replaceFile(marker, `${await tiles.sync()}\n`);
  };
  const publishInTurn = () => {
    clearTimeout(timer);
    timer = undefined;
    return publishing(publish);
  };
  const syncing = setInterval(() => void sync().catch(() => undefined), syncEvery).unref();
  const turns = writeInTurns({
    size: tiles.size,
    write: bundles.write,
    recover,
    add(record, leafHash) {
      add(record, leafHash);
      timer ??= setTimeout(() => void publishInTurn().catch(() => undefined), publishAfter).unref();
    },
    *placesOf(leaf) {
      for (const index of subjects.find(readSubject(leaf))) yield { index, leaf: requireRecord(index).leaf };
    },
  });

  return {
    origin,
    verifierKey: formatVerifierKey(key),
    folder: open,
    size: tiles.size,
    appendBatch: turns.append,
    entry,
    async append({ envelope, payload }) {
      const leaf = encodeEnvelope({ ...envelope, payloadHash: hashBytes(payload) });
      const batch = layOut([{ leaf, payload, document: Buffer.alloc(0) }]);
      const { indexes, refused } = await turns.append({ ...batch, leafHashes: hashLeaf(leaf) });
      const index = indexes[0] ?? 0;
      if (refused.length > 0) {
        throw new LedgerError('work-conflict', message('errors.entry-conflict', { index }));
      }
      return toEntry(index, requireRecord(index));
    },
    entriesOf(type, subject) {
      const wanted = Buffer.from(subject.slice(2), 'hex');
      return entriesAt(
        subjects.find(wanted),
        ({ leaf }) => readType(leaf) === leafTypes[type] && readSubject(leaf).equals(wanted),
      );
    },
    registrationsOf(contentHash, limit) {
      const wanted = Buffer.from(contentHash.slice(2), 'hex');
      return entriesAt(
        contents.find(wanted),
        ({ leaf, payload }) => isRegistration(leaf) && readContent(payload).equals(wanted),
        limit,
      );
    },
    root,
    checkpointOf: (size) => signCheckpoint({ origin, size, root: computeRoot(tiles.node, size) }, key),
    proveInclusion: (index, count) => proveInclusion(tiles.node, index, count).map(hex),
    proveConsistency: (first, second) => proveConsistency(tiles.node, first, second).map(hex),
    publish: publishInTurn,
    async close() {
      try {
        clearInterval(syncing);
        await turns.close();
        await publishInTurn();
        await sync();
      } finally {
        bundles.close();
        subjects.close();
        contents.close();
        unlock();
      }
    },
  };
}

function isRegistration(leaf: Uint8Array): boolean {
  return readType(leaf) === leafTypes.registration;
}

/** Up to where tiles were durable; zero where nobody knows. */
function readMarker(file: string): number {
  try {
    const size = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(size) && size % tileWidth === 0 ? size : 0;
  } catch {
    return 0;
  }
}

function toEntry(index: number, { leaf, payload, document }: StoredRecord): Entry {
  return { index, envelope: decodeEnvelope(leaf), payload, document, leafHash: hex(hashLeaf(leaf)) };
}

function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}
