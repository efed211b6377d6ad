import type { Facts } from '../ledger.ts';
import type { Hex } from '../values.ts';
import type { Work } from '../work/Work.ts';
import type { Licence, Offer } from './Terms.ts';

/** A work, and what an account holds or held of it: all that most checks ask of the ledger. */
export interface Holding {
  work: Work;
  licences: readonly Licence[];
  /** What the work is offered under, where licences of it are held; otherwise it is not looked at. */
  offers: readonly Offer[];
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
  return { work, licences, offers: licences.length === 0 ? [] : await facts.offersOf(work.workId) };
}
