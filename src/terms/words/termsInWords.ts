import { formatTerms } from '../../messages/formatTerms.ts';
import type { Language } from '../../messages/languages.ts';
import type { Policy } from '../../odrl/Policy.ts';
import { toPolicy } from '../../odrl/read/readPolicy.ts';
import { createMoney, type Money } from './Money.ts';
import { policyMessages } from './policyMessages.ts';

/** The reader's language, and how money is written there; without, in the chain's coin and in units of tokens. */
interface Wording {
  language: Language;
  money?: Money | undefined;
}

/**
 * A document of terms in plain sentences: what may be done, on which conditions, with which duties, what must not be
 * done, and what of it is not understood. Nothing that it says is left out.
 *
 * @param document In ODRL's compact form, or a policy that was read.
 * @throws LedgerError `policy-invalid`.
 *
 * @example
 * termsInWords(document, { language: 'en' })
 * // ['You may: show it and copy it.', 'You must credit the creator.', 'A licence is free.', …]
 */
export function termsInWords(document: unknown, wording: Wording): string[] {
  return policyInWords(toPolicy(document), wording);
}

/** The same of a policy that was read, whatever form it came in. */
export function policyInWords(policy: Policy, { language, money }: Wording): string[] {
  return policyMessages(policy, money ?? createMoney(() => undefined)).map(formatTerms(language));
}
