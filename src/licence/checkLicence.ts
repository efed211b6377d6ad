import type { Facts, Ledger } from '../ledger.ts';
import { decodeDocument } from '../document.ts';
import { LedgerError } from '../error.ts';
import { zeroHash, type Hex } from '../values.ts';
import { labelThatCloses } from '../work/Labels.ts';
import type { Use } from '../work/Uses.ts';
import type { Work } from '../work/Work.ts';
import { decide, type Closing } from './decide.ts';
import type { Decision, Question } from './Decision.ts';
import { isNonCommercial, OdrlDocument } from './odrl.ts';
import { covers, reaches, type Licence, type Offer } from './Terms.ts';

/** Seconds an index may be behind the chain and still permit something. */
const maxAge = 5;
/** Milliseconds to wait for a chain that does not answer. */
const patience = 2000;

/**
 * Asks whether an account may put a work to a use now.
 *
 * A refusal is an answer, not an error: it is returned with its reason, its clause and the block it was true at.
 * While the chain cannot be reached, nothing is permitted on old news: the answer is `cannot-tell`.
 *
 * @example
 * await checkLicence(ledger, { workId, licensee, use: 'aiTraining' })
 * // { verdict: 'denied', reason: 'use-retained-by-creator', clause: 'retained.aiTraining', … }
 */
export async function checkLicence(ledger: Ledger, question: Question): Promise<Decision> {
  const reached = await withinPatience(ledger.reach(maxAge));
  return await ledger.recall(async (facts) => {
    const decision = await decideFrom(ledger, facts, question);
    if (reached !== undefined && facts.block.number >= reached) return decision;
    return {
      ...decision,
      verdict: 'cannot-tell',
      reason: 'index-behind',
      clause: `block.${facts.block.number}`,
      duties: [],
      termsId: null,
      until: null,
    };
  });
}

/** The answer, or undefined for an error or one that does not come: who asks is told that nobody can tell. */
async function withinPatience<T>(asked: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patience);
  });
  const answer = await Promise.race([asked.catch(() => undefined), late]);
  clearTimeout(timer);
  return answer;
}

/** The answer that the facts of one block give, and the documents of the terms that it rests on. */
export async function decideFrom(
  { files, now: clock }: Pick<Ledger, 'files' | 'now'>,
  facts: Facts,
  question: Question,
): Promise<Decision> {
  const now = Math.max(facts.block.timestamp, clock());
  const work = await facts.workOf(question.workId);
  const { licensee, workId, use } = question;
  const sourceLicences = work?.creator === licensee ? await restsOn(facts, work, use, now) : null;
  const sourceOffers: Offer[] = [];
  for (const { workId: source } of sourceLicences ?? []) sourceOffers.push(...(await facts.offersOf(source)));
  const licences = await facts.licencesOf({ workId, licensee });
  const offers = await facts.offersOf(workId);
  const deciding = [...licences.filter((licence) => covers(licence, use, now)), ...(sourceLicences ?? [])];
  const relied = new Set(deciding.map(({ termsId }) => termsId));
  const nonCommercial = new Map<Hex, boolean>();
  for (const { termsId, terms } of [...offers, ...sourceOffers]) {
    if (!relied.has(termsId) || nonCommercial.has(termsId)) continue;
    const document = await documentOf(files, terms.documentHash);
    if (document !== undefined) nonCommercial.set(termsId, isNonCommercial(document));
  }
  return decide({
    question,
    block: facts.block,
    work,
    licences,
    offers,
    closing: await closingOf(facts, work, use),
    sourceLicences,
    sourceOffers,
    nonCommercial,
    now,
  });
}

/** What terms say in full; undefined where nobody brought it, or something else. */
async function documentOf(files: Ledger['files'], hash: Hex): Promise<OdrlDocument | undefined> {
  try {
    const bytes = await files.read(hash);
    return bytes === undefined ? undefined : decodeDocument(OdrlDocument, bytes);
  } catch (error) {
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}

/** The nearest work up the lineage whose community closed the use by a label. */
async function closingOf(facts: Facts, work: Work | undefined, use: Use): Promise<Closing | null> {
  if (work?.labelled !== true || work.ceiling.includes(use)) return null;
  const seen = new Set([work.workId]);
  const pending = [work];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    const label = labelThatCloses(next.labels, use);
    if (label !== undefined) return { workId: next.workId, label };
    for (const { workId } of (await facts.sharesOf(next.workId)).sources) {
      if (seen.has(workId)) continue;
      seen.add(workId);
      const source = await facts.workOf(workId);
      if (source?.labelled === true) pending.push(source);
    }
  }
  return null;
}

/**
 * The licences a creator's use of an own work rests on: of every source that is somebody else's, here and, through
 * sources of one's own, upstream. Whose a source is counts now: the role of its creator may have passed on since.
 *
 * A work stays licensed by what it was made under, also when its units were passed on; and where the creator's role
 * passed on, by the licence of who registered it, as for `reviseEnd` (contracts/interfaces/IWorkRegistry.sol).
 *
 * @returns null if a source is not licensed for the use any more.
 */
async function restsOn(facts: Facts, work: Work, use: Use, now: number): Promise<Licence[] | null> {
  const { creator } = work;
  const resting: Licence[] = [];
  const pending = [work];
  const seen = new Set<bigint>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next.workId)) continue;
    seen.add(next.workId);
    const { sources } = await facts.sharesOf(next.workId);
    for (const { workId, termsId } of sources) {
      const source = await facts.workOf(workId);
      if (source === undefined) return null;
      if (source.creator === creator) {
        pending.push(source);
        continue;
      }
      const licences = await facts.licencesOf({ workId, licensee: creator });
      if (next.registrant !== creator)
        licences.push(...(await facts.licencesOf({ workId, licensee: next.registrant })));
      const found = licences.find((licence) =>
        termsId === zeroHash
          ? licence.licensee === creator && covers(licence, use, now)
          : licence.termsId === termsId && reaches(licence, use, now),
      );
      if (found === undefined) return null;
      resting.push(found);
    }
  }
  return resting;
}
