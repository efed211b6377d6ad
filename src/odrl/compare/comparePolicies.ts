import type { Policy } from '../Policy.ts';
import { odrl } from '../vocabulary.ts';
import type { Comparison, RuleAt } from './Comparison.ts';
import { comparePairs, type Finding } from './comparePairs.ts';
import { BudgetSpent } from '../solve/Domain.ts';
import { fitRequest } from './fitRequest.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { listParts, type Part } from './parts.ts';
import { findRelation } from './findRelation.ts';
import { createWorld, type World } from './World.ts';

export interface CompareOptions {
  /** How many steps the verdict may take, and the relation as many again; a million take about half a second. */
  steps?: number | undefined;
}

const manySteps = 2_000_000;

/**
 * Compares two policies that were read. One of them that is a request, and the other not, is asked of the other: all of
 * it has to be permitted. Otherwise the rules of both are held against each other.
 */
export function comparePolicies(
  a: Policy,
  b: Policy,
  hierarchy: Hierarchy,
  { steps = manySteps }: CompareOptions = {},
): Comparison {
  const parts = { a: listParts(a, 'a'), b: listParts(b, 'b') };
  const tooComplex: Finding = {
    verdict: 'undecided',
    because: [{ code: 'too-complex' }],
    example: undefined,
  };
  if (parts.a === undefined || parts.b === undefined) return tell(tooComplex);
  const known = { a: parts.a, b: parts.b };
  return (
    within(() => {
      const world = createWorld({ a, b }, known, hierarchy, steps);
      const finding = within(() => find(world)) ?? tooComplex;
      world.renew();
      const told = tell(finding);
      world.renew();
      return { ...told, relation: within(() => findRelation(world)) };
    }) ?? tell(tooComplex)
  );
}

function find(world: World): Finding {
  const [first, second] = [isRequest(world.policies.a), isRequest(world.policies.b)];
  if (first !== second) return fitRequest(world, first ? 'a' : 'b');
  return comparePairs(world);
}

function isRequest({ type }: Policy): boolean {
  return type === odrl('Request');
}

/** Undefined where it would have taken too many steps. */
function within<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

function tell(finding: Finding): Comparison {
  if (finding.verdict !== 'conflict') return { relation: undefined, ...finding };
  const { reason, rules, constraints, example } = finding.conflict;
  return {
    verdict: 'conflict',
    relation: undefined,
    reason,
    rules: { a: ruleAt(rules.a), b: ruleAt(rules.b) },
    constraints: within(constraints),
    example: within(example),
  };
}

function ruleAt(part: RuleAt | Part | undefined): RuleAt | undefined {
  return part && { path: part.path, rule: part.rule };
}
