import type { Constraint, Policy, Rule } from '../Policy.ts';
import { listLeaves } from './clashingConstraints.ts';
import { BudgetSpent } from '../solve/Domain.ts';
import { all } from '../solve/Formula.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { listParts, type Part } from './parts.ts';
import { createWorld, type World } from './World.ts';

/** A rule that can never apply. */
interface RuleContradiction {
  /** Such as `permission[0]/duty[1]`. */
  path: string;
  /** Two of its constraints that cannot both hold, or one that cannot hold; empty where it takes more than two. */
  constraints: Constraint[];
}

/** A policy with nothing in it. */
const nothing: Policy = {
  id: undefined,
  type: '',
  profiles: [],
  conflict: undefined,
  inheritFrom: [],
  permissions: [],
  prohibitions: [],
  obligations: [],
  unknown: [],
};

const manySteps = 500_000;

/**
 * Rules whose constraints contradict each other, so that whatever somebody does, they never apply. What is not understood
 * may hold; and so may what would take too long to look at.
 */
export function contradictionsIn(policy: Policy, hierarchy: Hierarchy): RuleContradiction[] {
  const parts = listParts({ ...policy, obligations: [...policy.obligations, ...listDemands(policy)] }, 'a');
  if (parts === undefined) return [];
  const paths = listPaths(policy);
  const found = new Map<Rule, RuleContradiction>();
  try {
    const world = createWorld({ a: policy, b: nothing }, { a: parts, b: [] }, hierarchy, manySteps);
    for (const part of parts) {
      if (found.has(part.rule) || world.solve(world.conditionOf(part), 'possible') !== undefined) continue;
      found.set(part.rule, { path: paths.get(part.rule) ?? part.path, constraints: clashIn(world, part) });
    }
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
  }
  return [...found.values()];
}

function clashIn(world: World, part: Part): Constraint[] {
  const isPossible = (...constraints: Constraint[]) =>
    world.solve(all(...constraints.map(world.constraintFormula)), 'possible') !== undefined;
  const leaves = listLeaves(part);
  const alone = leaves.find((one) => !isPossible(one));
  if (alone !== undefined) return [alone];
  for (const [at, one] of leaves.entries()) {
    const other = leaves.slice(at + 1).find((second) => !isPossible(one, second));
    if (other !== undefined) return [one, other];
  }
  return [];
}

/** Duties, remedies and consequences of the rules, at whatever depth. */
function listDemands({ permissions, prohibitions, obligations }: Policy): Rule[] {
  const within = (rule: Rule): Rule[] => rule.duties.flatMap((duty) => [duty, ...within(duty)]);
  return [...permissions, ...prohibitions, ...obligations].flatMap(within);
}

function listPaths({ permissions, prohibitions, obligations }: Policy): Map<Rule, string> {
  const paths = new Map<Rule, string>();
  const add = (rules: readonly Rule[], name: string) => {
    for (const [at, rule] of rules.entries()) {
      const path = `${name}[${at}]`;
      paths.set(rule, path);
      add(rule.duties, `${path}/${demandName[rule.kind]}`);
    }
  };
  add(permissions, 'permission');
  add(prohibitions, 'prohibition');
  add(obligations, 'obligation');
  return paths;
}

/** What a rule calls the duties that stand in it (2.6). */
const demandName = { permission: 'duty', prohibition: 'remedy', duty: 'consequence' } as const;
