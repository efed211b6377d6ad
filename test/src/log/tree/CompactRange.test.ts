import { expect, it } from 'vitest';
import { openCompactRange } from '../../../../src/log/tree/CompactRange.ts';
import { hashLeaf } from '../../../../src/log/tree/tree.ts';
import { rootByDefinition } from '../../../support/layLog.ts';

it('its root is the tree’s at every size, and it hears of each full subtree once', () => {
  const visited: string[] = [];
  const range = openCompactRange((level, hash) =>
    visited.push(`${level} ${Buffer.from(hash).toString('hex')}`),
  );
  const hashes: Buffer[] = [];
  for (let size = 0; size <= 130; size += 1) {
    expect([range.size(), range.root()]).toEqual([size, rootByDefinition(hashes)]);
    const hash = hashLeaf(Buffer.from(`${size}`));
    hashes.push(hash);
    range.push(hash);
  }
  const subtree = (level: number, n: number) =>
    `${level} ${Buffer.from(rootByDefinition(hashes.slice(n * 2 ** level, (n + 1) * 2 ** level))).toString('hex')}`;
  const all = Array.from({ length: 8 }, (_, level) =>
    Array.from({ length: Math.floor(131 / 2 ** level) }, (_, n) => subtree(level, n)),
  ).flat();
  expect(visited.toSorted()).toEqual(all.toSorted());
});
