import { z } from 'zod';
import { Address, Hash, WorkId } from '../kernel/values.ts';

/** How a licensee broke its licence, in the order of `Breach` on chain (contracts/licence/Terms.sol), counted from one. */
export const breachNames = ['unpaid', 'unreported', 'unattributed', 'beyond-terms', 'moral-rights'] as const;
export const Breach = z.enum(breachNames);
export type Breach = z.infer<typeof Breach>;

/** Seconds a licensee has to cure a breach from when it was recorded (contracts/licence/LicenceBreaches.sol). */
export const curePeriod = 14 * 86_400;

/** A breach of a licence as its creator recorded it. */
export const RecordedBreach = z.object({
  breach: Breach,
  /** SHA-256 of a document that says what happened. */
  evidence: Hash,
  /** Seconds since 1970. */
  recorded: z.int(),
});
export type RecordedBreach = z.output<typeof RecordedBreach>;

/** What a creator says that a licensee did: canonical JSON (RFC 8785), whose SHA-256 is the evidence on chain. */
export const BreachReport = z.strictObject({
  version: z.literal(1),
  workId: WorkId,
  termsId: Hash,
  licensee: Address,
  breach: Breach,
  /** In words, with where it can be seen. */
  what: z.string().min(1, 'expected what happened').max(10_000),
});
export type BreachReport = z.output<typeof BreachReport>;
