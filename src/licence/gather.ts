import type { Facts, Ledger } from '../ledger.ts';
import { dutyActions } from './profile.ts';
import type { Evidence, Held, Offered, Resting, TermsDocument } from './Evidence.ts';
import type { Question } from './Question.ts';
import { closingOf } from './closingOf.ts';
import { restsOn } from './restsOn.ts';
import { covers, type Licence, type Offer } from './Terms.ts';

/** What documents are read with, and how far the log goes. */
export type Parts = Pick<Ledger, 'documents'> & { log: Pick<Ledger['log'], 'size'> };

/**
 * Everything that an answer is made from: the facts of one block, and the documents of the terms that it rests on.
 *
 * A work's sources are looked at only where the answer depends on them: the ceiling holds what they let pass, whatever
 * their number. So a check costs the same at any depth.
 *
 * @param workId What the question is about; null where it names no work.
 * @param now The second it is decided for.
 */
export async function gather(
  parts: Parts,
  facts: Facts,
  { question, workId, now }: { question: Question; workId: bigint | null; now: number },
): Promise<Evidence> {
  const { use, licensee } = question;
  const work = workId === null ? undefined : await facts.workOf(workId);
  const found = { question, workId, block: facts.block, logSize: parts.log.size(), work, now, use };
  const none = { ...found, held: [], closing: null, resting: null };
  if (work === undefined) return none;
  if (work.creator === licensee) {
    const { licences, lacking } = await restsOn(facts, work, use, now);
    const held: Held[] = [];
    for (const licence of licences) {
      const offers = await facts.offersOf(licence.workId);
      held.push(await describe(parts, facts, licence, offers));
    }
    return { ...none, resting: { held, lacking } satisfies Resting };
  }
  if (!work.ceiling.includes(use)) return { ...none, closing: await closingOf(facts, work, use) };
  const licences = licensee === null ? [] : await facts.licencesOf({ workId: work.workId, licensee });
  if (licences.length === 0) return none;
  const offers = await facts.offersOf(work.workId);
  const held: Held[] = [];
  for (const licence of licences) {
    // Of what does not cover the use, only when it did is of interest.
    const relevant = covers(licence, use, now);
    held.push(relevant ? await describe(parts, facts, licence, offers) : bare(licence, offers));
  }
  return { ...none, held };
}

/** The open offers that might change an answer: of the work, or for its creator of the sources that no licence covers. */
export async function gatherOffers(
  { documents }: Parts,
  facts: Facts,
  { work, question, resting, use }: Evidence,
): Promise<Offered[]> {
  if (work === undefined) return [];
  const lacking = resting?.lacking ?? [];
  const works = resting === null ? [work.workId] : lacking.map(({ workId }) => workId);
  const found: Offered[] = [];
  for (const workId of new Set(works)) {
    const offers = (await facts.offersOf(workId)).filter(
      ({ open, uses, termsId }) =>
        open &&
        uses.includes(use) &&
        (resting === null ||
          lacking.some(
            (one) => one.workId === workId && (/^0x0*$/.test(one.termsId) || one.termsId === termsId),
          )),
    );
    // Of several sources all have to be licensed: offers of some of them permit nothing.
    if (offers.length === 0 && works.length > 1) return [];
    if (offers.length === 0) continue;
    const until = (workId === work.workId ? work : await facts.workOf(workId))?.until ?? null;
    const asksApproval = offers.some(({ flags }) => flags.includes('approvalRequired'));
    const approvals = asksApproval ? await facts.approvalsOf(workId) : [];
    for (const offer of offers) {
      const { termsId, terms } = offer;
      found.push({
        offer,
        document: await documents.read(terms.documentHash),
        sold: terms.cap > 0 ? await facts.soldOf(workId, termsId) : 0,
        approved: approvals.some(
          (one) => one.termsId === termsId && one.licensee === question.licensee && one.state === 'approved',
        ),
        workUntil: until,
      });
    }
  }
  return found;
}

/** A licence with what its terms say, and what was paid and reported under it where they ask for that. */
async function describe(
  { documents }: Parts,
  facts: Facts,
  licence: Licence,
  offers: readonly Offer[],
): Promise<Held> {
  const held = bare(licence, offers);
  const { workId, termsId, licensee, revenueShareBps, price } = licence;
  const { offer } = held;
  if (offer === undefined) return held;
  const document = await documents.read(offer.terms.documentHash);
  const asksMoney = price < offer.terms.price || asks(document, dutyActions.compensate);
  const asksReports = revenueShareBps > 0 || asks(document, dutyActions.reportUsage);
  return {
    ...held,
    document,
    payments: asksMoney ? await facts.paymentsUnder(termsId, workId) : [],
    reported: asksReports ? await facts.reportedBy(licensee, workId) : [],
    sold: offer.terms.cap > 0 ? await facts.soldOf(workId, termsId) : 1,
  };
}

function bare(licence: Licence, offers: readonly Offer[]): Held {
  return {
    licence,
    offer: offers.find(({ termsId }) => termsId === licence.termsId),
    document: { state: 'missing' },
    payments: [],
    reported: [],
    sold: 0,
  };
}

function asks(document: TermsDocument, action: string): boolean {
  return document.state === 'here' && document.ready.dutyActions.has(action);
}
