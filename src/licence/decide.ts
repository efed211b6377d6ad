import type { Block } from '../ledger.ts';
import type { Hex } from '../values.ts';
import { madeWithAi } from '../work/digitalSourceTypes.ts';
import type { Label } from '../work/Labels.ts';
import type { Work } from '../work/Work.ts';
import type { Decision, Duty, Question, Reason } from './Decision.ts';
import { curePeriod } from './Breach.ts';
import { covers, type Licence, type Offer } from './Terms.ts';

/** A community's label that closes a use, and the work it is on. */
export interface Closing {
  workId: bigint;
  label: Label;
}

/** What an answer is made from, all of one block. */
export interface Evidence {
  question: Question;
  block: Block;
  /** Undefined if nobody registered it. */
  work: Work | undefined;
  /** What the asker holds of the work, whatever became of it. */
  licences: readonly Licence[];
  /** All that was ever offered of the work. */
  offers: readonly Offer[];
  /** What closes the use, on the work or up its lineage; null where no label does. */
  closing: Closing | null;
  /** For the work's own creator: the licences of its sources the use rests on; null if one does not cover it. */
  sourceLicences: readonly Licence[] | null;
  /** All that was ever offered of works `sourceLicences` are about. */
  sourceOffers: readonly Offer[];
  /** Whether terms permit only what is not for gain, by their id; none where their document is not here. */
  nonCommercial: ReadonlyMap<Hex, boolean>;
  /** Seconds since 1970: the block's, or the clock's if that is later. */
  now: number;
}

/**
 * Whether a use is permitted. What nobody granted is denied; what cannot be known is not guessed.
 *
 * The order matters: what the creator kept nobody else can have, whatever licence they hold.
 */
export function decide(evidence: Evidence): Decision {
  const { question, work, licences, now } = evidence;
  const { use, licensee } = question;
  if (work === undefined) return answer(evidence, 'cannot-tell', 'work-unknown', `work.${question.workId}`);

  if (work.creator === licensee) return decideForCreator(evidence);
  if (work.retained.includes(use)) {
    return answer(evidence, 'denied', 'use-retained-by-creator', `retained.${use}`);
  }
  if (!work.ceiling.includes(use)) return decideAboveCeiling(evidence, work);
  const holds = work.owner === licensee && work.holderUses.includes(use);
  const ended = work.until !== null && work.until < now;
  if (holds && !ended) {
    return {
      ...permit(evidence, 'holder', `holderUses.${use}`, moralDuties(work)),
      until: work.until,
    };
  }
  const covering = licences.filter((licence) => covers(licence, use, now));
  if (covering.length > 0) return decideForLicensee(evidence, work, covering);
  // What the account held last says most; units that were all passed on are nobody's licence.
  const [over] = licences
    .filter(({ uses, units }) => uses.includes(use) && units > 0)
    .sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  if (over !== undefined) {
    const clause = `terms.${over.termsId}.${over.revoked ? 'revoked' : 'until'}.${over.until ?? 0}`;
    return {
      ...answer(evidence, 'denied', over.revoked ? 'licence-revoked' : 'licence-expired', clause),
      termsId: over.termsId,
      until: over.until,
    };
  }
  if (holds) {
    return {
      ...answer(evidence, 'denied', 'work-ended', `work.until.${work.until ?? 0}`),
      until: work.until,
    };
  }
  const [other] = licences.filter(({ units }) => units > 0);
  return other === undefined
    ? answer(evidence, 'denied', 'no-licence', 'licences')
    : answer(evidence, 'denied', 'use-not-licensed', `terms.${other.termsId}.uses`);
}

/** A community's word is told apart from what a source's licence did not pass on. */
function decideAboveCeiling(evidence: Evidence, work: Work): Decision {
  const { closing, question } = evidence;
  if (closing === null) return answer(evidence, 'denied', 'use-above-ceiling', `ceiling.${question.use}`);
  const own = closing.workId === work.workId;
  const clause = `${own ? '' : `sources.${closing.workId}.`}labels.${closing.label}`;
  return answer(evidence, 'denied', 'closed-by-community', clause);
}

/** Of several licences that cover a use, the one that costs least; one that is not for gain is none for what is. */
function decideForLicensee(evidence: Evidence, work: Work, covering: readonly Licence[]): Decision {
  const { question, offers, nonCommercial } = evidence;
  const { use, purpose } = question;
  const sorted = covering.toSorted(
    (a, b) =>
      Number(nonCommercial.get(a.termsId) ?? false) - Number(nonCommercial.get(b.termsId) ?? false) ||
      a.revenueShareBps - b.revenueShareBps,
  );
  const [active] = sorted.filter(
    ({ termsId }) => purpose !== 'commercial' || nonCommercial.get(termsId) !== true,
  );
  if (active === undefined) {
    const termsId = sorted[0]?.termsId ?? null;
    const clause = `terms.${termsId ?? ''}.purpose`;
    return { ...answer(evidence, 'denied', 'purpose-not-licensed', clause), termsId };
  }
  const offer = offers.find(({ termsId }) => termsId === active.termsId);
  const clause = `terms.${active.termsId}.uses.${use}`;
  const duties = merge(moralDuties(work), licenceDuties(evidence, active, offer));
  return { ...permit(evidence, 'licence', clause, duties), termsId: active.termsId, until: active.until };
}

/** A creator may do anything with what is all their own; what rests on licences is bound to the least of them. */
function decideForCreator(evidence: Evidence): Decision {
  const { sourceLicences: held, sourceOffers, question, nonCommercial } = evidence;
  if (held === null) return answer(evidence, 'denied', 'use-not-licensed', `sources.uses.${question.use}`);
  const notForGain = held.find(({ termsId }) => nonCommercial.get(termsId) === true);
  if (notForGain !== undefined && question.purpose === 'commercial') {
    const clause = `sources.${notForGain.workId}.terms.${notForGain.termsId}.purpose`;
    return answer(evidence, 'denied', 'purpose-not-licensed', clause);
  }
  const duties = held.flatMap((licence) => {
    const offer = sourceOffers.find(
      ({ termsId, workId }) => termsId === licence.termsId && workId === licence.workId,
    );
    return licenceDuties(evidence, licence, offer);
  });
  const ends = held.flatMap(({ until }) => (until === null ? [] : [until]));
  const distinct = [...new Map(duties.map((duty) => [JSON.stringify(duty), duty])).values()];
  return {
    ...permit(evidence, 'creator', 'work.creator', distinct),
    until: ends.length === 0 ? null : Math.min(...ends),
  };
}

function permit(evidence: Evidence, reason: Reason, clause: string, duties: Duty[]): Decision {
  const verdict = duties.length === 0 ? 'permitted' : 'permitted-with-duties';
  return { ...answer(evidence, verdict, reason, clause), duties, offers: [] };
}

function answer(
  { question, block, offers }: Evidence,
  verdict: Decision['verdict'],
  reason: Reason,
  clause: string,
): Decision {
  const open = offers.filter((offer) => offer.open && offer.uses.includes(question.use));
  return {
    verdict,
    reason,
    clause,
    duties: [],
    termsId: null,
    until: null,
    offers: open.map(({ termsId }) => termsId),
    question,
    block,
  };
}

/** Moral rights stay with the creator whoever uses the work. */
function moralDuties({ moralRights, aiSummary }: Work): Duty[] {
  return [
    ...(moralRights.includes('attribution') ? [{ duty: 'attribute' } as const] : []),
    ...(moralRights.includes('disclosure') && madeWithAi(aiSummary)
      ? [{ duty: 'disclose-ai' } as const]
      : []),
  ];
}

function licenceDuties(
  { question, nonCommercial }: Evidence,
  { termsId, revenueShareBps, currency, breach }: Licence,
  offer: Offer | undefined,
): Duty[] {
  const flags = offer?.flags ?? [];
  const notForGain = nonCommercial.get(termsId);
  return [
    ...(flags.includes('attribution') ? [{ duty: 'attribute' } as const] : []),
    ...(flags.includes('shareAlike') ? [{ duty: 'share-alike' } as const] : []),
    ...(revenueShareBps > 0 ? [{ duty: 'report-and-pay', revenueShareBps, currency } as const] : []),
    ...(notForGain === true && question.purpose !== 'non-commercial'
      ? [{ duty: 'non-commercial' } as const]
      : []),
    ...(notForGain === undefined && offer !== undefined
      ? [{ duty: 'read-terms', documentHash: offer.terms.documentHash } as const]
      : []),
    ...(breach === null
      ? []
      : [
          {
            duty: 'cure-breach',
            breach: breach.breach,
            until: breach.recorded + curePeriod,
          } as const,
        ]),
  ];
}

function merge(duties: Duty[], more: Duty[]): Duty[] {
  return [...duties, ...more.filter(({ duty }) => !duties.some((one) => one.duty === duty))];
}
