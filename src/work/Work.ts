import { z } from 'zod';
import { fromBits, toBits } from '../kernel/bits.ts';
import { Address, Bps, Hash, Origin, Timestamp, WorkId } from '../kernel/values.ts';
import { AiSummary } from './digitalSourceTypes.ts';
import { Label } from './Labels.ts';
import { Kind, Metadata } from './Metadata.ts';
import { Regime } from './Registration.ts';
import { Uses } from './Uses.ts';

/** Moral rights a creator can assert, in the order of their bits on chain. */
const moralRightNames = ['attribution', 'integrity', 'disclosure'] as const;
export const MoralRight = z.enum(moralRightNames);
export type MoralRight = z.infer<typeof MoralRight>;

/** A work as it stands, on the chain or, until somebody collects it, in the log. */
export const Work = z.object({
  workId: WorkId,
  kind: Kind,
  /** Who has the creator's role now: it passes only by the creator's own act. */
  creator: Address,
  /** Who registered it, and is paid where no payees were named. */
  registrant: Address,
  /** Who holds the token. */
  owner: Address,
  contentHash: Hash,
  metadataHash: Hash,
  /** Uses nobody can ever license. */
  retained: Uses,
  /** Uses that can be licensed at all. */
  ceiling: Uses,
  /** Uses the token's holder may exercise. */
  holderUses: Uses,
  moralRights: z.array(MoralRight),
  /** What AI did. */
  aiSummary: AiSummary,
  resaleBps: Bps,
  /** Conditions of the community, by the codes of Local Contexts. */
  labels: z.array(Label),
  /** Whether a community's conditions bind it, its own labels or those of a work it was made from. */
  labelled: z.boolean(),
  /** How the token may be traded; null is open. */
  regime: Regime.nullable(),
  /** The last second a licence of it may hold, as those it was made under allow; null is without end. */
  until: Timestamp.nullable(),
  /** Whether the metadata can no longer be amended. */
  frozen: z.boolean(),
  shareAlike: z.boolean(),
  /** Whether an absolute share is owed by it and by all its descendants. */
  owesAbsolute: z.boolean(),
  /** The log's entry it was minted from; null where it was registered without. */
  vouched: z
    .object({
      /** Who speaks in the entry: the creator, or an operator of the log. */
      author: Address,
      /** The entry's place in the log. */
      index: z.int(),
      /** Whether the creator signed it; otherwise there is the operator's word only. */
      signed: z.boolean(),
    })
    .nullable(),
  /** Null while it is not minted. */
  registered: Origin.extend({ timestamp: Timestamp }).nullable(),
  /** Where it stands in the log while it is not minted: who vouches for it, and the terms it is offered under. */
  logged: z.object({ index: z.int(), author: Address, termsId: Hash.nullable() }).nullable(),
});
export type Work = z.output<typeof Work>;

/** A work with what is said of it; `metadata` is null while nobody brought the document its hash names. */
export const DescribedWork = Work.extend({ metadata: Metadata.nullable() });
export type DescribedWork = z.output<typeof DescribedWork>;

/** The bit set the contracts hold. */
export function moralRightsToBits(rights: readonly MoralRight[]): number {
  return toBits(moralRightNames, rights);
}

/** The names in a bit set. */
export function moralRightsFromBits(bits: number): MoralRight[] {
  return fromBits(moralRightNames, bits);
}
