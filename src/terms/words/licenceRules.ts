import type { AtomicConstraint, Rule } from '../../odrl/Policy.ts';
import { odrl } from '../profile/profile.ts';

/** Whether a rule is about these actions only. */
export function isAbout({ actions }: Rule, iris: readonly string[]): boolean {
  return actions.length > 0 && actions.every(({ name }) => iris.includes(name));
}

/** How long a licence lasts. */
export function isTerm(constraint: Rule['constraints'][number]): constraint is AtomicConstraint {
  return (
    !('logic' in constraint) &&
    constraint.leftOperand === odrl('elapsedTime') &&
    constraint.operator === odrl('lteq')
  );
}

/** The price of a licence, and nothing else about it. */
export function isPrice({ actions, constraints, duties, unknown }: Rule): boolean {
  const [action, second] = actions;
  const [refinement, third] = action?.refinements ?? [];
  return (
    constraints.length + duties.length + unknown.length === 0 &&
    action?.name === odrl('compensate') &&
    second === undefined &&
    third === undefined &&
    refinement !== undefined &&
    !('logic' in refinement) &&
    refinement.leftOperand === odrl('payAmount') &&
    refinement.operator === odrl('eq')
  );
}
