import { z } from 'zod';
import { Address, Hash, Signature, Timestamp, WorkId } from '../../kernel/values.ts';
import { LogPosition } from '../../log/LogPosition.ts';
import { Text } from './Text.ts';

/** As what somebody countersigns: the provider of a tool or model that the record names, or a custodian of heritage. */
export const countersignerRoles = ['toolProvider', 'custodian'] as const;

/** Somebody else's word that a record is true as far as they can tell. */
export const Countersignature = z.strictObject({
  type: z.literal('countersignature'),
  version: z.literal(1),
  workId: WorkId,
  author: Address,
  /** The leaf hash of the record. */
  countersigns: Hash,
  role: z.enum(countersignerRoles),
  /** What they vouch for in particular. */
  remark: Text.nullable().default(null),
  /** When it was stated, in seconds since 1970. */
  stated: Timestamp,
});
export type Countersignature = z.output<typeof Countersignature>;

/** A countersignature with the EIP-712 signature of who gives it. */
export const SignedCountersignature = z.strictObject({
  chainId: z.int().min(1),
  record: Countersignature,
  signature: Signature,
});
export type SignedCountersignature = z.output<typeof SignedCountersignature>;

/** The EIP-712 types a countersigner signs. */
export const countersignatureTypes = {
  Countersignature: [
    { name: 'workId', type: 'uint256' },
    { name: 'author', type: 'address' },
    { name: 'countersigns', type: 'bytes32' },
    { name: 'role', type: 'string' },
    { name: 'recordHash', type: 'bytes32' },
  ],
};

/** A countersignature as the log holds it. */
export const LoggedCountersignature = LogPosition.extend({ record: Countersignature, signature: Signature });
export type LoggedCountersignature = z.output<typeof LoggedCountersignature>;
