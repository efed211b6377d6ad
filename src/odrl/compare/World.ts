import type { Constraint, Policy, Rule, Thing } from '../Policy.ts';
import { toAbout } from './about.ts';
import type { Budget, Mode } from '../solve/Domain.ts';
import { all, any, not, type Formula } from '../solve/Formula.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { sharedBy, type Part, type Shared } from './parts.ts';
import { anchorProperty, toPeriod } from '../domains/Period.ts';
import { solve, type Model } from '../solve/solve.ts';
import { createSpace, type Scoped, type Space } from './Space.ts';

/** Two policies side by side, as formulas over the variables of both. */
export interface World {
  policies: Record<Side, Policy>;
  parts: Record<Side, readonly Part[]>;
  hierarchy: Hierarchy;
  space: Space;
  /** What has to hold of the values of a part's operands. */
  conditionOf: (part: Part) => Formula;
  /** The same, with what it is about. */
  formulaOf: (part: Part) => Formula;
  constraintFormula: (constraint: Constraint) => Formula;
  solve: (formula: Formula, mode: Mode, from?: Model) => Model | undefined;
  /** Gives the steps that were spent back. */
  renew: () => void;
  /** What a policy permits, less what it prohibits itself. */
  permittedBy: (side: Side) => Formula;
  budget: Budget;
}

export type Side = 'a' | 'b';
export const otherSide = (side: Side): Side => (side === 'a' ? 'b' : 'a');

export function createWorld(
  policies: Record<Side, Policy>,
  parts: Record<Side, readonly Part[]>,
  hierarchy: Hierarchy,
  steps: number,
): World {
  const budget: Budget = { left: steps };
  const both = [...parts.a, ...parts.b];
  const space = createSpace(both.flatMap(scopedIn), hierarchy, budget);
  const about = toAbout(parts, hierarchy, budget);
  const conditions = new Map<Part, Formula>();
  const toCondition = (part: Part) => {
    const before = conditions.get(part);
    if (before !== undefined) return before;
    const names = [...unknownIn(part.rule), ...policies[part.side].unknown];
    const formula = all(
      ...scopedIn(part).map(({ constraint }) => space.formulaOf(constraint)),
      ...[...new Set(names)].map((name) => space.unknown(name)),
    );
    conditions.set(part, formula);
    return formula;
  };
  const toFormula = (part: Part) => all(...about(part), toCondition(part));
  const ofKind = (side: Side, kind: Part['kind']) => parts[side].filter((part) => part.kind === kind);
  return {
    policies,
    parts,
    hierarchy,
    space,
    conditionOf: toCondition,
    formulaOf: toFormula,
    constraintFormula: (constraint) => space.formulaOf(constraint),
    solve: (formula, mode, from) => solve(formula, mode, space.links, budget, from),
    renew: () => {
      budget.left = steps;
    },
    permittedBy(side) {
      const permitted = any(...ofKind(side, 'permission').map(toFormula));
      if (policies[side].conflict === 'perm') return permitted;
      return all(permitted, not(any(...ofKind(side, 'prohibition').map(toFormula))));
    },
    budget,
  };
}

/** The constraints of a part and what refines its action, its asset and its party. */
export function scopedIn({ rule, action, target, assignee }: Part): Scoped[] {
  const of = (scope: Scoped['scope'], constraints: readonly Constraint[] = []) =>
    constraints.map((constraint) => ({ scope, constraint }));
  return [
    ...of('', rule.constraints),
    ...of('action', action?.refinements),
    ...of('target', target?.refinements),
    ...of('assignee', assignee?.refinements),
  ];
}

/** What a part permits of what it shares with another: less what its own policy prohibits of that. */
export function toEffect(world: World, part: Part, shared: Shared): Formula {
  const condition = world.conditionOf(part);
  const own = world.parts[part.side].filter(
    (other) => other.kind === 'prohibition' && isAboutAll(world, other, part, shared),
  );
  if (own.length === 0 || world.policies[part.side].conflict === 'perm') return condition;
  return all(condition, not(any(...own.map(world.conditionOf))));
}

/** What a part prohibits of what it shares with another: where permissions count more, less what its policy permits. */
export function toProhibition(world: World, part: Part, shared: Shared): Formula {
  const condition = world.conditionOf(part);
  if (world.policies[part.side].conflict !== 'perm') return condition;
  const own = world.parts[part.side].filter(
    (other) => other.kind === 'permission' && isAboutAll(world, other, part, shared),
  );
  return all(condition, not(any(...own.map(world.conditionOf))));
}

/** Whether a rule is about all that two others share. */
function isAboutAll({ hierarchy }: World, rule: Part, part: Part, shared: Shared): boolean {
  const thing = (id: string): Thing | undefined =>
    id === '' ? undefined : { id, isCollection: false, source: undefined, partOf: [], refinements: [] };
  const own: Part = {
    ...part,
    action: shared.action === '' ? undefined : { id: undefined, name: shared.action, refinements: [] },
    target: thing(shared.target),
    assignee: thing(shared.assignee),
  };
  return sharedBy(rule, own, hierarchy)?.coveredBy.one === true;
}

/** What is not understood of a rule; when an interval starts is, here. */
function unknownIn(rule: Rule): string[] {
  const atoms = (constraint: Constraint): Constraint[] =>
    'logic' in constraint ? constraint.constraints.flatMap(atoms) : [constraint];
  const isRead = rule.constraints
    .flatMap(atoms)
    .every(
      (one) =>
        'logic' in one ||
        one.others?.every(({ name }) => name !== anchorProperty) !== false ||
        toPeriod(one) !== undefined,
    );
  return rule.unknown.filter((name) => name !== anchorProperty || !isRead);
}
