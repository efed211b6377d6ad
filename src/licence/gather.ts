import type { Facts, Ledger } from '../ledger.ts';
import { dutyActions } from './profile.ts';
import type { Evidence, Held, Offered, Resting, TermsDocument } from './Evidence.ts';
import type { Holding } from './Holding.ts';
import type { Work } from '../work/Work.ts';
import { fills, restsOn } from './restsOn.ts';
import { covers, type Licence, type Offer } from './Terms.ts';

/** What documents are read with, and how far the log goes. */
export type Parts = Pick<Ledger, 'documents'> & { log: Pick<Ledger['log'], 'size'> };

/**
 * Everything that an answer is made from: the facts of one block, and the documents of the terms that it rests on.
 *
 * A work's sources are looked at only where the answer depends on them: the ceiling holds what they let pass, whatever
 * their number. So a check costs the same at any depth.
 *
 */
export async function gather(parts: Parts, facts: Facts, asked: Asked): Promise<Evidence> {
  const { question, workId, now, decided, chain } = asked;
  const { use, licensee } = question;
  const found = workId === null ? undefined : facts.holdingOf(workId, licensee);
  const holding = found instanceof Promise ? await found : found;
  const work = holding?.work;
  const isCreator = work !== undefined && work.creator === licensee;
  const isOpen = work?.ceiling.includes(use) === true;
  const held = holding !== undefined && isOpen && !isCreator ? heldOf(parts, facts, holding, asked) : [];
  return {
    question,
    workId,
    block: facts.block,
    logSize: parts.log.size(),
    work,
    held: held instanceof Promise ? await held : held,
    closing: work === undefined || isOpen || isCreator ? null : await facts.closingOf(work, use),
    resting: isCreator ? await restingOf(parts, facts, work, asked) : null,
    now,
    decided,
    chain,
    use,
  };
}

/** A question about one work, or about none. */
interface Asked extends Pick<Evidence, 'question' | 'workId' | 'decided' | 'chain'> {
  /** The second it is decided for. */
  now: number;
}

/** What an account has of a work, at once where all of it is remembered. */
function heldOf(
  parts: Parts,
  facts: Facts,
  { licences, offers }: Holding,
  { question: { use }, now }: Asked,
): Held[] | Promise<Held[]> {
  const held = licences.map((licence) => {
    const one = bare(licence, offers);
    // Of what does not cover the use, only when it did is of interest.
    return covers(licence, use, now) ? describe(parts, facts, one) : one;
  });
  return held.some((one) => one instanceof Promise) ? Promise.all(held) : (held as Held[]);
}

async function restingOf(
  parts: Parts,
  facts: Facts,
  work: Work,
  { question: { use }, now }: Asked,
): Promise<Resting> {
  const { licences, lacking } = await restsOn(facts, work, use, now);
  const held: Resting['held'][number][] = [];
  for (const { licence, path } of licences) {
    const one = bare(licence, await facts.offersOf(licence.workId));
    held.push({ ...(await describe(parts, facts, one)), path });
  }
  return { held, lacking };
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
        (resting === null || lacking.some((one) => fills({ workId, termsId }, one))),
    );
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
function describe({ documents }: Parts, facts: Facts, held: Held): Held | Promise<Held> {
  const { offer } = held;
  if (offer === undefined) return held;
  const document = documents.read(offer.terms.documentHash);
  return document instanceof Promise
    ? document.then((read) => withHistory(facts, held, offer, read))
    : withHistory(facts, held, offer, document);
}

function withHistory(
  facts: Facts,
  held: Held,
  { terms }: Offer,
  document: TermsDocument,
): Held | Promise<Held> {
  const { workId, termsId, licensee, revenueShareBps, price } = held.licence;
  const asksMoney = price < terms.price || asks(document, dutyActions.compensate);
  const asksReports = revenueShareBps > 0 || asks(document, dutyActions.reportUsage);
  const described = { ...held, document, sold: 1 };
  if (!asksMoney && !asksReports && terms.cap === 0) return described;
  return Promise.all([
    asksMoney ? facts.paymentsUnder(termsId, workId) : [],
    asksReports ? facts.reportedBy(licensee, workId) : [],
    terms.cap > 0 ? facts.soldOf(workId, termsId) : 1,
  ]).then(([payments, reported, sold]) => ({ ...described, payments, reported, sold }));
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
