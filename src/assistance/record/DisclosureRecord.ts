import { z } from 'zod';
import { Address, Hash, Signature, Timestamp, WorkId } from '../../kernel/values.ts';
import { Opening } from './Opening.ts';
import { LogPosition } from '../../log/LogPosition.ts';

/** An author's own opening, for everybody, of a record that was withheld. */
export const DisclosureRecord = z.strictObject({
  type: z.literal('disclosure'),
  version: z.literal(1),
  workId: WorkId,
  author: Address,
  /** The leaf hash of the record that was withheld. */
  discloses: Hash,
  opening: Opening,
  /** When it was stated, in seconds since 1970. */
  stated: Timestamp,
});
export type DisclosureRecord = z.output<typeof DisclosureRecord>;

/** A disclosure with its author's EIP-712 signature. */
export const SignedDisclosure = z.strictObject({
  chainId: z.int().min(1),
  record: DisclosureRecord,
  signature: Signature,
});
export type SignedDisclosure = z.output<typeof SignedDisclosure>;

/** The EIP-712 types an author signs to disclose. */
export const disclosureTypes = {
  AssistanceDisclosure: [
    { name: 'workId', type: 'uint256' },
    { name: 'author', type: 'address' },
    { name: 'discloses', type: 'bytes32' },
    { name: 'recordHash', type: 'bytes32' },
  ],
};

/** A disclosure as the log holds it. */
export const LoggedDisclosure = LogPosition.extend({ record: DisclosureRecord, signature: Signature });
export type LoggedDisclosure = z.output<typeof LoggedDisclosure>;
