import type { Evidence, Held, Offered } from '../Evidence.ts';
import { askDocument, type Asked, type Said } from './askDocument.ts';
import { withLedgerFacts, type Stated } from './statedFacts.ts';

/** What is asked of every document of one question. */
export function askedOf({ question, use, now }: Evidence, stated: Stated): Asked {
  return { use, licensee: question.licensee, now, stated };
}

/** What the document of a licence says, which knows how long its term has run and how many were sold. */
export function askHeld({ licence, offer, document, sold }: Held, asked: Asked): Said {
  const { since, until } = licence;
  const duration = offer?.terms.duration ?? 0;
  // A renewed licence begins its term anew: what counts is what is left of it.
  const begun = until === null || duration === 0 ? since : until - duration;
  const elapsed = Math.max(0, asked.now - begun);
  return askDocument(document, { ...asked, stated: withLedgerFacts(asked.stated, elapsed, sold) });
}

/** What the document of an offer would say of a licence acquired now. */
export function askOffered({ document, sold }: Offered, asked: Asked, acquired: number): Said {
  const elapsed = Math.max(0, asked.now - acquired);
  return askDocument(document, { ...asked, stated: withLedgerFacts(asked.stated, elapsed, sold + 1) });
}
