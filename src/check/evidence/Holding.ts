import type { Facts } from '../../ports/Ledger.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Work } from '../../work/Work.ts';
import type { Held } from './Evidence.ts';
import type { Licence, Offer } from '../../terms/Terms.ts';

/** A licence with what it was sold under. */
export type Sold = Pick<Held, 'licence' | 'offer'>;

/** A work, and what an account holds or held of it: all that most checks ask of the ledger. */
export interface Holding {
  work: Work;
  licences: readonly Sold[];
}

/** Nobody holds licences of an own work. */
export async function readHolding(
  facts: Pick<Facts, 'workOf' | 'licencesOf' | 'offersOf'>,
  workId: bigint,
  licensee: Hex | null,
): Promise<Holding | undefined> {
  const work = await facts.workOf(workId);
  if (work === undefined) return undefined;
  const isNobody = licensee === null || licensee === work.creator;
  const licences = isNobody ? [] : await facts.licencesOf({ workId: work.workId, licensee });
  const offers = licences.length === 0 ? [] : await facts.offersOf(work.workId);
  return { work, licences: licences.map((licence) => soldUnder(licence, offers)) };
}

export function soldUnder(licence: Licence, offers: readonly Offer[]): Sold {
  return { licence, offer: offers.find(({ termsId }) => termsId === licence.termsId) };
}
