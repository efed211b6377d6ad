import { expect, it } from 'vitest';
import type { Hex } from '../../../../src/kernel/values.ts';
import { formatVerifierKey } from '../../../../src/log/Checkpoint.ts';
import type { Anchor } from '../../../../src/log/LogPosition.ts';
import { hashLeaf } from '../../../../src/log/tree/tree.ts';
import type { Row } from '../../../../src/verify/Verification.ts';
import { verifyLog } from '../../../../src/verify/log/verifyLog.ts';
import { chainWith } from '../../../support/grounds.ts';
import { filesIn, layLog, noteKey, rootByDefinition, toRecord } from '../../../support/layLog.ts';

const contract: Hex = `0x${'c'.repeat(40)}`;
const key = noteKey(`lianpu/eip155:31337:${contract}`);
const verifierKey = formatVerifierKey(key);
const records = Array.from({ length: 9 }, (_, n) => toRecord(n));
const files = layLog(records, key);
const anchors: Anchor[] = [4, 9].map((size, block) => {
  const hashes = records.slice(0, size).map(({ leaf }) => hashLeaf(leaf));
  const root: Hex = `0x${Buffer.from(rootByDefinition(hashes)).toString('hex')}`;
  return { size, root, block, transaction: `0x${'0'.repeat(64)}` };
});
async function* each(list: readonly Anchor[]) {
  yield* await Promise.resolve(list);
}
const groundWith = (list: readonly Anchor[], id = 31337) => ({
  chain: { ...chainWith(id, () => undefined), anchorsSince: () => Promise.resolve(each(list)) },
  contract,
  fromBlock: 1,
});
const marks = (rows: readonly Row[]) => rows.map(({ check, ok }) => [check, ok]);

it('a log that holds lists what was compared, with every anchor', async () => {
  const verified = await verifyLog(filesIn(files), groundWith(anchors), { verifierKey });
  expect(verified).toMatchObject({ verdict: 'holds', against: 'chain', size: 9, anchored: 9 });
  expect(marks(verified.rows)).toEqual([
    ['origin', true],
    ['checkpoint-signature', true],
    ['entries', true],
    ['anchors', true],
    ['checkpoint-root', true],
  ]);
});

it('without a chain the log holds in itself, and the rows show what was not checked', async () => {
  const verified = await verifyLog(filesIn(files), undefined);
  expect(verified).toMatchObject({ verdict: 'holds', against: 'itself', anchored: null });
  const unchecked = verified.rows.filter(({ ok }) => ok === null).map(({ check }) => check);
  expect(unchecked).toEqual(['origin', 'checkpoint-signature', 'anchors']);
});

it('the log of another chain does not hold, and nothing else of it is checked', async () => {
  const { verdict, rows } = await verifyLog(filesIn(files), groundWith(anchors, 1), { verifierKey });
  expect(verdict).toBe('does-not-hold');
  expect(marks(rows)).toEqual([
    ['checkpoint-signature', null],
    ['entries', null],
    ['anchors', null],
    ['checkpoint-root', null],
    ['origin', false],
  ]);
});

it('an entry that the chain does not know is listed with how far the log agrees', async () => {
  const list = [...records.slice(0, 6), toRecord(99), ...records.slice(7)];
  const { verdict, rows } = await verifyLog(filesIn(layLog(list, key)), groundWith(anchors));
  expect(verdict).toBe('does-not-hold');
  expect(rows.filter(({ ok }) => ok === false)).toMatchObject([
    { check: 'anchors', expected: '2', got: '1' },
    { check: 'anchor-root', entry: 4, last: 8, block: 1, expected: anchors[1]?.root },
  ]);
});
