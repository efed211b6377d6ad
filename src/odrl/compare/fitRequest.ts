import type { Doubt } from './Comparison.ts';
import { listLeaves } from './clashingConstraints.ts';
import { doubtful, mostPairs, sided, worst, type Finding } from './comparePairs.ts';
import { doubtsIn, silentOn, listUnknown } from './doubts.ts';
import { BudgetSpent } from '../solve/Domain.ts';
import { findExample } from './findExample.ts';
import { all, any, not, type Formula } from '../solve/Formula.ts';
import { sharedBy, type Part } from './parts.ts';
import { evaluate, type Model } from '../solve/solve.ts';
import { otherSide, type Side, type World } from './World.ts';

/**
 * Whether a request stays within what a policy permits: all that is asked has to be permitted.
 *
 * What the policy does not mention is free. What it constrains and the request does not mention may be in it or not: that
 * is a doubt, unless the request goes beyond it whatever that is.
 */
export function fitRequest(world: World, side: Side): Finding {
  const asked = world.parts[side].filter(({ kind }) => kind === 'permission');
  if (asked.length === 0)
    return { verdict: 'undecided', because: [{ code: 'nothing-shared' }], example: undefined };
  if (asked.length * world.parts[otherSide(side)].length > mostPairs) throw new BudgetSpent();
  const permitted = world.permittedBy(otherSide(side));
  return worst(asked.map((part) => fit(world, part, permitted)));
}

function fit(world: World, part: Part, permitted: Formula): Finding {
  const { hierarchy, parts } = world;
  const rules = parts[otherSide(part.side)].flatMap((rule) => {
    const shared = sharedBy(part, rule, hierarchy);
    return shared === undefined || rule.kind === 'duty' ? [] : [{ rule, shared }];
  });
  const asked = world.formulaOf(part);
  const beyond = all(asked, not(permitted));
  const refuse = (model: Model | undefined): Finding => {
    const near = nearest(
      world,
      part,
      rules.map(({ rule }) => rule),
      model,
    );
    return {
      verdict: 'conflict',
      conflict: {
        reason: near?.kind === 'prohibition' ? 'permitted-and-prohibited' : 'not-permitted',
        rules: sided(part, part, near),
        constraints: () => near && model && failing(world, part, near, model),
        example: () =>
          model &&
          findExample(
            world,
            beyond,
            model,
            sided(part, 'asked', near?.kind === 'prohibition' ? 'prohibited' : 'not-permitted'),
          ),
      },
    };
  };
  const fitting = all(asked, permitted);
  if (world.solve(fitting, 'possible') === undefined) return refuse(world.solve(beyond, 'certain'));
  const model = world.solve(fitting, 'certain');
  const example = model && findExample(world, fitting, model, sided(part, 'asked', 'permitted'));
  if (world.solve(beyond, 'possible') === undefined) return { verdict: 'compatible', example };
  const conditions = any(...rules.map(({ rule }) => world.conditionOf(rule)));
  const silent = silentOn(world, conditions, asked);
  const outside = world.solve(beyond, 'certain', listUnknown([...silent.values()].flat()));
  if (outside !== undefined) return refuse(outside);
  const because: Doubt[] = [
    ...[...silent.keys()].map((operand): Doubt => ({ code: 'silent', operand, silent: part.side })),
    ...rules.flatMap(({ shared }) => doubtful(world, shared)),
  ];
  return { verdict: 'undecided', because: because.length > 0 ? because : doubtsIn(world, beyond), example };
}

/** The rule that decides about a use: a prohibition that it meets, or the permission with the fewest constraints unmet. */
function nearest(
  world: World,
  part: Part,
  rules: readonly Part[],
  model: Model | undefined,
): Part | undefined {
  if (model === undefined) return rules[0];
  const isMet = (rule: Part) => evaluate(world.formulaOf(rule), model, 'certain', world.budget) === true;
  const prohibition = rules.find((rule) => rule.kind === 'prohibition' && isMet(rule));
  if (prohibition !== undefined) return prohibition;
  const unmet = (rule: Part) =>
    listLeaves(rule).filter(
      (leaf) => evaluate(world.constraintFormula(leaf), model, 'certain', world.budget) !== true,
    ).length;
  const permissions = rules.filter(({ kind }) => kind === 'permission');
  return permissions.sort((one, other) => unmet(one) - unmet(other))[0];
}

/** The constraint of a rule that a use does not meet, and the one of the request on the same operand. */
function failing(world: World, part: Part, rule: Part, model: Model) {
  const wanted = rule.kind === 'prohibition';
  for (const leaf of listLeaves(rule)) {
    if (evaluate(world.constraintFormula(leaf), model, 'certain', world.budget) !== wanted) continue;
    const own = listLeaves(part).find(
      (one) => !('logic' in one) && !('logic' in leaf) && one.leftOperand === leaf.leftOperand,
    );
    if (own !== undefined) return sided(part, own, leaf);
  }
  return undefined;
}
