import type { CheckFacts, CheckLedger } from '../ports.ts';
import { whenReady, allReady, type MaybePromise } from '../../kernel/async/MaybePromise.ts';
import { dutyActions } from '../../terms/profile/profile.ts';
import type {
  CheckEvidence,
  HeldLicence,
  CandidateOffer,
  UpstreamLicences,
  TermsDocument,
} from './CheckEvidence.ts';
import { soldUnder, type LicenceHoldings, type SoldLicence } from './LicenceHoldings.ts';
import type { Work } from '../../work/Work.ts';
import { fills, findUpstreamLicences } from './findUpstreamLicences.ts';
import { covers, type Terms } from '../../terms/Terms.ts';

/** What documents are read with, and how far the log goes. */
export type EvidencePorts = Pick<CheckLedger, 'documents'> & { log: Pick<CheckLedger['log'], 'size'> };

/**
 * Everything that an answer is made from: the facts of one block, and the documents of the terms that it rests on.
 *
 * A work's sources are looked at only where the answer depends on them: the ceiling holds what they let pass, whatever
 * their number. So a check costs the same at any depth.
 */
export function collectEvidence(
  parts: EvidencePorts,
  facts: CheckFacts,
  asked: Asked,
): MaybePromise<CheckEvidence> {
  const { question, workId, now, decided, chain } = asked;
  const { use, licensee } = question;
  const toEvidence = (
    work?: Work,
    held: readonly HeldLicence[] = [],
    more?: Partial<CheckEvidence>,
  ): CheckEvidence => ({
    question,
    workId,
    block: facts.block,
    logSize: parts.log.size(),
    work,
    held,
    closing: more?.closing ?? null,
    resting: more?.resting ?? null,
    now,
    decided,
    chain,
    use,
  });
  return whenReady(workId === null ? undefined : facts.findHoldings(workId, licensee), (holding) => {
    if (holding === undefined) return toEvidence();
    const { work } = holding;
    if (work.creator === licensee) {
      return collectUpstream(parts, facts, work, asked).then((resting) => toEvidence(work, [], { resting }));
    }
    if (!work.ceiling.includes(use)) {
      return facts.findClosure(work, use).then((closing) => toEvidence(work, [], { closing }));
    }
    return whenReady(collectHeld(parts, facts, holding, asked), (held) => toEvidence(work, held));
  });
}

/** A question about one work, or about none. */
interface Asked extends Pick<CheckEvidence, 'question' | 'workId' | 'decided' | 'chain'> {
  /** The second it is decided for. */
  now: number;
}

/** What an account has of a work, at once where all of it is remembered. */
function collectHeld(
  parts: EvidencePorts,
  facts: CheckFacts,
  { licences }: LicenceHoldings,
  { question: { use }, now }: Asked,
): MaybePromise<HeldLicence[]> {
  // Of what does not cover the use, only when it did is of interest.
  return allReady(
    licences.map((one) => (covers(one.licence, use, now) ? describe(parts, facts, one) : bare(one))),
  );
}

async function collectUpstream(
  parts: EvidencePorts,
  facts: CheckFacts,
  work: Work,
  { question: { use }, now }: Asked,
): Promise<UpstreamLicences> {
  const { licences, lacking } = await findUpstreamLicences(facts, work, use, now);
  const held: UpstreamLicences['held'][number][] = [];
  for (const { licence, path } of licences) {
    const one = soldUnder(licence, await facts.offersOf(licence.workId));
    held.push({ ...(await describe(parts, facts, one)), path });
  }
  return { held, lacking };
}

/** The open offers that might change an answer: of the work, or for its creator of the sources that no licence covers. */
export async function collectOffers(
  { documents }: EvidencePorts,
  facts: CheckFacts,
  { work, question, resting, use }: CheckEvidence,
): Promise<CandidateOffer[]> {
  if (work === undefined) return [];
  const lacking = resting?.lacking ?? [];
  const works = resting === null ? [work.workId] : lacking.map(({ workId }) => workId);
  const found: CandidateOffer[] = [];
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
function describe(
  { documents }: EvidencePorts,
  facts: CheckFacts,
  held: SoldLicence,
): MaybePromise<HeldLicence> {
  const { offer } = held;
  if (offer === undefined) return bare(held);
  const document = documents.read(offer.terms.documentHash);
  return whenReady(document, (read) => withHistory(facts, held, offer.terms, read));
}

function withHistory(
  facts: CheckFacts,
  { licence, offer }: SoldLicence,
  terms: Terms,
  document: TermsDocument,
): MaybePromise<HeldLicence> {
  const { workId, termsId, licensee, revenueShareBps, price } = licence;
  const asksMoney = price < terms.price || asks(document, dutyActions.compensate);
  const asksReports = revenueShareBps > 0 || asks(document, dutyActions.reportUsage);
  const described: HeldLicence = { licence, offer, document, payments: [], reported: [], sold: 1 };
  if (!asksMoney && !asksReports && terms.cap === 0) return described;
  return Promise.all([
    asksMoney ? facts.paymentsUnder(termsId, workId) : [],
    asksReports ? facts.reportedBy(licensee, workId) : [],
    terms.cap > 0 ? facts.soldOf(workId, termsId) : 1,
  ]).then(([payments, reported, sold]) => ({ ...described, payments, reported, sold }));
}

function bare({ licence, offer }: SoldLicence): HeldLicence {
  return { licence, offer, document: { state: 'missing' }, payments: [], reported: [], sold: 0 };
}

function asks(document: TermsDocument, action: string): boolean {
  return document.state === 'here' && document.ready.dutyActions.has(action);
}
