import { z } from 'zod';
import { Bundle } from '../../log/Bundle.ts';
import { Deployment } from '../../ports/Deployment.ts';
import { Address, Hash, Signature, Timestamp } from '../../kernel/values.ts';
import { Decision } from '../Decision.ts';

/** A decision as the service signs it: canonical JSON (RFC 8785), an entry of the log. */
export const DecisionRecord = z.strictObject({
  type: z.literal('decision'),
  version: z.literal(1),
  /** The service's account. */
  author: Address,
  stated: Timestamp,
  decision: Decision,
  /** Where the contracts are whose facts it was made from. */
  deployment: Deployment,
  /** Documents of terms that were asked, with those they inherit from, and whether they were here. */
  documents: z.array(z.strictObject({ hash: Hash, here: z.boolean() })),
  /** Entries of the log that works were read from which are not minted. */
  logged: z.array(z.int().min(0)),
});
export type DecisionRecord = z.output<typeof DecisionRecord>;

/** What a receipt is known by: enough to find it, and with the decision to check its signature. */
const Receipt = z.object({
  author: Address,
  stated: Timestamp,
  /** SHA-256 of the decision's canonical JSON: the subject of the entry. */
  decisionHash: Hash,
  signature: Signature,
  /** Its place in the log. */
  index: z.int(),
  leafHash: Hash,
});
type Receipt = z.output<typeof Receipt>;

/** An answer as the service gives it. */
export const CheckAnswer = Decision.extend({ receipt: Receipt.optional() });
export type CheckAnswer = z.output<typeof CheckAnswer>;

/** A receipt with all that proves it and all that it was decided by, but for the chain. */
export const ReceiptFile = z.strictObject({
  type: z.literal('lianpu-receipt'),
  version: z.literal(1),
  entry: Bundle,
  /** Documents that the record names by hash, in Base64. */
  documents: z.array(z.string().max(2_000_000)).max(4096),
  /** The entries of works that were in the log only. */
  logged: z.array(Bundle).max(4096),
});
export type ReceiptFile = z.output<typeof ReceiptFile>;
