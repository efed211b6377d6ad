import type { Facts, Ledger } from '../ledger.ts';
import { zeroHash, type Hex } from '../values.ts';
import type { Use } from '../work/Uses.ts';
import type { Work } from '../work/Work.ts';
import { decide } from './decide.ts';
import type { Decision, Question } from './Decision.ts';

/** Seconds an index may be behind the chain and still permit something. */
const maxAge = 5;

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
  const fresh = await ledger.reach(maxAge).then(
    () => true,
    () => false,
  );
  return await ledger.read(async (facts) => {
    const decision = await decideFrom(facts, question, ledger.now());
    if (fresh) return decision;
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

/** The answer that the facts of one block give. */
export async function decideFrom(facts: Facts, question: Question, clock: number): Promise<Decision> {
  const now = Math.max(facts.block.timestamp, clock);
  const work = await facts.workOf(question.workId);
  const { licensee, workId, use } = question;
  return decide({
    question,
    block: facts.block,
    work,
    licences: await facts.licencesOf({ workId, licensee }),
    offers: await facts.offersOf(workId),
    sourcesCover: work?.creator === licensee && (await sourcesCover(facts, work, use, now)),
    now,
  });
}

/**
 * Whether a creator may put an own work to a use: every source is the creator's own, or licensed for the use and
 * still so. A source of one's own asks the same of its sources.
 */
async function sourcesCover(facts: Facts, work: Work, use: Use, now: number): Promise<boolean> {
  const pending = [work];
  const seen = new Set<bigint>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next.workId)) continue;
    seen.add(next.workId);
    const { sources } = await facts.sharesOf(next.workId);
    for (const { workId, termsId } of sources) {
      const source = await facts.workOf(workId);
      if (source === undefined) return false;
      if (termsId === zeroHash) pending.push(source);
      else if (!(await licensed(facts, next.creator, workId, termsId, use, now))) return false;
    }
  }
  return true;
}

async function licensed(facts: Facts, licensee: Hex, workId: bigint, termsId: Hex, use: Use, now: number) {
  const licences = await facts.licencesOf({ workId, licensee });
  return licences.some(
    (licence) =>
      licence.termsId === termsId &&
      licence.uses.includes(use) &&
      (licence.until === null || licence.until >= now),
  );
}
