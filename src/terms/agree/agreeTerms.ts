import { nativeDecimals, wholeUnits } from '../../kernel/Currency.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { native, shareText } from '../../kernel/values.ts';
import { message, type Message } from '../../messages/Message.ts';
import type { Policy } from '../../odrl/Policy.ts';
import { toPolicy } from '../../odrl/read/readPolicy.ts';
import { inProfileTerms } from '../profile/inProfileTerms.ts';
import { statedBy, type Stated } from './statedBy.ts';
import { statedByChain } from './statedByChain.ts';
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
 * agreeTerms(terms, document) // terms-disagree: expected a terms document that agrees with the chain; price: expected 0.2 ETH, got 0.1 ETH
 * // details: { chain: { price: '200000000000000000' }, document: { price: '100000000000000000' } }
 */
export function agreeTerms(terms: Terms, document: unknown): { doubts: Doubt[] } {
  return agreePolicy(terms, toPolicy(document));
}

/** The same of a policy that was read, with all that it inherits. */
export function agreePolicy(terms: Terms, read: Policy): { doubts: Doubt[] } {
  const policy = inProfileTerms(read);
  const chain = statedByChain(terms);
  const stated = statedBy(policy, chain);
  const different = (Object.keys(chain) as (keyof Stated)[]).filter(
    (field) => JSON.stringify(chain[field]) !== JSON.stringify(stated[field]),
  );
  const [first, ...others] = different;
  if (first === undefined) return { doubts: findDoubts(policy) };
  const pick = (of: Stated) => Object.fromEntries(different.map((field) => [field, of[field]]));
  const say = (field: keyof Stated) => disagreement(field, chain, stated);
  const fields = others.reduce(
    (before, field) => message('errors.and-then', { first: before, then: say(field) }),
    say(first),
  );
  throw new LedgerError('terms-disagree', message('errors.terms-agree', { fields }), {
    details: { chain: pick(chain), document: pick(stated) },
  });
}

function disagreement(field: keyof Stated, chain: Stated, stated: Stated): Message<'errors'> {
  // Of a token nobody here knows the decimals.
  if (field === 'price' && chain.currency !== native) return message('errors.terms-price');
  return message('errors.terms-field', {
    field,
    expected: shown(field, chain[field]),
    got: shown(field, stated[field]),
  });
}

function shown(field: keyof Stated, value: Stated[keyof Stated]): string | string[] | Message<'errors'> {
  if (Array.isArray(value)) return value.length === 0 ? message('errors.none') : value;
  if (!/^\d+$/.test(`${value}`)) return `${value}`;
  if (field === 'price') return `${wholeUnits(BigInt(value), nativeDecimals)} ETH`;
  return field === 'revenueShareBps' ? shareText(Number(value)) : `${value}`;
}
