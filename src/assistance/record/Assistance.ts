import { z } from 'zod';
import { Address, Hash, Signature, Timestamp, WorkId } from '../../kernel/values.ts';
import { Declaration } from './Declaration.ts';
import { Summary } from '../summary/Summary.ts';

/** What every record says in public, whatever else it withholds. */
const openPart = {
  type: z.literal('assistance'),
  version: z.literal(1),
  workId: WorkId,
  author: Address,
  /** The leaf hash of the record it amends; null for the first of its author. */
  amends: Hash.nullable().default(null),
  /** Derived from the making by rule; its type stands on the token, too. */
  summary: Summary,
  /** When it was stated, in seconds since 1970. */
  stated: Timestamp,
};

/** Characters of the largest encrypted record, in base64: what `maxRecordBytes` come to, and a stanza a reader. */
const maxSealed = 400_000;

/** The largest record, in bytes of its canonical JSON. */
export const maxRecordBytes = 256 * 1024;

/** Records of one author about one work, amendments and all: everybody who asks is given them. */
export const maxAmendments = 64;

/** A record that everybody can read. */
export const PublicRecord = z.strictObject({
  ...openPart,
  disclosure: z.literal('public'),
  ...Declaration.shape,
});
export type PublicRecord = z.output<typeof PublicRecord>;

/** A record of which the log holds a commitment alone; its author can disclose it later. */
const HashedRecord = z.strictObject({
  ...openPart,
  disclosure: z.literal('hashOnly'),
  /** SHA-256 of a salt and the public form of the record (`commitmentOf`). */
  commitment: Hash,
});

/** A record that its author encrypted to readers of their choice. */
const SealedRecord = z.strictObject({
  ...openPart,
  disclosure: z.literal('readers'),
  commitment: Hash,
  /** The opening of the commitment as an age file (age-encryption.org/v1), in base64. */
  sealed: z
    .base64()
    .max(maxSealed)
    .startsWith(btoa('age-encryption.org/v1'), 'expected an age file in base64'),
});

/** What AI did and what people did for a work, in order, as its creator states it. */
export const AssistanceRecord = z.discriminatedUnion('disclosure', [
  PublicRecord,
  HashedRecord,
  SealedRecord,
]);
export type AssistanceRecord = z.output<typeof AssistanceRecord>;

/** How much of a record everybody can read. */
export const disclosures = ['public', 'hashOnly', 'readers'] as const;

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
