import { z } from 'zod';
import { Address, Amount, Block, Bps, Hash, Timestamp, WorkId } from '../kernel/values.ts';
import { Label } from '../work/Labels.ts';
import { Condition } from './Condition.ts';
import { Duty } from './duties/Duty.ts';
import { Question } from './Question.ts';
import { reasons } from './reasons.ts';
import { TrailStep } from './TrailStep.ts';

export const verdicts = ['permitted', 'permitted-with-duties', 'denied', 'cannot-tell'] as const;

/** Whose word an answer rests on. */
export const Ground = z.object({
  /** What it is: a right of somebody's, a community's condition, terms, what became of a licence, or the ledger. */
  from: z.enum([
    'creator-right',
    'holder-right',
    'community-condition',
    'source-licence',
    'licence',
    'terms-document',
    'expiry',
    'revocation',
    'no-licence',
    'ledger',
  ]),
  /** The work it is on: the one asked about, or one up its lineage; null where there is none. */
  workId: WorkId.nullable(),
  /** How many generations up that is; 0 is the work asked about. */
  generation: z.int(),
  /** From the work asked about to that one. */
  path: z.array(WorkId),
  label: Label.nullable(),
  termsId: Hash.nullable(),
  /** SHA-256 of the document that says it. */
  document: Hash.nullable(),
  /** The rule in that document, and the constraint, such as `permission[0]/constraint[1]`. */
  rule: z.string().nullable(),
});
export type Ground = z.output<typeof Ground>;

/** An open offer under which the use would be permitted as it was asked about. */
export const Way = z.object({
  /** The work the licence is of: the one asked about, or for its creator one it was made from. */
  workId: WorkId,
  termsId: Hash,
  /** Of one licence, in the currency's smallest unit. */
  price: Amount,
  currency: Address,
  revenueShareBps: Bps,
  /** How long a licence lasts, in seconds; zero is without end. */
  duration: z.int(),
  /** Whether the creator has to approve the licensee first, and has not. */
  needsApproval: z.boolean(),
  /** What else it would ask for. */
  duties: z.array(Duty),
});
export type Way = z.output<typeof Way>;

/** An answer, with the block it was true at. A refusal is an answer, too. */
export const Decision = z.object({
  verdict: z.enum(verdicts),
  reason: z.enum(reasons),
  /** Where the reason is explained: a path that the service answers. */
  page: z.string(),
  /** What decided, such as `retained.aiTraining` or `terms.0x….uses.display`; the work itself if it is unknown. */
  clause: z.string(),
  /** Whose word that is, and where it stands. */
  ground: Ground,
  duties: z.array(Duty),
  /** The licence that decided. */
  termsId: Hash.nullable(),
  /** The last second a permission holds, in seconds since 1970; null is without end, or no permission. */
  until: Timestamp.nullable(),
  /** What a document asks for that is not met, or was not said. */
  conditions: z.array(Condition),
  /** What to state, by field or fact, for anybody to tell. */
  missing: z.array(z.string()),
  /** What terms say that this profile does not understand. */
  notUnderstood: z.array(z.string()),
  /** Open offers that would permit the use as it was asked about. */
  offers: z.array(Way),
  question: Question,
  /** The work that the question is about; null where it is unknown, or one of several. */
  workId: WorkId.nullable(),
  /** Who has its creator's role; null where the work is. */
  creator: Address.nullable(),
  /** Where several works were registered with the file: what would be said of each. */
  claims: z.array(
    z.object({ workId: WorkId, creator: Address, verdict: z.enum(verdicts), reason: z.enum(reasons) }),
  ),
  /** The second it was decided for: the question's time, or when it was decided. */
  time: Timestamp,
  /** When it was decided: the clock's second, or the block's if that is later. */
  decided: Timestamp,
  block: Block,
  /** Entries of the log that were looked at. */
  log: z.object({ size: z.int() }),
  /** How the index stands to the chain. */
  chain: z.object({
    state: z.enum(['connected', 'behind', 'unreachable']),
    /** Blocks that the chain is known to be ahead; null where nobody knows. */
    blocks: z.int().nullable(),
    /** Seconds since the index was last at the chain's head; null for never. */
    seconds: z.int().nullable(),
  }),
  /** What was looked at, in order; only where it was asked for. */
  trail: z.array(TrailStep).optional(),
});
export type Decision = z.output<typeof Decision>;
