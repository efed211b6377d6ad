import { hash, randomBytes } from 'node:crypto';
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree';
import { listNodes, tileWidth } from '../../src/log/tree/tiles.ts';
import { foldHashes, hashLength, computeRoot } from '../../src/log/tree/tree.ts';
import { measure, type Measure } from './measure.ts';

/** Building a tree of leaf hashes, against bare hashing and against another library. */
export async function benchTree(count: number): Promise<Measure[]> {
  const leaves = randomBytes(count * hashLength);
  const some = 100_000;
  const texts = Array.from(
    { length: some },
    (_, i) => `0x${leaves.toString('hex', i * hashLength, (i + 1) * hashLength)}`,
  );
  const input = Buffer.alloc(65, 1);
  return [
    await measure(
      {
        name: `tree over ${count.toLocaleString('en')} leaf hashes`,
        baseline: 'as many SHA-256 of 65 bytes',
      },
      count,
      () => void buildTree(leaves),
      () => {
        for (let i = 0; i < count; i += 1) {
          input.writeUInt32BE(i, 1);
          hash('sha256', input, 'buffer');
        }
      },
    ),
    await measure(
      { name: `tree over ${some.toLocaleString('en')} leaf hashes`, baseline: '@openzeppelin/merkle-tree' },
      some,
      () => void buildTree(leaves.subarray(0, some * hashLength)),
      () => void SimpleMerkleTree.of(texts),
      { rounds: 3 },
    ),
  ];
}

/** All tiles of a tree, and its root. */
function buildTree(leaves: Buffer): Uint8Array {
  const levels = [leaves];
  for (let below = leaves; below.length >= tileWidth * hashLength;) {
    const tiles = Math.floor(below.length / (tileWidth * hashLength));
    const above = Buffer.alloc(tiles * hashLength);
    for (let n = 0; n < tiles; n += 1) {
      const tile = below.subarray(n * tileWidth * hashLength, (n + 1) * tileWidth * hashLength);
      above.set(foldHashes(tile), n * hashLength);
    }
    levels.push(above);
    below = above;
  }
  const node = listNodes((level, n, width) => {
    const start = n * tileWidth * hashLength;
    return levels[level]?.subarray(start, start + width * hashLength) ?? Buffer.alloc(0);
  });
  return computeRoot(node, leaves.length / hashLength);
}
