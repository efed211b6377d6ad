import type { Block } from '../ledger.ts';
import { madeWithAi } from '../work/digitalSourceTypes.ts';
import type { Work } from '../work/Work.ts';
import type { Decision, Duty, Question, Reason } from './Decision.ts';
import { covers, type Licence, type Offer } from './Terms.ts';

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
  /** For the work's own creator: the licences of its sources the use rests on; null if one does not cover it. */
  sourceLicences: readonly Licence[] | null;
  /** All that was ever offered of works `sourceLicences` are about. */
  sourceOffers: readonly Offer[];
  /** Seconds since 1970: the block's, or the clock's if that is later. */
  now: number;
}

/**
 * Whether a use is permitted. What nobody granted is denied; what cannot be known is not guessed.
 *
 * The order matters: what the creator kept nobody else can have, whatever licence they hold.
 */
export function decide(evidence: Evidence): Decision {
  const { question, work, licences, offers, now } = evidence;
  const { use, licensee } = question;
  if (work === undefined) return answer(evidence, 'cannot-tell', 'work-unknown', `work.${question.workId}`);

  if (work.creator === licensee) return decideForCreator(evidence);
  if (work.retained.includes(use)) {
    return answer(evidence, 'denied', 'use-retained-by-creator', `retained.${use}`);
  }
  if (!work.ceiling.includes(use)) {
    return answer(evidence, 'denied', 'use-above-ceiling', `ceiling.${use}`);
  }
  if (work.owner === licensee && work.holderUses.includes(use)) {
    return permit(evidence, 'holder', `holderUses.${use}`, moralDuties(work));
  }

  const covering = licences.filter(({ uses }) => uses.includes(use));
  const [active] = covering
    .filter((licence) => covers(licence, use, now))
    .sort((a, b) => a.revenueShareBps - b.revenueShareBps);
  if (active !== undefined) {
    const offer = offers.find(({ termsId }) => termsId === active.termsId);
    const clause = `terms.${active.termsId}.uses.${use}`;
    const duties = merge(moralDuties(work), licenceDuties(active, offer));
    return { ...permit(evidence, 'licence', clause, duties), termsId: active.termsId, until: active.until };
  }
  const [expired] = covering.sort((a, b) => (b.until ?? 0) - (a.until ?? 0));
  if (expired !== undefined) {
    const clause = `terms.${expired.termsId}.until.${expired.until ?? 0}`;
    return {
      ...answer(evidence, 'denied', 'licence-expired', clause),
      termsId: expired.termsId,
      until: expired.until,
    };
  }
  return licences.length > 0
    ? answer(evidence, 'denied', 'use-not-licensed', `terms.${licences[0]?.termsId ?? ''}.uses`)
    : answer(evidence, 'denied', 'no-licence', 'licences');
}

/** A creator may do anything with what is all their own; what rests on licences is bound to the least of them. */
function decideForCreator(evidence: Evidence): Decision {
  const { sourceLicences: held, sourceOffers, question } = evidence;
  if (held === null) return answer(evidence, 'denied', 'use-not-licensed', `sources.uses.${question.use}`);
  const duties = held.flatMap((licence) => {
    const offer = sourceOffers.find(
      ({ termsId, workId }) => termsId === licence.termsId && workId === licence.workId,
    );
    return licenceDuties(licence, offer);
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

function licenceDuties({ revenueShareBps, currency }: Licence, offer: Offer | undefined): Duty[] {
  const flags = offer?.flags ?? [];
  return [
    ...(flags.includes('attribution') ? [{ duty: 'attribute' } as const] : []),
    ...(flags.includes('shareAlike') ? [{ duty: 'share-alike' } as const] : []),
    ...(revenueShareBps > 0 ? [{ duty: 'report-and-pay', revenueShareBps, currency } as const] : []),
  ];
}

function merge(duties: Duty[], more: Duty[]): Duty[] {
  return [...duties, ...more.filter(({ duty }) => !duties.some((one) => one.duty === duty))];
}
