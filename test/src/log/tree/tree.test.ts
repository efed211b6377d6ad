import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyRoot,
  hashChildren,
  hashLeaf,
  proveConsistency,
  proveInclusion,
  computeRoot,
  type ReadNode,
} from '../../../../src/log/tree/tree.ts';
import { listNodes, tileWidth, type ReadTile } from '../../../../src/log/tree/tiles.ts';
import { verifyConsistency, verifyInclusion } from '../../../../src/log/tree/verifyProof.ts';

const leaves = Array.from({ length: 600 }, (_, i) => Buffer.from(`entry ${i}`));
const { read } = grow(leaves);
const sizes = fc.tuple(fc.nat(599), fc.nat(600)).filter(([a, b]) => a < b);

describe('the Merkle tree', () => {
  it('has the empty root of RFC 9162', () => {
    expect(emptyRoot.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(computeRoot(read, 0)).toEqual(emptyRoot);
  });

  it('has the root that the recursive definition gives, at every size', () => {
    for (let size = 1; size <= leaves.length; size += 1) {
      expect(computeRoot(read, size)).toEqual(slowRoot(leaves.slice(0, size)));
    }
  });

  it('proves every entry of every size, and no other', () => {
    fc.assert(
      fc.property(sizes, ([index, size]) => {
        const root = computeRoot(read, size);
        const proof = proveInclusion(read, index, size);
        const leaf = hashLeaf(leaves[index] ?? Buffer.alloc(0));
        expect(verifyInclusion(leaf, index, size, root, proof)).toBe(true);
        expect(verifyInclusion(hashLeaf(Buffer.from('another')), index, size, root, proof)).toBe(false);
        expect(verifyInclusion(leaf, index + 1, size, root, proof)).toBe(false);
        expect(verifyInclusion(leaf, index, size, root, [...proof, leaf])).toBe(false);
        if (proof.length > 0) expect(verifyInclusion(leaf, index, size, root, proof.slice(1))).toBe(false);
      }),
    );
  });

  it('shows any extension consistent with any prefix, and a rewritten one not', () => {
    const rewritten = leaves.with(0, Buffer.from('rewritten'));
    const other = grow(rewritten).read;
    fc.assert(
      fc.property(sizes, ([first, second]) => {
        const [a, b] = [computeRoot(read, first), computeRoot(read, second)];
        const proof = proveConsistency(read, first, second);
        expect(verifyConsistency(first, a, second, b, proof)).toBe(first > 0);
        if (first === 0) return;
        expect(verifyConsistency(first, computeRoot(other, first), second, b, proof)).toBe(false);
        expect(verifyConsistency(first, a, second, computeRoot(other, second), proof)).toBe(false);
        expect(
          verifyConsistency(
            first,
            a,
            second,
            computeRoot(other, second),
            proveConsistency(other, first, second),
          ),
        ).toBe(false);
        expect(verifyConsistency(second, b, first, a, proof)).toBe(false);
      }),
    );
  });

  it('refuses an index outside the tree', () => {
    expect(() => proveInclusion(read, 5, 5)).toThrow(RangeError);
    expect(() => proveConsistency(read, 6, 5)).toThrow(RangeError);
  });
});

/** Tiles over entries, each hash by the recursive definition. */
function grow(entries: readonly Uint8Array[]): { read: ReadNode } {
  const levels = [entries.map((entry) => hashLeaf(entry))];
  for (let below = levels[0] ?? []; below.length >= tileWidth;) {
    const full = Math.floor(below.length / tileWidth);
    below = Array.from({ length: full }, (_, n) => slowFold(below.slice(n * tileWidth, (n + 1) * tileWidth)));
    levels.push(below);
  }
  const tile: ReadTile = (level, n, width) =>
    Buffer.concat(levels[level]?.slice(n * tileWidth, n * tileWidth + width) ?? []);
  return { read: listNodes(tile) };
}

function slowFold(hashes: readonly Uint8Array[]): Buffer {
  const [only] = hashes;
  if (only !== undefined && hashes.length === 1) return Buffer.from(only);
  const half = hashes.length / 2;
  return hashChildren(slowFold(hashes.slice(0, half)), slowFold(hashes.slice(half)));
}

/** RFC 9162, 2.1.1, word for word. */
function slowRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [only] = entries;
  if (only === undefined) return emptyRoot;
  if (entries.length === 1) return hashLeaf(only);
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  return hashChildren(slowRoot(entries.slice(0, k)), slowRoot(entries.slice(k)));
}
