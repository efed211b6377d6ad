import { toHex } from '../../kernel/bytesText.ts';
import { readAhead } from '../../kernel/async/readAhead.ts';
import { envelopeLength } from '../envelope.ts';
import { edgeTiles, entryTilePath, hashTilePath, tileHeight, tileWidth } from '../tree/tiles.ts';
import { hashLeaf, hashLength } from '../tree/tree.ts';
import type { Fault } from './Fault.ts';
import { readLogFile, type LogFiles } from './LogFiles.ts';

const entryLength = 2 + envelopeLength;
/** Tiles that are asked for before they are needed. */
const abreast = 8;

/** Compares the tiles of a log of `size` entries with its records, in their order. */
export function checkTiles(files: LogFiles, size: number) {
  const computeWidth = (n: number) => Math.min(tileWidth, size - n * tileWidth);
  const feet = readAhead(Math.ceil(size / tileWidth), abreast, async (n) => {
    const width = computeWidth(n);
    const [entries, hashes] = await Promise.all([
      read(files, (w) => entryTilePath(n, w), width, entryLength),
      read(files, (w) => hashTilePath(0, n, w), width, hashLength),
    ]);
    return { n, entries, hashes };
  });
  let foot: { n: number; entries: Buffer | undefined; hashes: Buffer | undefined } | undefined;
  /** The tiles above, as the records make them: the one that grows on each level, and those to compare. */
  const edges: { bytes: Buffer; count: number; n: number }[] = [];
  const full: { level: number; n: number; bytes: Buffer }[] = [];

  const compare = async (level: number, n: number, bytes: Buffer): Promise<Fault | undefined> => {
    const width = bytes.length / hashLength;
    const found = await read(files, (w) => hashTilePath(level, n, w), width, hashLength);
    for (let i = 0; i < width; i += 1) {
      const [expected, got] = [slice(bytes, i, hashLength), slice(found, i, hashLength)];
      if (expected !== undefined && isSame(got, expected)) continue;
      const under = tileWidth ** level;
      const entry = (n * tileWidth + i) * under;
      return {
        check: 'tile',
        entry,
        last: entry + under - 1,
        file: hashTilePath(level, n, width),
        expected: text(expected),
        got: text(got),
      };
    }
    return undefined;
  };

  return {
    /** Hears of the hashes of all full subtrees. */
    visit(height: number, hash: Uint8Array): void {
      const level = height / tileHeight;
      if (level < 1 || !Number.isInteger(level)) return;
      const edge = (edges[level] ??= { bytes: Buffer.alloc(tileWidth * hashLength), count: 0, n: 0 });
      edge.bytes.set(hash, edge.count * hashLength);
      edge.count += 1;
      if (edge.count < tileWidth) return;
      full.push({ level, n: edge.n, bytes: edge.bytes });
      edges[level] = { bytes: Buffer.alloc(tileWidth * hashLength), count: 0, n: edge.n + 1 };
    },
    /** What the tiles say of an entry; entries are asked about in their order. */
    async entry(index: number, leaf: Uint8Array, leafHash: Uint8Array): Promise<Fault | undefined> {
      const at = index % tileWidth;
      if (at === 0) foot = (await feet.next()).value;
      const inTile = slice(foot?.entries, at, entryLength);
      const hashInTile = slice(foot?.hashes, at, hashLength);
      const isEntry = inTile?.readUInt16BE(0) === leaf.length && isSame(inTile.subarray(2), leaf);
      if (isEntry && isSame(hashInTile, leafHash)) return undefined;
      const n = Math.floor(index / tileWidth);
      const fault = { entry: index, last: index };
      if (isSame(hashInTile, leafHash)) {
        return {
          check: 'tile',
          ...fault,
          file: entryTilePath(n, computeWidth(n)),
          expected: `0x0057${toHex(leaf).slice(2)}`,
          got: text(inTile),
        };
      }
      if (inTile !== undefined && isSame(hashInTile, hashLeaf(inTile.subarray(2)))) {
        return { check: 'record', ...fault, expected: text(inTile, 2), got: toHex(leaf) };
      }
      const file = hashTilePath(0, n, computeWidth(n));
      return { check: 'tile', ...fault, file, expected: toHex(leafHash), got: text(hashInTile) };
    },
    /** Compares the tiles that have become full above. */
    async above(): Promise<Fault | undefined> {
      for (const { level, n, bytes } of full.splice(0)) {
        const fault = await compare(level, n, bytes);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
    /** Compares the partial tiles above the last entry. */
    async edge(): Promise<Fault | undefined> {
      for (const { level, n, width } of edgeTiles(size)) {
        const bytes = edges[level]?.bytes.subarray(0, width * hashLength);
        if (level === 0 || width === 0 || bytes === undefined) continue;
        const fault = await compare(level, n, bytes);
        if (fault !== undefined) return fault;
      }
      return undefined;
    },
    close: async () => void (await feet.return(undefined)),
  };
}

/** A tile of a width; of the full one if it has taken the place of the partial one (C2SP tlog-tiles, "Partial Tiles"). */
async function read(
  files: LogFiles,
  pathOf: (width: number) => string,
  width: number,
  length: number,
): Promise<Buffer | undefined> {
  const longest = tileWidth * length;
  const found = await readLogFile(files, pathOf(width), longest);
  return found ?? (width < tileWidth ? await readLogFile(files, pathOf(tileWidth), longest) : undefined);
}

/** A part of a tile; undefined where the tile is missing or too short. */
function slice(tile: Buffer | undefined, at: number, length: number): Buffer | undefined {
  const part = tile?.subarray(at * length, (at + 1) * length);
  return part?.length === length ? part : undefined;
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

function text(bytes: Uint8Array | undefined, start = 0): string | null {
  return bytes === undefined ? null : toHex(bytes.subarray(start));
}
