import { hash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LedgerError } from '../../../src/kernel/LedgerError.ts';
import { parseInput } from '../../../src/kernel/json/parseInput.ts';
import { Bundle } from '../../../src/log/Bundle.ts';
import { signCheckpoint, verifierKeyOf } from '../../../src/log/Checkpoint.ts';
import { encodeEnvelope, type Envelope } from '../../../src/log/envelope.ts';
import { hashLeaf, proveInclusion, rootOf } from '../../../src/log/tree/tree.ts';
import { verifyBundle, type Trusted } from '../../../src/verify/verifyBundle.ts';
import type { Hex } from '../../../src/kernel/values.ts';
import { noteKey, recordOf, rootByDefinition } from '../../support/layLog.ts';

const chainId = 31337;
const contract: Hex = `0x${'c'.repeat(40)}`;
const origin = `lianpu/eip155:${chainId}:${contract}`;
const key = noteKey(origin);
const verifierKey = verifierKeyOf(key);
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
  hashLeaf(n === index ? encodeEnvelope(envelope) : recordOf(n).leaf),
);
const node = (level: number, n: number) =>
  rootByDefinition(hashes.slice(n * 2 ** level, (n + 1) * 2 ** level));
const rootBytes = rootOf(node, size);
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
/** What the chain says of each transaction. */
const askChain = (transaction: Hex): Trusted => ({
  against: 'chain',
  chainId,
  anchor:
    transaction === bundle.anchor.transaction
      ? {
          block: { number: 42, hash: bundle.anchor.blockHash, timestamp: bundle.anchor.timestamp },
          roots: [
            { contract: `0x${'d'.repeat(40)}`, size: 1, root },
            { contract, size, root },
          ],
        }
      : undefined,
});
/** Refused as a file, or as a proof. */
function isRefused(value: unknown, trusted?: Trusted): boolean {
  try {
    const parsed = parseInput(Bundle, value);
    const held = trusted ?? askChain(parsed.anchor.transaction);
    const { verdict, fault } = verifyBundle(parsed, held, { verifierKey });
    return verdict === 'does-not-hold' && fault !== null && fault.expected !== fault.got;
  } catch (error) {
    return error instanceof LedgerError && ['input-invalid', 'checkpoint-invalid'].includes(error.code);
  }
}

/** The path of each value in a document. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, [...path, name]));
}
function changed(value: unknown, path: readonly string[], change: (part: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = changed(copy[name], rest, change);
  return copy;
}
const paths = leavesOf(bundle);

it('a bundle holds against the chain, and against its root', () => {
  const text = JSON.stringify(bundle);
  const parsed = parseInput(Bundle, JSON.parse(text));
  const none = { signed: true, fault: null };
  expect(verifyBundle(parsed, askChain(bundle.anchor.transaction), { verifierKey, contract })).toEqual({
    verdict: 'holds',
    against: 'chain',
    ...none,
  });
  expect(verifyBundle(parsed, { against: 'root', size, root }, {})).toEqual({
    verdict: 'holds',
    against: 'root',
    signed: false,
    fault: null,
  });
});

it('a bundle in which any one letter or number is another is refused', () => {
  expect(paths.length).toBeGreaterThan(20);
  const alphabet = '0123456789abcdefABCDEF+/=xz \n—';
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(), fc.constantFrom(...alphabet), (path, at, letter) => {
      const other = changed(bundle, path, (part) => {
        if (typeof part === 'number') return part + 1 + (at % 5);
        const text = String(part);
        const place = at % text.length;
        const with1 = (one: string) => text.slice(0, place) + one + text.slice(place + 1);
        return with1(letter) === text ? with1('?') : with1(letter);
      });
      expect([path, isRefused(other)]).toEqual([path, true]);
    }),
    { numRuns: 3000 },
  );
});

it('a bundle that lacks any one member, has one more, or a null in place of one, is refused', () => {
  const objects = [[], ['envelope'], ['anchor']];
  for (const path of objects) {
    const names = Object.keys(
      path.reduce((one: object, name) => (one as Record<string, object>)[name] ?? one, bundle),
    );
    for (const name of names) {
      const without = changed(bundle, path, (part) =>
        Object.fromEntries(Object.entries(part as object).filter(([one]) => one !== name)),
      );
      expect([name, isRefused(without)]).toEqual([name, true]);
      // A bundle without its document still proves the entry.
      if (name === 'document') continue;
      expect([name, isRefused(changed(bundle, [...path, name], () => null))]).toEqual([name, true]);
    }
    const more = changed(bundle, path, (part) => ({ ...(part as object), more: 1 }));
    expect([path, isRefused(more)]).toEqual([path, true]);
  }
  for (const proof of [[], bundle.proof.slice(1), [...bundle.proof, root], bundle.proof.toReversed()]) {
    expect(isRefused({ ...bundle, proof })).toBe(true);
  }
});

it('what another chain, another contract or another root says does not hold', () => {
  const held = askChain(bundle.anchor.transaction);
  if (held.against !== 'chain' || held.anchor === undefined) throw new Error('expected an anchor');
  const { block, roots } = held.anchor;
  const others: Trusted[] = [
    { ...held, chainId: 1 },
    { ...held, anchor: undefined },
    { ...held, anchor: { block, roots: [] } },
    { ...held, anchor: { block, roots: roots.slice(0, 1) } },
    { ...held, anchor: { block: { ...block, hash: root }, roots } },
    { against: 'root', size: size + 1, root },
    { against: 'root', size, root: `0x${'0'.repeat(64)}` },
  ];
  for (const trusted of others) expect(isRefused(bundle, trusted)).toBe(true);
  const stranger: Hex = `0x${'e'.repeat(40)}`;
  expect(verifyBundle(bundle, held, { contract: stranger })).toMatchObject({
    verdict: 'does-not-hold',
    fault: { what: 'the contract', expected: stranger, got: contract },
  });
});

it('a note of another key is refused where the key is asked for', () => {
  const checkpoint = signCheckpoint({ origin, size, root: rootBytes }, noteKey(origin));
  expect(isRefused({ ...bundle, checkpoint })).toBe(true);
  const held = askChain(bundle.anchor.transaction);
  expect(verifyBundle({ ...bundle, checkpoint }, held)).toMatchObject({ verdict: 'holds', signed: false });
});
