import { hash } from 'node:crypto';

/** SHA-256 of nothing: the root of the empty tree (RFC 9162, 2.1.1). */
export const emptyRoot = sha256(Buffer.alloc(0));

/** The hash of a leaf: SHA-256(0x00 || leaf) (RFC 9162, 2.1.1). */
export function hashLeaf(leaf: Uint8Array): Buffer {
  return sha256(Buffer.concat([Uint8Array.of(0), leaf]));
}

/** The hash of an inner node: SHA-256(0x01 || left || right) (RFC 9162, 2.1.1). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([Uint8Array.of(1), left, right]));
}

/** Reads the hash of a full subtree of 2^level leaves, the `index`th of its level. */
export type ReadNode = (level: number, index: number) => Uint8Array;

/**
 * The full subtrees that become complete when leaf `index` is added, lowest first.
 *
 * A log stores these and nothing else: every root and proof is made of them.
 */
export function completeNodes(read: ReadNode, index: number, leafHash: Uint8Array): Uint8Array[] {
  const nodes = [leafHash];
  let node = leafHash;
  for (let level = 0, i = index; i % 2 === 1; level += 1, i = (i - 1) / 2) {
    node = hashChildren(read(level, i - 1), node);
    nodes.push(node);
  }
  return nodes;
}

/** The Merkle tree hash of the first `size` leaves (RFC 9162, 2.1.1). */
export function rootOf(read: ReadNode, size: number): Uint8Array {
  return size === 0 ? emptyRoot : subtree(read, 0, size);
}

/**
 * The proof that leaf `index` is in the tree of `size` leaves (RFC 9162, 2.1.3.1).
 *
 * @throws RangeError unless 0 ≤ index < size.
 */
export function proveInclusion(read: ReadNode, index: number, size: number): Uint8Array[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`expected an index below ${size}, got ${index}`);
  const path: Uint8Array[] = [];
  for (let start = 0, end = size, i = index; end - start > 1;) {
    const middle = start + splitAt(end - start);
    if (i < middle) {
      path.push(subtree(read, middle, end));
      end = middle;
    } else {
      path.push(subtree(read, start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The proof that the tree of `second` leaves begins with the tree of `first` (RFC 9162, 2.1.4.1).
 * Empty if the sizes are equal or the first is zero.
 *
 * @throws RangeError unless 0 ≤ first ≤ second.
 */
export function proveConsistency(read: ReadNode, first: number, second: number): Uint8Array[] {
  if (!(first >= 0 && first <= second)) throw new RangeError(`expected a size up to ${second}, got ${first}`);
  if (first === 0 || first === second) return [];
  const path: Uint8Array[] = [];
  let start = 0;
  let end = second;
  while (first !== end) {
    const middle = start + splitAt(end - start);
    if (first <= middle) {
      path.push(subtree(read, middle, end));
      end = middle;
    } else {
      path.push(subtree(read, start, middle));
      start = middle;
    }
  }
  if (start !== 0) path.push(subtree(read, start, end));
  return path.reverse();
}

/** The hash over leaves [start, end), where start is a multiple of the subtree's size. */
function subtree(read: ReadNode, start: number, end: number): Uint8Array {
  const size = end - start;
  const level = Math.log2(size);
  if (Number.isInteger(level)) return read(level, start / size);
  const middle = start + splitAt(size);
  return hashChildren(subtree(read, start, middle), subtree(read, middle, end));
}

/** The largest power of two below `size`. */
function splitAt(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}

function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}
