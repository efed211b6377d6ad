import { hashChildren, hashLength } from './tree.ts';

/** Verifies an inclusion proof (RFC 9162, 2.1.3.2). Sizes and indexes are below 2^53. */
export function verifyInclusion(
  leafHash: Uint8Array,
  index: number,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  const computed = computeRoot(leafHash, index, size, proof);
  return computed !== undefined && isSame(computed, root);
}

/** The root that an inclusion proof leads to; undefined for a proof of another length than the entry's. */
export function computeRoot(
  leafHash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || leafHash.length !== hashLength) return undefined;
  let fn = index;
  let sn = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (sn === 0 || sibling.length !== hashLength) return undefined;
    if (fn % 2 === 1 || fn === sn) {
      hash = hashChildren(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = hashChildren(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? hash : undefined;
}

/**
 * Verifies a consistency proof (RFC 9162, 2.1.4.2). Every tree begins with itself, by an empty proof. That it begins
 * with the empty one needs no proof, and none is taken: the algorithm asks for two trees of one leaf at least.
 */
export function verifyConsistency(
  first: number,
  firstRoot: Uint8Array,
  second: number,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isCount(first) || !isCount(second) || first === 0 || first > second) return false;
  if (first === second) return proof.length === 0 && isSame(firstRoot, secondRoot);
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  const [start, ...rest] = path;
  if (proof.length === 0 || start?.length !== hashLength) return false;

  let fn = first - 1;
  let sn = second - 1;
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)];
  let fr = start;
  let sr = start;
  for (const node of rest) {
    if (sn === 0 || node.length !== hashLength) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = hashChildren(node, fr);
      sr = hashChildren(node, sr);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      sr = hashChildren(sr, node);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 && isSame(fr, firstRoot) && isSame(sr, secondRoot);
}

/** Sizes do not fit into the 32 bits that shifts work on. */
function half(count: number): number {
  return Math.floor(count / 2);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(value: number): boolean {
  return Number.isInteger(Math.log2(value));
}
