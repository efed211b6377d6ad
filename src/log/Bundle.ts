import { z } from 'zod';
import { Hash, Timestamp, type Hex } from '../kernel/values.ts';
import { envelopeLength, leafTypes, type LeafType } from './envelope.ts';
import { expects } from '../kernel/json/fault.ts';

/** Bytes of a bundle's file, and more than the largest has. */
export const longestBundle = 16 * 2 ** 20;

/** An account in the one form that a bundle has it in. */
const Account = z.string().regex(/^0x[0-9a-f]{40}$/, expects('errors.an-account')) as unknown as z.ZodType<
  Hex,
  string
>;

/** Bytes in Base64, in the one form that stands for them (RFC 4648, 3.5). */
const Base64 = z.string().refine(isBase64, expects('errors.base64'));

/** A count or place in the log. */
const Count = z.int().min(0);

/**
 * An entry of the log with all that proves it: where it stands in the tree, and where the tree's root stands on a chain.
 * Nothing else is needed to verify it, but a chain to ask.
 */
export const Bundle = z.strictObject({
  type: z.literal('lianpu-entry'),
  version: z.literal(1),
  /** The chain, and the contract on it that anchors the log. */
  chainId: z.int().min(1),
  contract: Account,
  /** What the leaf says. */
  envelope: z.strictObject({
    type: z.enum(Object.keys(leafTypes) as [LeafType, ...LeafType[]]),
    subject: Hash,
    author: Account,
    payloadHash: Hash,
  }),
  leaf: z
    .string()
    .regex(
      new RegExp(`^0x[0-9a-f]{${envelopeLength * 2}}$`),
      expects('errors.a-leaf', { bytes: envelopeLength }),
    ),
  /** What the leaf names by hash, and a document that the payload names by hash; null for none. */
  payload: Base64,
  document: Base64.nullable(),
  /** Its place among the first `size` entries, whose root this is, with the inclusion proof (RFC 9162, 2.1.3). */
  index: Count,
  size: Count,
  root: Hash,
  proof: z.array(Hash).max(64),
  /** A signed note over the same size and root (C2SP tlog-checkpoint). */
  checkpoint: z.string().max(100_000),
  /** Where the chain took the root. */
  anchor: z.strictObject({
    transaction: Hash,
    block: Count,
    blockHash: Hash,
    timestamp: Timestamp,
  }),
});
export type Bundle = z.output<typeof Bundle>;

/** As browsers know it, too: the last digit may stand for bits that are not there. */
function isBase64(text: string): boolean {
  try {
    return btoa(atob(text)) === text;
  } catch {
    return false;
  }
}
