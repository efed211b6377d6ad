import { readFileSync } from 'node:fs';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { envelopeLength } from '../envelope.ts';
import { syncFolder } from './syncFolder.ts';
import { edgeTiles, entryTilePath, hashTilePath, listNodes, tileWidth } from '../tree/tiles.ts';
import { foldHashes, hashLength, type ReadNode } from '../tree/tree.ts';

/** The tree over the log as tiles: the full ones in files, the right edge in memory. */
interface Tiles {
  size(): number;
  node: ReadNode;
  /** Adds the entry that follows. */
  add(leaf: Uint8Array, leafHash: Uint8Array): void;
  /** Writes all tiles of the size it has now. */
  publish(): Promise<void>;
  /** Makes all tiles durable, as of a size that it says: until then they are made anew from the records. */
  sync(): Promise<number>;
}

const entryLength = 2 + envelopeLength;

/**
 * Opens the tiles of a folder at a size that is a multiple of 256; what is behind it is for the caller to add.
 *
 * @throws LedgerError `store-corrupt` if a tile is missing.
 */
export function openTiles(folder: string, size: number): Tiles {
  /** Full tiles that are not in their file yet. */
  const unwritten = new Map<string, Buffer>();
  const writing = new Set<Promise<void>>();
  let failure: { cause: unknown } | undefined;
  const folders = new Set<string>();
  let unsynced: string[] = [];
  let partials: string[] = [];
  const edges: { tile: Buffer; count: number }[] = [];
  const entries = Buffer.alloc(tileWidth * entryLength);
  let count = size;

  const write = (path: string, bytes: Buffer) => {
    unwritten.set(path, bytes);
    const done = writeFileIn(join(folder, path), bytes, folders)
      .then(() => {
        unwritten.delete(path);
        unsynced.push(path);
      })
      .catch((cause: unknown) => {
        failure = { cause };
      })
      .finally(() => writing.delete(done));
    writing.add(done);
  };
  const push = (level: number, hash: Uint8Array) => {
    const edge = (edges[level] ??= { tile: Buffer.alloc(tileWidth * hashLength), count: 0 });
    edge.tile.set(hash, edge.count * hashLength);
    edge.count += 1;
    if (edge.count < tileWidth) return;
    const n = Math.floor((count - 1) / tileWidth ** (level + 1));
    write(hashTilePath(level, n), edge.tile);
    edges[level] = { tile: Buffer.alloc(tileWidth * hashLength), count: 0 };
    push(level + 1, foldHashes(edge.tile));
  };
  const read = (level: number, n: number, width: number): Uint8Array => {
    const path = hashTilePath(level, n);
    const known = unwritten.get(path);
    if (known !== undefined) return known;
    const below = Math.floor(count / tileWidth ** level);
    if (n === Math.floor(below / tileWidth)) return edges[level]?.tile ?? Buffer.alloc(0);
    return readTile(folder, path, width);
  };
  const settle = async () => {
    await Promise.all(writing);
    if (failure === undefined) return;
    const { cause } = failure;
    failure = undefined;
    throw new LedgerError(
      'store-unreachable',
      message('errors.log-tiles-written', { got: fileFault(cause) }),
      { cause },
    );
  };
  refill(folder, size, edges);

  return {
    size: () => count,
    node: listNodes(read),
    add(leaf, leafHash) {
      const at = (count % tileWidth) * entryLength;
      entries.writeUInt16BE(leaf.length, at);
      entries.set(leaf, at + 2);
      count += 1;
      if (count % tileWidth === 0) write(entryTilePath(count / tileWidth - 1), Buffer.from(entries));
      push(0, leafHash);
    },
    async publish() {
      const part = edgeTiles(count)
        .filter(({ width }) => width > 0)
        .map(({ level, n, width }) => ({
          path: hashTilePath(level, n, width),
          bytes: Buffer.from(edges[level]?.tile.subarray(0, width * hashLength) ?? []),
        }));
      const width = count % tileWidth;
      if (width > 0) {
        const path = entryTilePath(Math.floor(count / tileWidth), width);
        part.push({ path, bytes: Buffer.from(entries.subarray(0, width * entryLength)) });
      }
      for (const { path, bytes } of part) write(path, bytes);
      await settle();
      // A partial tile may go once the full one is there (C2SP tlog-tiles, "Partial Tiles").
      const open = new Set(part.map(({ path }) => dirname(path)));
      for (const path of new Set(partials.map(dirname))) {
        if (!open.has(path)) await rm(join(folder, path), { recursive: true, force: true });
      }
      partials = part.map(({ path }) => path);
    },
    async sync() {
      const size = count - (count % tileWidth);
      await settle();
      const paths = unsynced;
      unsynced = [];
      const next = paths.values();
      const syncer = async () => {
        for (const path of next) await syncFile(join(folder, path));
      };
      try {
        await Promise.all(Array.from({ length: 4 }, syncer));
        for (const name of new Set(paths.map(dirname))) await syncFolder(folder, join(folder, name));
      } catch (error) {
        unsynced.push(...paths);
        throw error;
      }
      return size;
    },
  };
}

async function writeFileIn(place: string, bytes: Buffer, folders: Set<string>): Promise<void> {
  const parent = dirname(place);
  if (!folders.has(parent)) {
    await mkdir(parent, { recursive: true });
    // Those of partial tiles go again.
    if (!parent.endsWith('.p')) folders.add(parent);
  }
  await writeFile(place, bytes);
}

/** Partial tiles go when full ones take their place. */
async function syncFile(place: string): Promise<void> {
  try {
    const file = await open(place, 'r');
    try {
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function readTile(folder: string, path: string, width: number): Buffer {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, path));
  } catch (cause) {
    throw new LedgerError('store-corrupt', message('errors.log-tile-missing', { path }), { cause });
  }
  if (bytes.length < width * hashLength) {
    throw new LedgerError(
      'store-corrupt',
      message('errors.log-tile-short', { count: width, path, bytes: bytes.length }),
    );
  }
  return bytes;
}

/** The hashes of the right edge are those over the full tiles below them. */
function refill(folder: string, size: number, edges: { tile: Buffer; count: number }[]): void {
  for (const { level, n, width } of edgeTiles(size).slice(1)) {
    const tile = Buffer.alloc(tileWidth * hashLength);
    for (let i = 0; i < width; i += 1) {
      const below = readTile(folder, hashTilePath(level - 1, n * tileWidth + i), tileWidth);
      tile.set(foldHashes(below), i * hashLength);
    }
    edges[level] = { tile, count: width };
  }
}
