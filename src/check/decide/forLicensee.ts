import type { Work } from '../../work/Work.ts';
import type { CheckEvidence, HeldLicence } from '../evidence/CheckEvidence.ts';
import { covers } from '../../terms/Terms.ts';
import type { Said } from './askDocument.ts';
import { toAsked, askHeld } from './askHeld.ts';
import { licenceDuties, merged, moralDuties } from '../duties/dutiesOf.ts';
import { licenceStep } from './licenceStep.ts';
import { toGround, toOutcome, permission, type Outcome, type Trail } from './outcome.ts';

/** A licence that covers the use by what the chain knows, with what its document says. */
interface Answered {
  held: HeldLicence;
  said: Said;
}

/**
 * What the licences say that an account holds of a work. Of those that permit the use, the one that costs least; if none
 * does, one of which nobody can tell counts before one that denies.
 *
 * @returns undefined where the account holds nothing that covers the use now.
 */
export function decideByLicences(evidence: CheckEvidence, work: Work, trail: Trail): Outcome | undefined {
  const { held: all, use, now } = evidence;
  const covering = all.filter(({ licence }) => covers(licence, use, now) && licence.since <= now);
  if (covering.length === 0) return undefined;
  if (covering.length > 1) covering.sort((a, b) => a.licence.revenueShareBps - b.licence.revenueShareBps);
  const asked = toAsked(evidence);
  let deciding: Answered | undefined;
  for (const held of covering) {
    const said = askHeld(held, asked);
    if (deciding === undefined || toWeight(said) > toWeight(deciding.said)) deciding = { held, said };
    trail?.push(licenceStep(use, held, said, said.says === 'permits' ? 'permits' : 'goes-on'));
    if (said.says === 'permits') break;
  }
  if (deciding !== undefined && deciding.said.says !== 'permits') {
    trail?.push({ found: 'licences-permit-none', values: {}, then: deciding.said.says });
  }
  return deciding === undefined ? undefined : outcomeFor(evidence, work, deciding);
}

/** What counts more than what. */
function toWeight(said: Said): number {
  if (said.says === 'permits') return 3;
  if (said.says === 'denies') return 0;
  return said.reason === 'fact-missing' ? 2 : 1;
}

function outcomeFor({ use, now }: CheckEvidence, work: Work, { held, said }: Answered): Outcome {
  const { licence, offer } = held;
  const { termsId, until } = licence;
  const document = offer?.terms.documentHash ?? null;
  if (said.says === 'permits') {
    const duties = merged(moralDuties(work).concat(licenceDuties(held, said.duties, now)));
    const ground = toGround('licence', [work.workId], { termsId, document, rule: said.rule });
    return permission('licence', `terms.${termsId}.uses.${use}`, ground, { duties, termsId, until });
  }
  return refusalBy(held, said, [work.workId], `terms.${termsId}`);
}

/** What a document that does not permit makes the answer: it denies, or nobody can tell. */
export function refusalBy(
  { licence, offer }: HeldLicence,
  said: Exclude<Said, { says: 'permits' }>,
  path: readonly bigint[],
  clause: string,
): Outcome {
  const { termsId } = licence;
  const { reason, part, rule, conditions, missing, notUnderstood } = said;
  const document = offer?.terms.documentHash ?? null;
  const verdict = said.says === 'denies' ? 'denied' : 'cannot-tell';
  const ground = toGround('terms-document', path, { termsId, document, rule });
  return toOutcome(verdict, reason, `${clause}.${part}`, ground, {
    termsId,
    conditions,
    missing,
    notUnderstood,
  });
}
