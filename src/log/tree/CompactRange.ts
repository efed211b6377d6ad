import { emptyRoot, hashChildren } from './tree.ts';

/**
 * The root of a growing tree from the hashes of its full subtrees alone, at most one a level: what is kept of n leaves is
 * log2(n) hashes.
 *
 * @example
 * const range = openCompactRange();
 * range.push(hashLeaf(leaf));
 * range.root(); // the Merkle tree hash of that one leaf (RFC 9162, 2.1.1)
 */
export interface CompactRange {
  size(): number;
  push(leafHash: Uint8Array): void;
  /** The Merkle tree hash of what was pushed so far. */
  root(): Uint8Array;
}

/** @param visit Hears of every full subtree when its last leaf is pushed, from the leaf itself (level 0) upwards. */
export function openCompactRange(
  visit: (level: number, hash: Uint8Array) => void = () => undefined,
): CompactRange {
  /** The largest subtree first. */
  const nodes: Uint8Array[] = [];
  let size = 0;
  return {
    size: () => size,
    push(leafHash) {
      let hash = leafHash;
      visit(0, hash);
      for (let rest = size, level = 1; rest % 2 === 1; rest = (rest - 1) / 2, level += 1) {
        hash = hashChildren(nodes.pop() ?? emptyRoot, hash);
        visit(level, hash);
      }
      nodes.push(hash);
      size += 1;
    },
    root: () =>
      nodes.length === 0 ? emptyRoot : nodes.reduceRight((right, left) => hashChildren(left, right)),
  };
}
