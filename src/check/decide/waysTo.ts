import { toAsked, askHeld, askOffered, type Asked } from './askHeld.ts';
import { merged, offerDuties } from '../duties/dutiesOf.ts';
import type { Way } from '../Decision.ts';
import type { CheckEvidence, CandidateOffer, UpstreamLicences } from '../evidence/CheckEvidence.ts';
import { fills } from '../evidence/findUpstreamLicences.ts';

/**
 * The open offers under which the use would be permitted as it was asked about, for a licence acquired at `acquired`.
 * One is left out that is sold out, that ends before the use or would outlast the work, or whose document denies the
 * use, or leaves it open.
 *
 * @param acquired Seconds since 1970.
 */
export function waysTo(evidence: CheckEvidence, offered: readonly CandidateOffer[], acquired: number): Way[] {
  const { use, now } = evidence;
  const fitting = offered.filter(
    (one) =>
      one.offer.open &&
      one.offer.uses.includes(use) &&
      isAcquirable(one, acquired) &&
      lasts(one, acquired, now),
  );
  if (fitting.length === 0) return [];
  const asked = toAsked(evidence);
  const ways = fitting.flatMap((one) => {
    const said = askOffered(one, asked, acquired);
    if (said.says !== 'permits') return [];
    const { workId, termsId, terms, flags } = one.offer;
    const { price, currency, revenueShareBps, duration } = terms;
    const needsApproval = flags.includes('approvalRequired') && !one.approved;
    const duties = merged(offerDuties(one.offer, said.duties, acquired));
    return [{ workId, termsId, price, currency, revenueShareBps, duration, needsApproval, duties }];
  });
  return evidence.resting === null || areEnough(ways, evidence.resting, asked) ? ways : [];
}

/** Whether a creator who acquired one of each would be permitted: by every source, those that are licensed already, too. */
function areEnough(ways: readonly Way[], { held, lacking }: UpstreamLicences, asked: Asked): boolean {
  return (
    lacking.every((one) => ways.some((way) => fills(way, one))) &&
    held.every((one) => askHeld(one, asked).says === 'permits')
  );
}

/** Whether the contract would sell one: neither more than there are, nor longer than the work's own licences last. */
function isAcquirable({ offer, sold, workUntil }: CandidateOffer, acquired: number): boolean {
  const { cap, duration } = offer.terms;
  if (cap > 0 && sold >= cap) return false;
  return workUntil === null || (duration > 0 && acquired + duration <= workUntil);
}

/** Whether a licence acquired now is one at the time asked about. */
function lasts({ offer }: CandidateOffer, acquired: number, now: number): boolean {
  const { duration } = offer.terms;
  return now >= acquired && (duration === 0 || now <= acquired + duration);
}
