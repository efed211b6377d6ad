import { z } from 'zod';
import { Address, Hash, Signature } from '../kernel/values.ts';
import { Anchor, LogPosition } from '../log/LogPosition.ts';

/** Heads of one session: who needs more begins another. */
export const maxHeads = 2000;

/** How far a session had come: all the service ever learns of it. */
export const ProcessHead = z.strictObject({
  type: z.literal('process'),
  version: z.literal(1),
  session: Hash,
  /** The head of the chain with the first `count` events. */
  head: Hash,
  count: z.int().min(1),
  author: Address,
});
export type ProcessHead = z.output<typeof ProcessHead>;

/** A head with its author's EIP-712 signature. */
export const SignedHead = z.strictObject({
  chainId: z.int().min(1),
  record: ProcessHead,
  signature: Signature,
});
export type SignedHead = z.output<typeof SignedHead>;

/** The EIP-712 types an author signs. */
export const headTypes = {
  ProcessHead: [
    { name: 'session', type: 'bytes32' },
    { name: 'head', type: 'bytes32' },
    { name: 'count', type: 'uint64' },
    { name: 'author', type: 'address' },
  ],
};

/** A head as the log holds it. */
export const LoggedHead = LogPosition.extend({ record: ProcessHead, signature: Signature });
export type LoggedHead = z.output<typeof LoggedHead>;

/** A head with the proof that it is in the log under an anchored root (RFC 9162, 2.1.3). */
export const ProvenHead = z.strictObject({
  record: ProcessHead,
  signature: Signature,
  index: z.int().min(0),
  /** The hashes from the leaf up to the root of `anchor.size` entries. */
  proof: z.array(Hash).max(64),
  anchor: Anchor,
});
export type ProvenHead = z.output<typeof ProvenHead>;
