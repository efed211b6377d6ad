import type { TermsFacts } from '../../terms/ports.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Work } from '../../work/Work.ts';
import type { HeldLicence } from './CheckEvidence.ts';
import type { Licence, Offer } from '../../terms/Terms.ts';

/** A licence with what it was sold under. */
export type SoldLicence = Pick<HeldLicence, 'licence' | 'offer'>;

/** A work, and what an account holds or held of it: all that most checks ask of the ledger. */
export interface LicenceHoldings {
  work: Work;
  licences: readonly SoldLicence[];
}

/** Nobody holds licences of an own work. */
export async function readHoldings(
  facts: Pick<TermsFacts, 'workOf' | 'licencesOf' | 'offersOf'>,
  workId: bigint,
  licensee: Hex | null,
): Promise<LicenceHoldings | undefined> {
  const work = await facts.workOf(workId);
  if (work === undefined) return undefined;
  const isNobody = licensee === null || licensee === work.creator;
  const licences = isNobody ? [] : await facts.licencesOf({ workId: work.workId, licensee });
  const offers = licences.length === 0 ? [] : await facts.offersOf(work.workId);
  return { work, licences: licences.map((licence) => soldUnder(licence, offers)) };
}

export function soldUnder(licence: Licence, offers: readonly Offer[]): SoldLicence {
  return { licence, offer: offers.find(({ termsId }) => termsId === licence.termsId) };
}
