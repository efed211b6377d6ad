import type { AtomicConstraint, Rule } from '../../odrl/Policy.ts';
import { odrl } from '../profile/profile.ts';

/** Constraints on an operand that have to hold: those that stand alone or all together. */
export function findRequired(constraints: Rule['constraints'], leftOperand: string): AtomicConstraint[] {
  return constraints.flatMap((constraint) => {
    if (!('logic' in constraint)) return constraint.leftOperand === leftOperand ? [constraint] : [];
    return constraint.logic === 'and' || constraint.logic === 'andSequence'
      ? findRequired(constraint.constraints, leftOperand)
      : [];
  });
}

/** Deadlines and periods say when a duty is done, not whether. */
const whenOperands = ['elapsedTime', 'timeInterval', 'delayPeriod', 'dateTime'].map(odrl);

export function isUnconditional({ constraints }: Rule): boolean {
  return constraints.every((one) => !('logic' in one) && whenOperands.includes(one.leftOperand));
}
