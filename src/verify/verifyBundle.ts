import { hash } from 'node:crypto';
import type { Block, Hex } from '../kernel/values.ts';
import type { Bundle } from '../log/Bundle.ts';
import { isSignedBy, readCheckpoint, type Checkpoint } from '../log/Checkpoint.ts';
import { encodeEnvelope } from '../log/envelope.ts';
import { originOf } from '../log/originOf.ts';
import { hashLeaf } from '../log/tree/tree.ts';
import { verifyInclusion } from '../log/tree/verifyProof.ts';

/** What a bundle is held against: what a chain says of its transaction, or a root that somebody gives. */
export type Trusted =
  | {
      against: 'chain';
      chainId: number;
      /** Undefined if the chain has no such transaction, or one that failed. */
      anchor: { block: Block; roots: { contract: Hex; size: number; root: Hex }[] } | undefined;
    }
  | { against: 'root'; size: number; root: Hex };

export interface BundleVerdict {
  verdict: 'holds' | 'does-not-hold';
  against: Trusted['against'];
  /** Whether the checkpoint's signature was checked. */
  signed: boolean;
  /** The first thing that is not what it should be; null for none. */
  fault: { what: string; expected: string; got: string } | null;
}

interface Keys {
  /** Whose signature the checkpoint has to have; none is checked without. */
  verifierKey?: string | undefined;
  /** The contract that has to have anchored it; any of the chain without. */
  contract?: Hex | undefined;
}

/**
 * Verifies that an entry stands in the log and the log's root on the chain. It needs no service.
 *
 * @throws LedgerError `checkpoint-invalid` for what is no checkpoint, `input-invalid` for what is no verifier key.
 */
export function verifyBundle(bundle: Bundle, trusted: Trusted, keys: Keys = {}): BundleVerdict {
  const checkpoint = readCheckpoint(bundle.checkpoint);
  const checks: Check[] = [
    ['the leaf', hex(encodeEnvelope(bundle.envelope)), bundle.leaf],
    ['the payload’s hash', bundle.envelope.payloadHash, sha256(bytesOf(bundle.payload))],
    documentCheck(bundle),
    ['the contract', keys.contract ?? bundle.contract, bundle.contract],
    ...checkpointChecks(bundle, checkpoint, keys.verifierKey),
    ['the inclusion proof', `one of entry ${bundle.index} of ${bundle.size}`, provenText(bundle)],
    ...(trusted.against === 'root' ? rootChecks(bundle, trusted) : chainChecks(bundle, trusted)),
  ];
  const failed = checks.find(([, expected, got]) => expected !== got);
  return {
    verdict: failed === undefined ? 'holds' : 'does-not-hold',
    against: trusted.against,
    signed: keys.verifierKey !== undefined,
    fault: failed === undefined ? null : { what: failed[0], expected: failed[1], got: failed[2] },
  };
}

type Check = readonly [what: string, expected: string, got: string];

/** The payload names its document by hash: registrations as bytes, JSON as text. */
function documentCheck({ payload, document }: Bundle): Check {
  const digest = document === null ? undefined : sha256(bytesOf(document)).slice(2);
  const bytes = bytesOf(payload);
  const isNamed = digest === undefined || bytes.includes(digest) || bytes.includes(digest, 0, 'hex');
  const expected = 'a document that the payload names by hash';
  return ['the document', expected, isNamed ? expected : `one of hash 0x${digest}`];
}

function checkpointChecks(bundle: Bundle, checkpoint: Checkpoint, verifierKey?: string): Check[] {
  const { chainId, contract, size, root } = bundle;
  const signature = `a signature of ${verifierKey ?? 'nobody'}`;
  const isSigned = verifierKey === undefined || isSignedBy(bundle.checkpoint, verifierKey);
  return [
    ['the checkpoint’s origin', originOf(chainId, contract), checkpoint.origin],
    ['the checkpoint’s size', `${size}`, `${checkpoint.size}`],
    ['the checkpoint’s root', root, hex(checkpoint.root)],
    ['the checkpoint’s signature', signature, isSigned ? signature : 'none that is good'],
  ];
}

function provenText({ leaf, index, size, root, proof }: Bundle): string {
  const holds = verifyInclusion(hashLeaf(unhex(leaf)), index, size, unhex(root), proof.map(unhex));
  return holds ? `one of entry ${index} of ${size}` : `${proof.length} hashes that do not lead to the root`;
}

function rootChecks({ size, root }: Bundle, given: { size: number; root: Hex }): Check[] {
  return [
    ['the size', `${given.size}`, `${size}`],
    ['the root', given.root, root],
  ];
}

function chainChecks(bundle: Bundle, { chainId, anchor }: Trusted & { against: 'chain' }): Check[] {
  const { transaction, block, blockHash, timestamp } = bundle.anchor;
  const chain: Check = ['the chain', `${chainId}`, `${bundle.chainId}`];
  if (anchor === undefined) {
    return [chain, ['the anchor', `transaction ${transaction} on the chain`, 'none, or one that failed']];
  }
  const text = (one: { contract: Hex; size: number; root: Hex }) =>
    `${one.contract} anchored ${one.size} entries as ${one.root}`;
  const expected = text(bundle);
  const roots = anchor.roots.map(text);
  return [
    chain,
    [
      'the anchor',
      expected,
      roots.includes(expected) ? expected : (roots[0] ?? 'a transaction that anchored nothing'),
    ],
    ['the anchor’s block', `${anchor.block.number}`, `${block}`],
    ['the anchor’s block hash', anchor.block.hash, blockHash],
    ['the anchor’s time', `${anchor.block.timestamp}`, `${timestamp}`],
  ];
}

function bytesOf(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

function sha256(bytes: Uint8Array): Hex {
  return `0x${hash('sha256', bytes)}`;
}

function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

function unhex(text: string): Buffer {
  return Buffer.from(text.slice(2), 'hex');
}
