import { hash } from 'node:crypto';

/** SHA-256 of nothing: the root of the empty tree (RFC 9162, 2.1.1). */
export const emptyRoot = Buffer.from(hash('sha256', ''), 'hex');

/** Bytes of a hash. */
export const hashLength = 32;

/** What is hashed, laid out anew for each hash: to allocate it would cost more than to hash it. */
const pair = Buffer.of(1, ...emptyRoot, ...emptyRoot);

/** The hash of a leaf: SHA-256(0x00 || leaf) (RFC 9162, 2.1.1). */
export function hashLeaf(leaf: Uint8Array): Buffer {
  return Buffer.from(hash('sha256', Buffer.concat([Uint8Array.of(0), leaf]), 'binary'), 'latin1');
}

/** The hash of an inner node: SHA-256(0x01 || left || right) (RFC 9162, 2.1.1). */
export function hashChildren(left: Uint8Array, right: Uint8Array): Buffer {
  pair.set(left, 1);
  pair.set(right, 1 + hashLength);
  return Buffer.from(hash('sha256', pair, 'binary'), 'latin1');
}

/**
 * The hash over a full subtree (RFC 9162, 2.1.1).
 *
 * @param hashes The hashes at its foot, one after another: 2^n of 32 bytes.
 */
export function foldHashes(hashes: Uint8Array): Buffer {
  const nodes = Buffer.from(hashes);
  for (let width = nodes.length / 2; width >= hashLength; width /= 2) {
    for (let at = 0; at < width; at += hashLength) {
      pair.set(nodes.subarray(2 * at, 2 * at + 2 * hashLength), 1);
      // As text of one byte a letter: Node.js gives a digest out so much faster than in a buffer of its own.
      nodes.write(hash('sha256', pair, 'binary'), at, hashLength, 'latin1');
    }
  }
  return nodes.subarray(0, hashLength);
}

/** Reads the hash of a full subtree of 2^level leaves, the `index`th of its level. */
export type ReadNode = (level: number, index: number) => Uint8Array;

/** The Merkle tree hash of the first `size` leaves (RFC 9162, 2.1.1). */
export function computeRoot(read: ReadNode, size: number): Uint8Array {
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
