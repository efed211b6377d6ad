import type { Use } from '../../work/Uses.ts';
import type { Hex } from '../../kernel/values.ts';
import type { CheckEvidence, HeldLicence, CandidateOffer, TermsDocument } from '../evidence/CheckEvidence.ts';
import { askDocument, type Said } from './askDocument.ts';
import { nothingStated, setLedgerFacts, statedFacts, type Stated } from '../evidence/statedFacts.ts';

/** What is asked of every document of one question. */
export interface Asked {
  use: Use;
  licensee: Hex | null;
  /** Seconds since 1970. */
  now: number;
  /** What the asker stands for: put together when the first document asks for it. */
  stated: () => Stated;
}

export function toAsked({ question, use, now }: CheckEvidence): Asked {
  let stated: Stated | undefined;
  return { use, licensee: question.licensee, now, stated: () => (stated ??= statedFacts(question)) };
}

/** What the document of a licence says, which knows how long its term has run and how many were sold. */
export function askHeld({ licence, offer, document, sold }: HeldLicence, asked: Asked): Said {
  const { since, until } = licence;
  const duration = offer?.terms.duration ?? 0;
  // A renewed licence begins its term anew: what counts is what is left of it.
  const begun = until === null || duration === 0 ? since : until - duration;
  return ask(document, asked, Math.max(0, asked.now - begun), sold);
}

/** What the document of an offer would say of a licence acquired now. */
export function askOffered({ document, sold }: CandidateOffer, asked: Asked, acquired: number): Said {
  return ask(document, asked, Math.max(0, asked.now - acquired), sold + 1);
}

function ask(document: TermsDocument, asked: Asked, elapsed: number, sold: number): Said {
  const { use, licensee, now } = asked;
  if (document.state !== 'here' || !document.ready.asksFacts) {
    return askDocument(document, { use, licensee, now, stated: nothingStated });
  }
  const stated = asked.stated();
  setLedgerFacts(stated, elapsed, sold);
  return askDocument(document, { use, licensee, now, stated });
}
