import { z } from 'zod';
import { Address, Signature, Hash, Timestamp, WorkId } from '../values.ts';
import { Making } from './Making.ts';
import { Summary } from './summary/Summary.ts';

/** What AI did and what people did for a work, in order, as its creator states it. */
export const AssistanceRecord = z.strictObject({
  type: z.literal('assistance'),
  version: z.literal(1),
  workId: WorkId,
  author: Address,
  ...Making.shape,
  /** Derived from the making by rule; its type stands on the token, too. */
  summary: Summary,
  /** When it was stated, in seconds since 1970. */
  stated: Timestamp,
});
export type AssistanceRecord = z.output<typeof AssistanceRecord>;

/** A record with its author's EIP-712 signature over `AssistanceStatement`. */
export const SignedAssistance = z.strictObject({
  chainId: z.int().min(1),
  record: AssistanceRecord,
  signature: Signature,
});
export type SignedAssistance = z.output<typeof SignedAssistance>;

/** The EIP-712 types an author signs: the record by the SHA-256 of its canonical JSON. */
export const assistanceTypes = {
  AssistanceStatement: [
    { name: 'workId', type: 'uint256' },
    { name: 'author', type: 'address' },
    { name: 'recordHash', type: 'bytes32' },
  ],
};

/** A record as the log holds it, with its place there. */
export const LoggedAssistance = z.object({
  record: AssistanceRecord,
  signature: Signature,
  /** Its place in the log, counted from zero, and the hash of its leaf (RFC 9162, 2.1.1). */
  index: z.int(),
  leafHash: Hash,
  /** The first anchor on chain that covers it; null until the log's root is anchored again. */
  anchor: z.object({ size: z.int(), root: Hash, block: z.int(), transaction: Hash }).nullable(),
});
export type LoggedAssistance = z.output<typeof LoggedAssistance>;
