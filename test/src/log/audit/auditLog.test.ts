import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditLog } from '../../../../src/log/audit/auditLog.ts';
import type { Anchor } from '../../../../src/log/LogPosition.ts';
import { signCheckpoint, formatVerifierKey } from '../../../../src/log/Checkpoint.ts';
import { bundleHeaderLength, type StoredRecord } from '../../../../src/log/disk/recordBundle.ts';
import { hashLeaf } from '../../../../src/log/tree/tree.ts';
import type { Hex } from '../../../../src/kernel/values.ts';
import { toBundle, filesIn, layLog, noteKey, toRecord, rootByDefinition } from '../../../support/layLog.ts';

const chainId = 31337;
const contract: Hex = `0x${'c'.repeat(40)}`;
const origin = `lianpu/eip155:${chainId}:${contract}`;
const key = noteKey(origin);
const verifierKey = formatVerifierKey(key);
const size = 600;
const records = Array.from({ length: size }, (_, n) => toRecord(n));
const sound = layLog(records, key);
/** What the chain has anchored of the sound log. */
const sizes = [1, 2, 255, 256, 257, 410, 512, 600];

const computeRoot = (of: readonly StoredRecord[]): Hex =>
  `0x${Buffer.from(rootByDefinition(of.map(({ leaf }) => hashLeaf(leaf)))).toString('hex')}`;
const anchors: Anchor[] = sizes.map((size, block) => ({
  size,
  root: computeRoot(records.slice(0, size)),
  block,
  transaction: `0x${'0'.repeat(64)}`,
}));
async function* each(list: readonly Anchor[]) {
  yield* await Promise.resolve(list);
}
const audit = (files: ReadonlyMap<string, Buffer>, given = anchors) =>
  auditLog(filesIn(files), { verifierKey, chain: { chainId, contract, anchors: each(given) } });
const withFile = (path: string, bytes: Buffer | undefined) => {
  const files = new Map(sound);
  if (bytes === undefined) files.delete(path);
  else files.set(path, bytes);
  return files;
};

/** A record in other words, its leaf as it should be for them. */
function reworded(n: number): StoredRecord {
  return toRecord(n + 10_000);
}
const ways = ['reworded', 'reordered', 'dropped', 'duplicated', 'altered'] as const;
const place = fc.nat(size - 2);

/** What somebody did to the records, and the first entry that differs. */
function tamper(how: (typeof ways)[number], one: number, other: number) {
  const list = [...records];
  const record = records[one] as StoredRecord;
  if (how === 'altered') list[one] = { ...record, payload: Buffer.from('{"n":"another"}') };
  if (how === 'reworded') list[one] = reworded(one);
  if (how === 'dropped') list.splice(one, 1);
  if (how === 'duplicated') list.splice(one, 0, record);
  if (how !== 'reordered') return { list, first: how === 'duplicated' ? one + 1 : one };
  const second = other === one ? one + 1 : other;
  [list[one], list[second]] = [list[second] as StoredRecord, record];
  return { list, first: Math.min(one, second) };
}

it('a log that is as it was anchored holds, with every anchor', async () => {
  expect(await audit(sound)).toMatchObject({
    verdict: 'holds',
    size,
    entries: size,
    anchors: sizes.length,
    anchored: size,
    fault: null,
  });
  expect(await auditLog(filesIn(sound), {})).toMatchObject({
    verdict: 'holds',
    entries: size,
    anchors: null,
    anchored: null,
  });
});

it.each([0, 1, 255, 256, 257])('a log of %i entries holds', async (count) => {
  const files = layLog(records.slice(0, count), key);
  expect(
    await audit(
      files,
      anchors.filter((anchor) => anchor.size <= count),
    ),
  ).toMatchObject({
    verdict: 'holds',
    size: count,
  });
});

it('of altered, reordered, dropped or duplicated records the first is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ways), place, place, async (...how) => {
      const { list, first } = tamper(...how);
      const { verdict, fault } = await audit(withFile('records/000', toBundle(list)));
      expect([verdict, fault?.entry, fault?.last]).toEqual(['does-not-hold', first, first]);
      expect(fault?.expected).not.toBe(fault?.got);
    }),
    { numRuns: 60 },
  );
});

it('a log that was made anew, tiles, checkpoint and signature, is refused at the first anchor that knows better', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ways.slice(0, 4)), place, place, async (...how) => {
      const { list, first } = tamper(...how);
      const { verdict, fault } = await audit(layLog(list, key));
      const next = sizes.findIndex((anchored) => anchored > first);
      // What has lost an entry has not got as far as the last anchor.
      const last = Math.min((sizes[next] ?? 0) - 1, list.length);
      expect([verdict, fault?.entry, fault?.last]).toEqual(['does-not-hold', sizes[next - 1] ?? 0, last]);
    }),
    { numRuns: 40 },
  );
});

it('any byte of a tile that differs is found, at its entry', async () => {
  const tiles = [...sound.keys()].filter((path) => path.startsWith('tile/'));
  expect(tiles).toHaveLength(7);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...tiles), fc.nat(), async (path, at) => {
      const bytes = Buffer.from(sound.get(path) as Buffer);
      // Two bytes before each entry of a bundle are its length.
      const isEntries = path.includes('entries');
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      const { verdict, fault } = await audit(withFile(path, bytes));
      expect([verdict, fault?.check, fault?.file]).toEqual(['does-not-hold', 'tile', path]);
      const n = Number(/(\d{3})(\.p|$)/.exec(path)?.[1]);
      const within = Math.floor(place / (isEntries ? 89 : 32));
      const under = path.startsWith('tile/1') ? 256 : 1;
      expect(fault?.entry).toBe((n * 256 + within) * under);
    }),
    { numRuns: 60 },
  );
});

describe('refused, saying what was expected and what came, is', () => {
  it.each([...sound.keys()].filter((path) => path !== 'checkpoint'))('a log without %s', async (path) => {
    const { verdict, fault } = await audit(withFile(path, undefined));
    const check = path.startsWith('tile') ? 'tile' : 'record-file';
    expect([verdict, fault?.check, fault?.file, fault?.got]).toEqual(['does-not-hold', check, path, null]);
  });

  it('a log that holds less than the chain has anchored', async () => {
    const { verdict, fault } = await audit(layLog(records.slice(0, 512), key));
    expect([verdict, fault]).toMatchObject([
      'does-not-hold',
      { check: 'anchor-size', entry: 512, expected: '600', got: '512' },
    ]);
  });

  it('the log of another chain, or of another contract', async () => {
    const other: Hex = `0x${'d'.repeat(40)}`;
    for (const chain of [
      { chainId: 1, contract, anchors: each(anchors) },
      { chainId, contract: other, anchors: each(anchors) },
    ]) {
      const { verdict, fault } = await auditLog(filesIn(sound), { chain });
      expect([verdict, fault?.entry, fault?.got]).toEqual(['does-not-hold', null, origin]);
    }
  });

  it('a checkpoint of another key, or with another root', async () => {
    const forged = noteKey(origin);
    const root = Buffer.alloc(32, 7);
    for (const [checkpoint, check] of [
      [
        signCheckpoint({ origin, size, root: Buffer.from(computeRoot(records).slice(2), 'hex') }, forged),
        'checkpoint-signature',
      ],
      [signCheckpoint({ origin, size, root }, key), 'checkpoint-root'],
    ] as const) {
      const { verdict, fault } = await audit(withFile('checkpoint', Buffer.from(checkpoint)));
      expect([verdict, fault?.check]).toEqual(['does-not-hold', check]);
    }
  });

  it('a document that the payload does not name', async () => {
    const list = [...records];
    list[300] = { ...(records[300] as StoredRecord), document: Buffer.from('{"title":"another"}') };
    const { fault } = await audit(withFile('records/000', toBundle(list)));
    expect(fault).toMatchObject({ entry: 300, got: `0x${hash('sha256', '{"title":"another"}')}` });
  });

  it('a record that is longer than any, or torn', async () => {
    const bytes = sound.get('records/000') as Buffer;
    const long = Buffer.from(bytes);
    long.writeUInt32BE(2 ** 31, 4 * 41);
    const torn = Buffer.from(bytes);
    torn[bundleHeaderLength + 10] = (torn[bundleHeaderLength + 10] ?? 0) ^ 1;
    const cut = bytes.subarray(0, bytes.length - 1);
    const faults = [];
    for (const one of [long, torn, cut]) {
      const { fault } = await audit(withFile('records/000', one));
      faults.push([fault?.check, fault?.entry]);
    }
    expect(faults).toEqual([
      ['record-length', 41],
      ['record', 0],
      ['record-length', size - 1],
    ]);
  });
});

it('where there is no log, or something else, nothing is audited', async () => {
  await expect(audit(withFile('checkpoint', undefined))).rejects.toMatchObject({ code: 'log-unknown' });
  for (const text of ['<!doctype html>', '', 'a\n1\n\n', `${origin}\n-1\n${'A'.repeat(43)}=\n\n— a b\n`]) {
    await expect(audit(withFile('checkpoint', Buffer.from(text)))).rejects.toMatchObject({
      code: 'checkpoint-invalid',
    });
  }
  await expect(audit(withFile('checkpoint', Buffer.from('x'.repeat(200_000))))).rejects.toMatchObject({
    code: 'content-too-large',
  });
});
