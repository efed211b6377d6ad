import { z } from 'zod';
import { Address, Hash, Timestamp, WorkId } from '../values.ts';
import { Use } from '../work/Uses.ts';
import { Breach } from './Breach.ts';

/** What a use is for, as far as terms tell it apart. */
export const purposes = ['commercial', 'non-commercial'] as const;

/** "May this account put this work to this use?" */
export const Question = z.strictObject({
  workId: WorkId,
  licensee: Address,
  use: Use,
  /** Whether the use is for gain. Where it is not said, a licence that depends on it says so as a duty. */
  purpose: z.enum(purposes).optional(),
});
export type Question = z.output<typeof Question>;

export const verdicts = ['permitted', 'permitted-with-duties', 'denied', 'cannot-tell'] as const;

/** Why an answer is what it is. Stable. */
export const reasons = [
  'creator',
  'holder',
  'licence',
  'use-retained-by-creator',
  'use-above-ceiling',
  'closed-by-community',
  'use-not-licensed',
  'purpose-not-licensed',
  'licence-expired',
  'licence-revoked',
  'work-ended',
  'no-licence',
  'work-unknown',
  'index-behind',
] as const;
export type Reason = (typeof reasons)[number];

/** What has to be done for a permitted use to stay permitted. */
export const Duty = z.discriminatedUnion('duty', [
  z.object({ duty: z.literal('attribute') }),
  z.object({ duty: z.literal('share-alike') }),
  z.object({ duty: z.literal('disclose-ai') }),
  /** Use it only for what is not for gain. */
  z.object({ duty: z.literal('non-commercial') }),
  /** Find the document of the terms and do what it asks: it is not here, and the chain has only its hash. */
  z.object({ duty: z.literal('read-terms'), documentHash: Hash }),
  /** Cure what the creator recorded against the licence: after this second it may be revoked. */
  z.object({ duty: z.literal('cure-breach'), breach: Breach, until: Timestamp }),
  /** Report revenue earned by the use and pay this share of it, in basis points. */
  z.object({ duty: z.literal('report-and-pay'), revenueShareBps: z.int(), currency: Address }),
]);
export type Duty = z.output<typeof Duty>;

/** An answer, with the block it was true at. A refusal is an answer, too. */
export const Decision = z.object({
  verdict: z.enum(verdicts),
  reason: z.enum(reasons),
  /** What decided, such as `retained.aiTraining` or `terms.0x….uses.display`; the work itself if it is unknown. */
  clause: z.string(),
  duties: z.array(Duty),
  /** The licence that decided. */
  termsId: Hash.nullable(),
  /** The last second a permission holds, in seconds since 1970; null is without end, or no permission. */
  until: Timestamp.nullable(),
  /** Open offers that would permit the use. */
  offers: z.array(Hash),
  question: Question,
  block: z.object({ number: z.int(), hash: Hash, timestamp: Timestamp }),
});
export type Decision = z.output<typeof Decision>;
