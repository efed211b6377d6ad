import { foldHashes, hashLength, type ReadNode } from './tree.ts';

/** Hashes in a full tile, and entries in a full bundle: tiles of height 8 (C2SP tlog-tiles, "Parameters"). */
export const tileWidth = 256;
export const tileHeight = 8;

/** The hashes of a tile, 32 bytes each, at least `width` of them: those `level` tiles above the leaves, the `n`th. */
export type ReadTile = (level: number, n: number, width: number) => Uint8Array;

/**
 * A number in a path: groups of three digits, all but the last marked with an x (C2SP tlog-tiles, "Merkle Tree").
 *
 * @example
 * tilePath(1234067) // 'x001/x234/067'
 */
export function tilePath(n: number): string {
  const digits = `${n}`;
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** The path of a hash tile; `width` below 256 is a partial one. */
export function hashTilePath(level: number, n: number, width = tileWidth): string {
  return `tile/${level}/${tilePath(n)}${partial(width)}`;
}

/** The path of an entry bundle; `width` below 256 is a partial one. */
export function entryTilePath(n: number, width = tileWidth): string {
  return `tile/entries/${tilePath(n)}${partial(width)}`;
}

/** The tiles, full and partial, that hold the right edge of a tree: one a level, from the leaves up. */
export function edgeTiles(size: number): { level: number; n: number; width: number }[] {
  const tiles = [];
  for (let level = 0, count = size; count > 0; level += 1, count = Math.floor(count / tileWidth)) {
    tiles.push({ level, n: Math.floor(count / tileWidth), width: count % tileWidth });
  }
  return tiles;
}

/** Nodes from tiles: what is between two tiles' feet is hashed when it is asked for. */
export function listNodes(read: ReadTile): ReadNode {
  return (level, index) => {
    const height = level % tileHeight;
    const first = index * 2 ** height;
    const at = first % tileWidth;
    const end = at + 2 ** height;
    const tile = read((level - height) / tileHeight, (first - at) / tileWidth, end);
    return foldHashes(tile.subarray(at * hashLength, end * hashLength));
  };
}

function partial(width: number): string {
  return width < tileWidth ? `.p/${width}` : '';
}
