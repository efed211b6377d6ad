import { hash } from 'node:crypto';
import { hashChildren, hashLeaf, type ReadNode } from '../../src/log/tree/tree.ts';

/**
 * A tree of any size of which only some leaves are there. Subtrees without any of them have a hash that stands for
 * itself, so a million leaves cost as much as the paths to a few, and roots and proofs still agree.
 *
 * @param leaves By index; whatever the proofs lead to has to be among them.
 */
export function sparseTree(leaves: ReadonlyMap<number, Uint8Array>): ReadNode {
  const places = [...leaves.keys()];
  const read: ReadNode = (level, index) => {
    const leaf = level === 0 ? leaves.get(index) : undefined;
    if (leaf !== undefined) return hashLeaf(leaf);
    if (!places.some((place) => Math.floor(place / 2 ** level) === index)) {
      return hash('sha256', `subtree ${level} ${index}`, 'buffer');
    }
    return hashChildren(read(level - 1, 2 * index), read(level - 1, 2 * index + 1));
  };
  return read;
}
