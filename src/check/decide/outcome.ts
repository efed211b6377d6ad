import type { Condition } from '../Condition.ts';
import type { Decision, Ground } from '../Decision.ts';
import type { Duty } from '../duties/Duty.ts';
import type { Reason } from '../reasons.ts';
import type { TrailStep } from '../TrailStep.ts';
import type { Hex } from '../../kernel/values.ts';

/** An answer before it says what it was asked, and of which block. */
export interface Outcome {
  verdict: Decision['verdict'];
  reason: Reason;
  clause: string;
  ground: Ground;
  duties: Duty[];
  termsId: Hex | null;
  until: number | null;
  conditions: Condition[];
  missing: string[];
  notUnderstood: string[];
}

/** Where a trail is written down; undefined where nobody asked for one. */
export type Trail = TrailStep[] | undefined;

type More = Partial<
  Pick<Outcome, 'duties' | 'termsId' | 'until' | 'conditions' | 'missing' | 'notUnderstood'>
>;

export function toOutcome(
  verdict: Outcome['verdict'],
  reason: Reason,
  clause: string,
  ground: Ground,
  { duties = [], termsId = null, until = null, conditions = [], missing = [], notUnderstood = [] }: More = {},
): Outcome {
  return { verdict, reason, clause, ground, duties, termsId, until, conditions, missing, notUnderstood };
}

/** A permission: with duties while any of them is not fulfilled. */
export function permission(
  reason: Reason,
  clause: string,
  ground: Ground,
  more: More & { duties: Duty[] },
): Outcome {
  const open = more.duties.some(({ fulfilled }) => fulfilled !== true);
  return toOutcome(open ? 'permitted-with-duties' : 'permitted', reason, clause, ground, more);
}

/** Whose word something is, on the work at the end of a path. */
export function toGround(
  from: Ground['from'],
  path: readonly bigint[],
  { label = null, termsId = null, document = null, rule = null }: Partial<Ground> = {},
): Ground {
  const workId = path.at(-1) ?? null;
  const generation = Math.max(0, path.length - 1);
  // The way itself, however long: nobody changes what a decision says.
  return { from, workId, generation, path: path as bigint[], label, termsId, document, rule };
}
