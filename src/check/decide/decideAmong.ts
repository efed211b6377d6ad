import type { Decision } from '../Decision.ts';
import { toGround, toOutcome } from './outcome.ts';
import { toPage } from '../reasons.ts';
import type { TrailStep } from '../TrailStep.ts';

/**
 * One answer about a file that several works were registered with. Whose claim is right a dispute decides, not a check:
 * what each of them denies is denied, and of all else nobody can tell before it is asked about one of the works.
 */
export function decideAmong(decisions: readonly Decision[]): Decision {
  const [first, ...others] = decisions;
  if (first === undefined) throw new RangeError('expected a decision, got none');
  if (others.length === 0) return first;
  const claims = decisions.flatMap(({ workId, creator, verdict, reason }) =>
    workId === null || creator === null ? [] : [{ workId, creator, verdict, reason }],
  );
  const denied = decisions.every(({ verdict }) => verdict === 'denied');
  const trail = decisions.flatMap((one) => one.trail ?? []);
  const clause = `content.${first.question.contentHash ?? ''}`;
  const step: TrailStep = {
    found: 'works-compete',
    values: { count: claims.length },
    then: denied ? 'denies' : 'cannot-tell',
  };
  return {
    ...first,
    ...toOutcome(denied ? 'denied' : 'cannot-tell', 'claims-compete', clause, toGround('ledger', [])),
    page: toPage('claims-compete'),
    offers: [],
    workId: null,
    creator: null,
    claims,
    ...(first.trail === undefined ? {} : { trail: [...trail, step] }),
  };
}
