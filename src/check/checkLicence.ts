import type { Deployment } from '../ports/Deployment.ts';
import type { CheckFacts, CheckLedger } from './ports.ts';
import { whenReady, type MaybePromise } from '../kernel/async/MaybePromise.ts';
import type { Decision } from './Decision.ts';
import { decide } from './decide/decide.ts';
import { decideAmong } from './decide/decideAmong.ts';
import { toGround, toOutcome } from './decide/outcome.ts';
import type { CheckEvidence } from './evidence/CheckEvidence.ts';
import { collectEvidence, collectOffers, type EvidencePorts } from './evidence/collectEvidence.ts';
import type { Question } from './Question.ts';
import { toPage } from './reasons.ts';
import type { TrailStep } from './TrailStep.ts';
import { waysTo } from './decide/waysTo.ts';
import { findAskedWorks } from './findAskedWorks.ts';

/** Milliseconds to wait for a chain that does not answer. */
const patience = 2000;
/** Seconds since the index was at the head for which the chain counts as connected. */
const fresh = 5;

export interface CheckOptions {
  /** Whether to write down what was looked at, in order. */
  explain?: boolean | undefined;
}

/**
 * Asks whether an account may put a work to a use.
 *
 * A refusal is an answer, not an error: it is returned with its reason, its clause and the block it was true at.
 * While the chain cannot be reached, nothing is permitted on old news: the answer is `cannot-tell`.
 *
 * @returns The answer itself where all that it rests on is remembered.
 *
 * @example
 * await checkLicence(ledger, { workId, licensee, use: 'aiTraining' })
 * // { verdict: 'denied', reason: 'use-retained-by-creator', clause: 'retained.aiTraining', … }
 */
export function checkLicence(
  ledger: CheckLedger,
  question: Question,
  { explain }: CheckOptions = {},
): MaybePromise<Decision> {
  const reached = reachedLately(ledger) ?? withinPatience(ledger.reach(ledger.maxLag));
  return whenReady(reached, (block) =>
    ledger.recall((facts) => {
      const behind = block === undefined || facts.block.number < block;
      const chain = toStanding(ledger, facts, block, behind);
      const decided = decideFrom(ledger, facts, question, { explain, chain });
      return behind ? whenReady(decided, refuseOldNews) : decided;
    }),
  );
}

/** What a decision is made with, apart from the facts. */
type Deciding = EvidencePorts &
  Pick<CheckLedger, 'now'> & { deployment: Pick<Deployment, 'chainId' | 'works'> };

/** The answer that the facts of one block give, and the documents of the terms that it rests on. */
export function decideFrom(
  ledger: Deciding,
  facts: CheckFacts,
  question: Question,
  { explain = false, chain = connected }: CheckOptions & Partial<Pick<Decision, 'chain'>> = {},
): MaybePromise<Decision> {
  const asked = { question, decided: Math.max(facts.block.timestamp, ledger.now()), explain, chain };
  const { workId } = question;
  return workId === undefined ? decideAll(ledger, facts, asked) : decideOne(ledger, facts, workId, asked);
}

/** Who decides from facts alone takes them for the chain's. */
const connected: Decision['chain'] = { state: 'connected', blocks: 0, seconds: 0 };

interface Asked {
  question: Question;
  /** Seconds since 1970. */
  decided: number;
  explain: boolean;
  chain: Decision['chain'];
}

/** Of a token, or of whatever was registered with a file. */
async function decideAll(ledger: Deciding, facts: CheckFacts, asked: Asked): Promise<Decision> {
  const works = await findAskedWorks(ledger, facts, asked.question);
  const decisions: Decision[] = [];
  for (const workId of works.length === 0 ? [null] : works) {
    decisions.push(await decideOne(ledger, facts, workId, asked));
  }
  return decideAmong(decisions);
}

function decideOne(
  ledger: Deciding,
  facts: CheckFacts,
  workId: bigint | null,
  { question, decided, explain, chain }: Asked,
): MaybePromise<Decision> {
  const now = question.time === undefined ? decided : Math.floor(Date.parse(question.time) / 1000);
  return whenReady(collectEvidence(ledger, facts, { question, workId, now, decided, chain }), (evidence) => {
    const decision = decide(evidence, explain ? [] : undefined);
    const { verdict } = decision;
    const isPermitted = verdict === 'permitted' || verdict === 'permitted-with-duties';
    return isPermitted ? decision : withOffers(ledger, facts, evidence, decision);
  });
}

/** What would permit what is not permitted. */
async function withOffers(
  ledger: Deciding,
  facts: CheckFacts,
  evidence: CheckEvidence,
  decision: Decision,
): Promise<Decision> {
  const offered = await collectOffers(ledger, facts, evidence);
  decision.offers = waysTo(evidence, offered, evidence.decided);
  for (const { workId, termsId, price, currency } of decision.offers) {
    const values = { workId, termsId, price, currency };
    decision.trail?.push({ found: 'offer-permits', values, then: 'goes-on' });
  }
  return decision;
}

/** Of what may have changed since nobody says anything: neither yes nor no. */
function refuseOldNews(decision: Decision): Decision {
  const { block, trail } = decision;
  const step: TrailStep = { found: 'index-behind', values: { block: block.number }, then: 'cannot-tell' };
  return {
    ...decision,
    ...toOutcome('cannot-tell', 'index-behind', `block.${block.number}`, toGround('ledger', [])),
    page: toPage('index-behind'),
    claims: [],
    ...(trail === undefined ? {} : { trail: [...trail, step] }),
  };
}

function toStanding(
  { standing, now }: CheckLedger,
  facts: CheckFacts,
  reached: number | undefined,
  behind: boolean,
): Decision['chain'] {
  const { at, head, unreachable } = standing();
  const seconds = at === undefined ? null : Math.max(0, now() - at);
  const known = Math.max(reached ?? 0, head ?? 0);
  const silent = unreachable || (reached === undefined && known <= facts.block.number);
  if (silent) return { state: 'unreachable', blocks: null, seconds };
  const blocks = Math.max(0, known - facts.block.number);
  if (!behind && blocks === 0 && seconds !== null && seconds <= fresh) {
    return { state: 'connected', blocks: 0, seconds };
  }
  return { state: 'behind', blocks, seconds };
}

/** The block that was reached, if that was not long ago: then the chain need not be asked. */
function reachedLately({ standing, now, maxLag }: CheckLedger): number | undefined {
  const { at, block } = standing();
  return maxLag > 0 && at !== undefined && now() - at <= maxLag ? block : undefined;
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
