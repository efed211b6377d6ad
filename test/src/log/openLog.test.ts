import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorLog, requireSameHistory } from '../../../src/log/anchorLog.ts';
import { encodeEnvelope } from '../../../src/log/envelope.ts';
import type { Log } from '../../../src/log/Log.ts';
import { openLog } from '../../../src/log/openLog.ts';
import { bundleHeaderLength } from '../../../src/log/disk/recordBundle.ts';
import { hashLeaf } from '../../../src/log/tree/tree.ts';
import { verifyConsistency, verifyInclusion } from '../../../src/log/tree/verifyProof.ts';
import { openLedger } from '../../../src/api/openLedger.ts';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import { hexId, zeroHash, type Hex } from '../../../src/kernel/values.ts';
import { encodeRegistrationPayload } from '../../../src/work/logged/registrationPayload.ts';
import { registration } from '../../support/registration.ts';
import { freshChain } from '../../support/chain.ts';
import { openChain } from '../../../src/chain/openChain.ts';

let folder: string;
let log: Log;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianpu-log-'));
  log = await openLog(folder, 'lianpu/test');
});
afterEach(async () => {
  await log.close();
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
  await log.close();
  log = await openLog(folder, 'lianpu/test');
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
    expect(verifyConsistency(n, bytes(log.root(n)), 21, bytes(log.root(21)), growth)).toBe(n > 0);
  }
});

it('a partial tile stays until the full one takes its place', async () => {
  const there = (path: string) =>
    stat(join(folder, 'log', path)).then(
      () => true,
      () => false,
    );
  for (let n = 0; n < 3; n += 1) {
    await append(n);
    await log.publish();
  }
  expect(await there('tile/0/000.p/1')).toBe(true);
  expect(await there('tile/0/000.p/3')).toBe(true);
  for (let n = 3; n < 258; n += 1) await append(n);
  await log.publish();
  expect([await there('tile/0/000'), await there('tile/0/000.p')]).toEqual([true, false]);
});

it('what was asked for before a log is closed is written, and nothing after', async () => {
  const asked = append(0);
  await log.close();
  expect((await asked).index).toBe(0);
  await expect(append(1)).rejects.toMatchObject({ code: 'store-unreachable' });
  log = await openLog(folder, 'lianpu/test');
  expect(log.size()).toBe(1);
});

it('only one process writes a log', async () => {
  await expect(openLog(folder, 'lianpu/test')).rejects.toMatchObject({ code: 'store-unreachable' });
});

it('the log of another name is refused', async () => {
  await append(0);
  await log.close();
  await expect(openLog(folder, 'lianpu/other')).rejects.toMatchObject({ code: 'checkpoint-invalid' });
  log = await openLog(folder, 'lianpu/test');
});

it('what was appended at once is in the order it was asked for, and once', async () => {
  const entries = await Promise.all(Array.from({ length: 700 }, (_, n) => append(n % 600)));
  expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: 700 }, (_, n) => n % 600));
  expect(log.size()).toBe(600);
});

it('of a registration an author says one thing, and another author may say another', async () => {
  const say = (by: Hex, words: string) =>
    log.append({
      envelope: { type: 'registration', subject: hexId(7n), author: by },
      payload: Buffer.from(words),
    });
  const first = await say(author, 'one');
  await expect(say(author, 'two')).rejects.toMatchObject({ code: 'work-conflict' });
  const [again, other] = await Promise.all([say(author, 'one'), say(`0x${'2'.repeat(40)}`, 'two')]);
  expect([again.index, other.index, log.size()]).toEqual([first.index, 1, 2]);
});

describe('a record of a checkpoint', () => {
  const place = () => join(folder, 'log', 'records', '000');
  beforeEach(async () => {
    for (let n = 0; n < 5; n += 1) await append(n);
    await log.close();
  });
  afterEach(async () => {
    // The log is closed once more after each test.
    await rm(folder, { recursive: true });
    log = await openLog(folder, 'lianpu/test');
  });

  it('that is gone, or damaged, is missed, and nothing is taken away', async () => {
    const whole = await readFile(place());
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(1 ^ (whole[bundleHeaderLength + 100] ?? 0), bundleHeaderLength + 100);
    for (const bytes of [whole.subarray(0, -1), damaged]) {
      await writeFile(place(), bytes);
      await expect(openLog(folder, 'lianpu/test')).rejects.toMatchObject({ code: 'store-corrupt' });
      expect((await readFile(place())).equals(bytes)).toBe(true);
    }
  });

  it('whose file cannot be read is not taken for one that was never written', async () => {
    await rename(place(), join(folder, 'aside'));
    await mkdir(place());
    await expect(openLog(folder, 'lianpu/test')).rejects.toMatchObject({ code: 'EISDIR' });
    expect((await stat(place())).isDirectory()).toBe(true);
  });

  it('that is another is noticed, even with a sum that fits', async () => {
    const bytes = await readFile(place());
    const leaf = bytes.subarray(bundleHeaderLength + 4, bundleHeaderLength + 4 + 87);
    leaf[40] = (leaf[40] ?? 0) ^ 1;
    bytes.writeUInt32BE(
      crc32(bytes.subarray(bundleHeaderLength + 4, bytes.readUInt32BE(0))),
      bundleHeaderLength,
    );
    await writeFile(place(), bytes);
    await expect(openLog(folder, 'lianpu/test')).rejects.toMatchObject({ code: 'store-corrupt' });
  });
});

it('a record that was not finished is taken away, and the next takes its place', async () => {
  for (let n = 0; n < 3; n += 1) await append(n);
  const root = log.root(3);
  await log.close();
  const place = join(folder, 'log', 'records', '000');
  const bytes = await readFile(place);
  bytes.writeUInt32BE(bytes.length + 200, 4 * 3);
  await writeFile(place, Buffer.concat([bytes, Buffer.alloc(150, 7)]));
  await mkdir(join(folder, 'log', 'records'), { recursive: true });
  await writeFile(join(folder, 'log', 'records', '001'), 'torn');
  log = await openLog(folder, 'lianpu/test');
  expect([log.size(), log.root(3)]).toEqual([3, root]);
  expect((await append(3)).index).toBe(3);
  expect((await readFile(place)).length).toBeGreaterThan(bytes.length);
  await expect(stat(join(folder, 'log', 'records', '001'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('the index by subject is made anew where it is missing', async () => {
  for (let n = 0; n < 7; n += 1) await append(n);
  await log.close();
  await rm(join(folder, 'log.subjects'), { recursive: true });
  log = await openLog(folder, 'lianpu/test');
  expect(log.entriesOf('assistance', hexId(1n)).map(({ index }) => index)).toEqual([1, 4]);
});

it('registrations are found by their file, also where that index is missing, and nothing else is', async () => {
  const file = hashBytes(Buffer.from('a mask'));
  const register = (subject: bigint, contentHash: Hex) =>
    log.append({
      envelope: { type: 'registration', subject: hexId(subject), author },
      payload: encodeRegistrationPayload({
        registration: { ...registration('a mask', 1), contentHash },
        termsId: zeroHash,
        signature: '0x',
      }),
    });
  await append(0);
  await register(1n, file);
  await register(2n, hashBytes(Buffer.from('another')));
  // What another record is about is not the file of a registration.
  await log.append({
    envelope: { type: 'assistance', subject: file, author },
    payload: Buffer.from('{}'),
  });
  await register(3n, file);
  const found = () => log.registrationsOf(file, 9).map(({ envelope }) => BigInt(envelope.subject));
  expect(found()).toEqual([1n, 3n]);
  await log.close();
  await rm(join(folder, 'log.contents'), { recursive: true });
  log = await openLog(folder, 'lianpu/test');
  expect(found()).toEqual([1n, 3n]);
  expect(log.registrationsOf(zeroHash, 9)).toEqual([]);
  expect(log.registrationsOf(file, 1)).toHaveLength(1);
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
  const other = await openLog(join(folder, 'other'), 'lianpu/test');
  await other.append({ envelope: { type: 'usage', subject: hexId(1n), author }, payload: Buffer.from('{}') });
  for (const refuse of [anchorLog, requireSameHistory]) {
    await expect(refuse({ log: other, chain })).rejects.toMatchObject({ code: 'log-inconsistent' });
  }
  await other.close();
  const relayer = cast.operator;
  const { provider } = connection.ethers;
  await expect(
    openLedger({ deployment, provider, relayer, folder: join(folder, 'restored') }),
  ).rejects.toMatchObject({ code: 'log-inconsistent' });
});
