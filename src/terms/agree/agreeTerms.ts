import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Policy } from '../../odrl/Policy.ts';
import { toPolicy } from '../../odrl/read/readPolicy.ts';
import { inProfileTerms } from '../profile/inProfileTerms.ts';
import { disagreementMessage } from './disagreementMessage.ts';
import { readDocumentFields, type Stated } from './readDocumentFields.ts';
import { readChainFields } from './readChainFields.ts';
import { findDoubts, type Doubt } from './findDoubts.ts';
import type { Terms } from '../Terms.ts';

/**
 * Holds the document of terms against what the contracts enforce of them. They agree where the document says of each
 * chain field the same: a document that permits more, asks another price or share, lasts longer, has no cap or lets a
 * licence pass on is refused, and so is one that says less of it. What a document says beyond the chain fields, such as a
 * territory, only narrows them.
 *
 * @param document In ODRL's compact form.
 * @returns What it says that is not understood, with where it is: checks that come to it answer "cannot tell".
 * @throws LedgerError `policy-invalid`; `terms-disagree` with the differing fields of both in `details`.
 *
 * @example
 * agreeTerms(terms, document) // terms-disagree: expected a terms document that agrees with the chain; revenueShareBps: expected 10 %, got 5 %
 * // details: { chain: { revenueShareBps: '1000' }, document: { revenueShareBps: '500' } }
 */
export function agreeTerms(terms: Terms, document: unknown): { doubts: Doubt[] } {
  return agreePolicy(terms, toPolicy(document));
}

/** The same of a policy that was read, with all that it inherits. */
export function agreePolicy(terms: Terms, read: Policy): { doubts: Doubt[] } {
  const policy = inProfileTerms(read);
  const chain = readChainFields(terms);
  const stated = readDocumentFields(policy, chain);
  const different = (Object.keys(chain) as (keyof Stated)[]).filter(
    (field) => JSON.stringify(chain[field]) !== JSON.stringify(stated[field]),
  );
  if (different.length === 0) return { doubts: findDoubts(policy) };
  const pick = (of: Stated) => Object.fromEntries(different.map((field) => [field, of[field]]));
  throw new LedgerError('terms-disagree', disagreementMessage(different, chain, stated), {
    details: { chain: pick(chain), document: pick(stated) },
  });
}
