import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LedgerError } from '../../../../src/kernel/LedgerError.ts';
import type { Bundle } from '../../../../src/log/Bundle.ts';
import { signCheckpoint, formatVerifierKey } from '../../../../src/log/Checkpoint.ts';
import { encodeEnvelope, type Envelope } from '../../../../src/log/envelope.ts';
import { hashLeaf, proveInclusion, computeRoot } from '../../../../src/log/tree/tree.ts';
import type { FoundAnchor } from '../../../../src/log/FoundAnchor.ts';
import { verifyEntry } from '../../../../src/verify/entry/verifyEntry.ts';
import type { Ground } from '../../../../src/verify/Ground.ts';
import { rootGround } from '../../../../src/verify/grounds/rootGround.ts';
import type { Hex } from '../../../../src/kernel/values.ts';
import { chainWith, failedChecks } from '../../../support/grounds.ts';
import { noteKey, toRecord, rootByDefinition } from '../../../support/layLog.ts';

const chainId = 31337;
const contract: Hex = `0x${'c'.repeat(40)}`;
const origin = `lianpu/eip155:${chainId}:${contract}`;
const key = noteKey(origin);
const verifierKey = formatVerifierKey(key);
const [size, index] = [11, 6];
const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`;

const document = Buffer.from('{"title":"Mask"}');
const payload = Buffer.from(`{"documentHash":"0x${hash('sha256', document)}"}`);
const envelope: Envelope = {
  type: 'assistance',
  subject: `0x${'5'.repeat(64)}`,
  author: `0x${'1'.repeat(40)}`,
  payloadHash: `0x${hash('sha256', payload)}`,
};
const hashes = Array.from({ length: size }, (_, n) =>
  hashLeaf(n === index ? encodeEnvelope(envelope) : toRecord(n).leaf),
);
const node = (level: number, n: number) =>
  rootByDefinition(hashes.slice(n * 2 ** level, (n + 1) * 2 ** level));
const rootBytes = computeRoot(node, size);
const root = hex(rootBytes);
const bundle: Bundle = {
  type: 'lianpu-entry',
  version: 1,
  chainId,
  contract,
  envelope,
  leaf: hex(encodeEnvelope(envelope)),
  payload: payload.toString('base64'),
  document: document.toString('base64'),
  index,
  size,
  root,
  proof: proveInclusion(node, index, size).map(hex),
  checkpoint: signCheckpoint({ origin, size, root: rootBytes }, key),
  anchor: {
    transaction: `0x${'7'.repeat(64)}`,
    block: 42,
    blockHash: `0x${'b'.repeat(64)}`,
    timestamp: 1_760_000_000,
  },
};
const found: FoundAnchor = {
  block: { number: 42, hash: bundle.anchor.blockHash, timestamp: bundle.anchor.timestamp },
  roots: [
    { contract: `0x${'d'.repeat(40)}`, size: 1, root },
    { contract, size, root },
  ],
};
/** A chain that has one transaction. */
const chainThat = (anchor: FoundAnchor | undefined, id = chainId) =>
  chainWith(id, (transaction) => (transaction === bundle.anchor.transaction ? anchor : undefined));
const chain = chainThat(found);

/** Refused as a file, or as a proof. */
async function isRefused(value: unknown, ground: Ground = chain): Promise<boolean> {
  try {
    const { verdict, rows } = await verifyEntry(value, ground, { verifierKey });
    const failed = rows.filter(({ ok }) => ok === false);
    return (
      verdict === 'does-not-hold' && failed.length > 0 && failed.every((row) => row.expected !== row.got)
    );
  } catch (error) {
    return error instanceof LedgerError && ['input-invalid', 'checkpoint-invalid'].includes(error.code);
  }
}

/** The path of each value in a document. */
function listLeaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => listLeaves(part, [...path, name]));
}
function changed(value: unknown, path: readonly string[], change: (part: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = changed(copy[name], rest, change);
  return copy;
}
const paths = listLeaves(bundle);

it('a bundle holds against the chain, and against its root', async () => {
  const parsed: unknown = JSON.parse(JSON.stringify(bundle));
  const byChain = await verifyEntry(parsed, chain, { verifierKey, contract });
  expect(byChain).toMatchObject({ verdict: 'holds', against: 'chain', entry: bundle });
  expect(byChain.rows.map(({ check, ok }) => [check, ok])).toEqual([
    ['leaf', true],
    ['payload-hash', true],
    ['document', true],
    ['contract', true],
    ['checkpoint-origin', true],
    ['checkpoint-size', true],
    ['checkpoint-root', true],
    ['checkpoint-signature', true],
    ['inclusion', true],
    ['chain', true],
    ['anchor', true],
    ['anchor-contract', true],
    ['anchor-size', true],
    ['anchor-root', true],
    ['anchor-block', true],
    ['anchor-block-hash', true],
    ['anchor-time', true],
  ]);
  const byRoot = await verifyEntry(parsed, rootGround({ size, root }));
  expect(byRoot).toMatchObject({ verdict: 'holds', against: 'root' });
  const unchecked = byRoot.rows.filter(({ ok }) => ok === null).map(({ check }) => check);
  expect(unchecked).toEqual([
    'contract',
    'checkpoint-signature',
    'chain',
    'anchor',
    'anchor-contract',
    'anchor-size',
    'anchor-root',
    'anchor-block',
    'anchor-block-hash',
    'anchor-time',
  ]);
});

it('a bundle in which any one letter or number is another is refused', async () => {
  expect(paths.length).toBeGreaterThan(20);
  const alphabet = '0123456789abcdefABCDEF+/=xz \n—';
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...paths),
      fc.nat(),
      fc.constantFrom(...alphabet),
      async (path, at, letter) => {
        const other = changed(bundle, path, (part) => {
          if (typeof part === 'number') return part + 1 + (at % 5);
          const text = String(part);
          const place = at % text.length;
          const with1 = (one: string) => text.slice(0, place) + one + text.slice(place + 1);
          return with1(letter) === text ? with1('?') : with1(letter);
        });
        expect([path, await isRefused(other)]).toEqual([path, true]);
      },
    ),
    { numRuns: 3000 },
  );
});

it('a bundle that lacks any one member, has one more, or a null in place of one, is refused', async () => {
  const objects = [[], ['envelope'], ['anchor']];
  for (const path of objects) {
    const names = Object.keys(
      path.reduce((one: object, name) => (one as Record<string, object>)[name] ?? one, bundle),
    );
    for (const name of names) {
      const without = changed(bundle, path, (part) =>
        Object.fromEntries(Object.entries(part as object).filter(([one]) => one !== name)),
      );
      expect([name, await isRefused(without)]).toEqual([name, true]);
      // A bundle without its document still proves the entry.
      if (name === 'document') continue;
      expect([name, await isRefused(changed(bundle, [...path, name], () => null))]).toEqual([name, true]);
    }
    const more = changed(bundle, path, (part) => ({ ...(part as object), more: 1 }));
    expect([path, await isRefused(more)]).toEqual([path, true]);
  }
  for (const proof of [[], bundle.proof.slice(1), [...bundle.proof, root], bundle.proof.toReversed()]) {
    expect(await isRefused({ ...bundle, proof })).toBe(true);
  }
});

it('what another chain, another contract or another root says does not hold', async () => {
  const { block, roots } = found;
  const others: [Ground, string[]][] = [
    [chainThat(found, 1), ['chain']],
    [chainThat(undefined), ['anchor']],
    [chainThat({ block, roots: [] }), ['anchor']],
    [chainThat({ block, roots: roots.slice(0, 1) }), ['anchor-contract', 'anchor-size']],
    [chainThat({ block, roots: [{ contract, size, root: bundle.anchor.blockHash }] }), ['anchor-root']],
    [chainThat({ block: { ...block, hash: root }, roots }), ['anchor-block-hash']],
    [chainThat({ block: { ...block, number: 43, timestamp: 1 }, roots }), ['anchor-block', 'anchor-time']],
    [rootGround({ size: size + 1, root }), ['root-size']],
    [rootGround({ size, root: `0x${'0'.repeat(64)}` }), ['root']],
    [rootGround(), ['root']],
  ];
  for (const [ground, checks] of others) {
    expect(await isRefused(bundle, ground)).toBe(true);
    expect(failedChecks((await verifyEntry(bundle, ground)).rows)).toEqual(checks);
  }
  const stranger: Hex = `0x${'e'.repeat(40)}`;
  const { verdict, rows } = await verifyEntry(bundle, chain, { contract: stranger });
  expect(verdict).toBe('does-not-hold');
  expect(rows.filter(({ ok }) => ok === false)).toEqual([
    { check: 'contract', expected: stranger, got: contract, ok: false },
  ]);
});

it('a ground is not asked about a bundle that contradicts itself', async () => {
  const asked: Hex[] = [];
  const ground = chainWith(chainId, (transaction) => {
    asked.push(transaction);
    return found;
  });
  const { verdict, rows } = await verifyEntry({ ...bundle, index: index + 1 }, ground);
  expect([verdict, failedChecks(rows), asked]).toEqual(['does-not-hold', ['inclusion'], []]);
  expect(rows.filter(({ check }) => check.startsWith('anchor')).every(({ ok }) => ok === null)).toBe(true);
});

it('a note of another key is refused where the key is asked for', async () => {
  const checkpoint = signCheckpoint({ origin, size, root: rootBytes }, noteKey(origin));
  expect(await isRefused({ ...bundle, checkpoint })).toBe(true);
  const { verdict, rows } = await verifyEntry({ ...bundle, checkpoint }, chain);
  expect(verdict).toBe('holds');
  expect(rows.find(({ check }) => check === 'checkpoint-signature')?.ok).toBeNull();
});
