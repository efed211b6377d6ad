import type { Use } from '../../work/Uses.ts';
import type { Work } from '../../work/Work.ts';
import type { Decision } from '../Decision.ts';
import { moralDuties } from '../duties/dutiesOf.ts';
import { decideForCreator } from './forCreator.ts';
import { decideByLicences } from './forLicensee.ts';
import { toGround, toOutcome, permission, type Outcome, type Trail } from './outcome.ts';
import type { UseClosure, CheckEvidence, HeldLicence } from '../evidence/CheckEvidence.ts';
import { toPage } from '../reasons.ts';
import type { TrailStep } from '../TrailStep.ts';

/**
 * Whether a use is permitted. What nobody granted is denied; what cannot be known is not guessed.
 *
 * The order matters: what the creator kept nobody else can have, whatever licence they hold.
 *
 * @param trail Where to write down what was looked at, in order.
 * @returns The decision without the offers that would change it.
 */
export function decide(evidence: CheckEvidence, trail?: TrailStep[]): Decision {
  const { question, workId, work, block, logSize, now, decided, chain } = evidence;
  const outcome = outcomeFor(evidence, trail);
  const { verdict, reason, clause, ground, duties, termsId, until } = outcome;
  const { conditions, missing, notUnderstood } = outcome;
  // Member by member: spreading makes several times as much for the collector to take away.
  const decision: Decision = {
    verdict,
    reason,
    page: toPage(reason),
    clause,
    ground,
    duties,
    termsId,
    until,
    conditions,
    missing,
    notUnderstood,
    offers: [],
    question,
    workId: work === undefined ? null : workId,
    creator: work?.creator ?? null,
    claims: [],
    time: now,
    decided,
    block,
    log: { size: logSize },
    chain,
  };
  if (trail !== undefined) decision.trail = trail;
  return decision;
}

function outcomeFor(evidence: CheckEvidence, trail: Trail): Outcome {
  const { question, workId, work, resting, use } = evidence;
  const { licensee } = question;
  if (work === undefined) {
    const asked = `${workId ?? question.contentHash ?? tokenText(question.token)}`;
    trail?.push({ found: 'work-unregistered', values: { asked }, then: 'cannot-tell' });
    return toOutcome('cannot-tell', 'work-unknown', `work.${asked}`, toGround('ledger', []));
  }
  trail?.push({
    found: 'work-registered',
    values: { workId: work.workId, registrant: work.registrant },
    then: 'goes-on',
  });
  if (resting !== null) return decideForCreator(evidence, work, resting, trail);
  if (work.retained.includes(use)) {
    trail?.push({ found: 'use-retained', values: { use }, then: 'denies' });
    const ground = toGround('creator-right', [work.workId]);
    return toOutcome('denied', 'use-retained-by-creator', `retained.${use}`, ground);
  }
  trail?.push({ found: 'use-not-retained', values: { use }, then: 'goes-on' });
  if (!work.ceiling.includes(use)) return decideAboveCeiling(evidence, work, trail);
  trail?.push({ found: 'use-licensable', values: { use }, then: 'goes-on' });
  const holds = licensee !== null && work.owner === licensee && work.holderUses.includes(use);
  return (
    decideForHolder(evidence, work, holds, trail) ??
    decideByLicences(evidence, work, trail) ??
    decideWithout(evidence, work, holds, trail)
  );
}

/** A community's word is told apart from what a source's creator kept, and from what its licence did not pass on. */
function decideAboveCeiling({ closing, use }: CheckEvidence, work: Work, trail: Trail): Outcome {
  if (closing === null) {
    trail?.push({ found: 'use-above-ceiling', values: { use }, then: 'denies' });
    const ground = toGround('source-licence', [work.workId]);
    return toOutcome('denied', 'use-above-ceiling', `ceiling.${use}`, ground);
  }
  const at = closing.path.at(-1) ?? work.workId;
  const where = at === work.workId ? '' : `sources.${at}.`;
  if (closing.by.kind === 'label') {
    const { label } = closing.by;
    trail?.push({
      found: 'use-closed-by-label',
      values: { ...upstream(closing, use), label },
      then: 'denies',
    });
    const ground = toGround('community-condition', closing.path, { label });
    return toOutcome('denied', 'closed-by-community', `${where}labels.${label}`, ground);
  }
  if (closing.by.kind === 'retained') {
    trail?.push({ found: 'use-retained-upstream', values: upstream(closing, use), then: 'denies' });
    const ground = toGround('creator-right', closing.path);
    return toOutcome('denied', 'use-above-ceiling', `${where}retained.${use}`, ground);
  }
  const { termsId } = closing.by;
  trail?.push({ found: 'use-not-passed-on', values: { ...upstream(closing, use), termsId }, then: 'denies' });
  const ground = toGround('source-licence', closing.path, { termsId });
  return toOutcome('denied', 'use-above-ceiling', `${where}terms.${termsId}.passOn.${use}`, ground);
}

/** Where something stands that closes a use. */
function upstream({ path }: UseClosure, use: Use) {
  return { use, workId: path.at(-1) ?? 0n, generation: path.length - 1 };
}

function decideForHolder(
  { use, now }: CheckEvidence,
  work: Work,
  holds: boolean,
  trail: Trail,
): Outcome | undefined {
  const { owner: holder, holderUses: uses, until } = work;
  if (holds && until !== null && until < now) {
    trail?.push({ found: 'token-expired', values: { until }, then: 'goes-on' });
    return undefined;
  }
  trail?.push({ found: 'token-permits', values: { holder, uses }, then: holds ? 'permits' : 'goes-on' });
  if (!holds) return undefined;
  return permission('holder', `holderUses.${use}`, toGround('holder-right', [work.workId]), {
    duties: moralDuties(work),
    until,
  });
}

/** No licence covers the use now: what the account held last says most. */
function decideWithout(evidence: CheckEvidence, work: Work, holds: boolean, trail: Trail): Outcome {
  const { held: all, use } = evidence;
  // Units that were all passed on are nobody's licence.
  const held = all.filter(({ licence }) => licence.units > 0);
  const [over] = held
    .filter(({ licence }) => licence.uses.includes(use))
    .sort((a, b) => (b.licence.until ?? Infinity) - (a.licence.until ?? Infinity));
  if (over !== undefined) return decideBesideTime(evidence, work, over, trail);
  if (holds) {
    const clause = `work.until.${work.until ?? 0}`;
    const more = { until: work.until };
    trail?.push({ found: 'licences-none-beside-token', values: {}, then: 'denies' });
    return toOutcome('denied', 'work-ended', clause, toGround('expiry', [work.workId]), more);
  }
  const [other] = held;
  if (other === undefined) {
    const found = evidence.question.licensee === null ? 'licensee-none' : 'licences-none';
    trail?.push({ found, values: {}, then: 'denies' });
    return toOutcome('denied', 'no-licence', 'licences', toGround('no-licence', [work.workId]));
  }
  const { termsId } = other.licence;
  trail?.push({ found: 'licence-for-other-use', values: { use, termsId }, then: 'denies' });
  const document = other.offer?.terms.documentHash ?? null;
  const ground = toGround('licence', [work.workId], { termsId, document });
  return toOutcome('denied', 'use-not-licensed', `terms.${termsId}.uses`, ground, { termsId });
}

/** A licence for the use that has ended, or had not begun then. */
function decideBesideTime(
  { now }: CheckEvidence,
  work: Work,
  { licence, offer }: HeldLicence,
  trail: Trail,
): Outcome {
  const { termsId, until, since, revoked } = licence;
  const document = offer?.terms.documentHash ?? null;
  if (since > now) {
    trail?.push({ found: 'licence-not-begun', values: { termsId, since }, then: 'denies' });
    const ground = toGround('licence', [work.workId], { termsId, document });
    return toOutcome('denied', 'licence-not-begun', `terms.${termsId}.since.${since}`, ground, { termsId });
  }
  const [reason, word] = revoked
    ? (['licence-revoked', 'revoked'] as const)
    : (['licence-expired', 'until'] as const);
  trail?.push({ found: reason, values: { termsId, until: until ?? 0 }, then: 'denies' });
  const toEvidence = revoked ? (licence.breach?.evidence ?? null) : document;
  const ground = toGround(revoked ? 'revocation' : 'expiry', [work.workId], {
    termsId,
    document: toEvidence,
  });
  return toOutcome('denied', reason, `terms.${termsId}.${word}.${until ?? 0}`, ground, { termsId, until });
}

function tokenText(token: CheckEvidence['question']['token']): string {
  if (token === undefined) return 'unknown';
  return typeof token === 'string' ? token : `${token.contract}/${token.tokenId}`;
}
