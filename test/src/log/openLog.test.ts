import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anchorLog, requireSameHistory } from '../../../src/log/anchorLog.ts';
import { encodeEnvelope } from '../../../src/log/envelope.ts';
import type { Log } from '../../../src/log/Log.ts';
import { openLog } from '../../../src/log/openLog.ts';
import { hashLeaf } from '../../../src/log/tree.ts';
import { verifyConsistency, verifyInclusion } from '../../../src/log/verify.ts';
import { openLedger } from '../../../src/openLedger.ts';
import { hexId, type Hex } from '../../../src/values.ts';
import { freshChain } from '../../support/chain.ts';
import { openChain } from '../../../src/chain/openChain.ts';

let folder: string;
let log: Log;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-log-'));
  log = openLog(join(folder, 'log.sqlite'));
});
afterEach(async () => {
  log.close();
  await rm(folder, { recursive: true });
});

const author: Hex = `0x${'1'.repeat(40)}`;
const append = (n: number) =>
  log.append({
    envelope: { type: 'assistance', subject: hexId(BigInt(n % 3)), author },
    payload: Buffer.from(`{"n":${n}}`),
  });
const bytes = (hex: Hex) => Buffer.from(hex.slice(2), 'hex');

it('an entry keeps its place, and is found by what it is about, after the log was closed', async () => {
  for (let n = 0; n < 7; n += 1) expect((await append(n)).index).toBe(n);
  const root = log.root(7);
  log.close();
  log = openLog(join(folder, 'log.sqlite'));
  expect([log.size(), log.root(7)]).toEqual([7, root]);
  expect(log.entriesOf('assistance', hexId(1n)).map(({ index }) => index)).toEqual([1, 4]);
  expect(log.entriesOf('usage', hexId(1n))).toEqual([]);
  expect(log.entry(7)).toBeUndefined();
});

it('the same record again is the entry that is there', async () => {
  const first = await append(1);
  await append(2);
  expect(await append(1)).toEqual(first);
  expect(log.size()).toBe(2);
});

it('every entry and every growth is proved', async () => {
  for (let n = 0; n < 21; n += 1) await append(n);
  for (let n = 0; n < 21; n += 1) {
    const entry = log.entry(n);
    if (entry === undefined) throw new Error(`no entry ${n}`);
    const leaf = hashLeaf(encodeEnvelope(entry.envelope));
    expect(entry.leafHash).toBe(`0x${leaf.toString('hex')}`);
    const proof = log.proveInclusion(n, 21).map(bytes);
    expect(verifyInclusion(leaf, n, 21, bytes(log.root(21)), proof)).toBe(true);
    const growth = log.proveConsistency(n, 21).map(bytes);
    expect(verifyConsistency(n, bytes(log.root(n)), 21, bytes(log.root(21)), growth)).toBe(true);
  }
});

it('what is no log is refused', async () => {
  await writeFile(join(folder, 'other'), 'this is no database, and long enough to be read as one'.repeat(20));
  expect(() => openLog(join(folder, 'other'))).toThrow(expect.objectContaining({ code: 'store-corrupt' }));
});

it('the chain takes each growth once, and a log that is another is not anchored', async () => {
  const { connection, deployment, cast } = await freshChain();
  const chain = openChain(deployment, connection.ethers.provider, cast.operator);
  expect(await anchorLog({ log, chain })).toBeUndefined();
  for (const size of [1, 4, 9]) {
    while (log.size() < size) await append(log.size());
    expect(await anchorLog({ log, chain })).toBe(size);
    expect(await chain.anchored()).toEqual({ size, root: log.root(size) });
    expect(await anchorLog({ log, chain })).toBeUndefined();
  }
  const other = openLog(join(folder, 'other.sqlite'));
  await other.append({ envelope: { type: 'usage', subject: hexId(1n), author }, payload: Buffer.from('{}') });
  for (const refuse of [anchorLog, requireSameHistory]) {
    await expect(refuse({ log: other, chain })).rejects.toMatchObject({ code: 'log-inconsistent' });
  }
  other.close();
  const relayer = cast.operator;
  const { provider } = connection.ethers;
  await expect(
    openLedger({ deployment, provider, relayer, folder: join(folder, 'restored') }),
  ).rejects.toMatchObject({ code: 'log-inconsistent' });
});
