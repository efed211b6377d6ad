import type { Constraint } from '../Policy.ts';
import { all } from '../solve/Formula.ts';
import type { Part } from './parts.ts';
import { scopedIn, type World } from './World.ts';

/** Pairs of constraints that are tried. */
const mostPairs = 2_000;

/** A constraint of each of two rules that cannot both hold; undefined where it takes more than two. */
export function clashingConstraints(
  world: World,
  one: Part,
  other: Part,
): { one: Constraint; other: Constraint } | undefined {
  const [mine, theirs] = [listLeaves(one), listLeaves(other)];
  const isPossible = (...constraints: Constraint[]) =>
    world.solve(all(...constraints.map(world.constraintFormula)), 'possible') !== undefined;
  const alone = (constraint: Constraint) => isPossible(constraint);
  let tried = 0;
  for (const first of mine.filter(alone)) {
    for (const second of theirs.filter(alone)) {
      tried += 1;
      if (tried > mostPairs) return undefined;
      if (!isPossible(first, second)) return { one: first, other: second };
    }
  }
  return undefined;
}

/** Constraints on the same operand, one of each rule. */
export function sameOperand(one: Part, other: Part): { one: Constraint; other: Constraint } | undefined {
  for (const first of listLeaves(one)) {
    if ('logic' in first) continue;
    const second = listLeaves(other).find(
      (leaf) => !('logic' in leaf) && leaf.leftOperand === first.leftOperand,
    );
    if (second !== undefined) return { one: first, other: second };
  }
  return undefined;
}

/** Constraints that each have to hold, atomic ones first. */
export function listLeaves(part: Part): Constraint[] {
  const leaves = scopedIn(part).flatMap(({ constraint }) => flat(constraint));
  return [...leaves.filter((leaf) => !('logic' in leaf)), ...leaves.filter((leaf) => 'logic' in leaf)];
}

function flat(constraint: Constraint): Constraint[] {
  const isAll = 'logic' in constraint && (constraint.logic === 'and' || constraint.logic === 'andSequence');
  return isAll ? constraint.constraints.flatMap(flat) : [constraint];
}
