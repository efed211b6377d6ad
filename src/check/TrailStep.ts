import { z } from 'zod';
import { Address, Amount, Hash, Timestamp, WorkId } from '../kernel/values.ts';
import { Label } from '../work/Labels.ts';
import { Use } from '../work/Uses.ts';
import { Condition } from './Condition.ts';

/** What a finding does to the answer. */
const then = z.enum(['goes-on', 'permits', 'denies', 'cannot-tell']);

/** A finding by its code, with the values that explain it. The catalogue has a sentence for each: `check.trail-<found>`. */
function step<const Found extends string, Values extends z.ZodRawShape>(found: Found, values: Values) {
  return z.strictObject({ found: z.literal(found), values: z.strictObject(values), then });
}

const use = { use: Use };
/** Something that stands on a work up the lineage; at generation 0 on the work asked about. */
const upstream = { ...use, workId: WorkId, generation: z.int() };
/** A licence that covers the use; `until` is the last second it holds, null is no expiry. */
const covering = { ...use, workId: WorkId, termsId: Hash, until: Timestamp.nullable() };

/** One finding of a check: a code, its values, and what followed from it. */
export const TrailStep = z.discriminatedUnion('found', [
  /** `asked` is an id, a hash of a file or a token. */
  step('work-unregistered', { asked: z.string() }),
  step('work-registered', { workId: WorkId, registrant: Address }),
  step('works-compete', { count: z.int() }),
  step('account-is-creator', {}),
  step('use-retained', use),
  step('use-not-retained', use),
  step('use-licensable', use),
  step('use-above-ceiling', use),
  step('use-closed-by-label', { ...upstream, label: Label }),
  step('use-retained-upstream', upstream),
  step('use-not-passed-on', { ...upstream, termsId: Hash }),
  step('token-permits', { holder: Address, uses: z.array(Use) }),
  step('token-expired', { until: Timestamp }),
  /** `rule` is its place in the document, such as `permission[0]`. */
  step('licence-permits', { ...covering, rule: z.string().nullable() }),
  step('licence-denies', { ...covering, rule: z.string().nullable(), conditions: z.array(Condition) }),
  step('licence-document-missing', covering),
  step('licence-fact-missing', { ...covering, missing: z.array(z.string()) }),
  step('licence-not-understood', { ...covering, notUnderstood: z.array(z.string()) }),
  step('licence-for-other-use', { ...use, termsId: Hash }),
  step('licence-not-begun', { termsId: Hash, since: Timestamp }),
  step('licence-expired', { termsId: Hash, until: Timestamp }),
  step('licence-revoked', { termsId: Hash, until: Timestamp }),
  step('licences-none', {}),
  step('licences-none-beside-token', {}),
  step('licences-permit-none', {}),
  step('licensee-none', {}),
  step('source-unlicensed', { ...use, workId: WorkId }),
  step('sources-permit-in-part', {}),
  /** `price` is in the currency's smallest unit. */
  step('offer-permits', { workId: WorkId, termsId: Hash, price: Amount, currency: Address }),
  step('index-behind', { block: z.int() }),
]);
export type TrailStep = z.output<typeof TrailStep>;
