import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Constraint, Policy, Rule } from '../Policy.ts';
import { withShared } from './composePolicy.ts';

/** Gives the policy with an identifier; undefined where there is none. */
export type ResolvePolicy = (id: string) => unknown;

const mostParents = 100;

/**
 * A policy with all that it inherits (Information Model 2.9): the rules of its parents, their profiles and conflict
 * strategies, and what either says for all rules, which then holds for the rules of both. A status is not inherited.
 *
 * A parent that is not found stays in `unknown`: what it says might change the answer.
 *
 * @throws LedgerError `policy-invalid` where a policy inherits from itself, or from more than a hundred.
 */
export async function inherit(
  policy: Policy,
  resolve: (id: string) => Promise<Policy | undefined>,
  open: readonly string[] = [],
  seen = new Set<string>(),
): Promise<Policy> {
  const within = policy.id === undefined ? open : [...open, policy.id];
  let merged = policy;
  for (const id of policy.inheritFrom) {
    if (within.includes(id)) {
      throw new LedgerError(
        'policy-invalid',
        message('errors.odrl-inherit-circle', { circle: [...within, id].join(' → ') }),
        {
          details: { cycle: [...within, id] },
        },
      );
    }
    // A parent of several parents is inherited from once.
    if (seen.has(id)) continue;
    seen.add(id);
    if (seen.size > mostParents) {
      throw new LedgerError('policy-invalid', message('errors.odrl-parents', { most: mostParents }));
    }
    const parent = await resolve(id);
    if (parent === undefined) merged = { ...merged, unknown: [...merged.unknown, id] };
    else merged = merge(merged, await inherit({ ...parent, id }, resolve, within, seen));
  }
  return merged;
}

function merge(child: Policy, parent: Policy): Policy {
  const fromParent = parent.shared ?? nothing;
  const fromChild = child.shared ?? nothing;
  const rules = (of: 'permissions' | 'prohibitions' | 'obligations') => [
    ...child[of].map((rule) => withShared(rule, fromParent)),
    ...parent[of].map((rule) => withShared(withoutStatus(rule), fromChild)),
  ];
  const conflicts = new Set([child.conflict, parent.conflict].filter((one) => one !== undefined));
  return {
    ...child,
    profiles: [...new Set([...child.profiles, ...parent.profiles])],
    // Of several strategies each conflict makes the policy void, as `invalid` says (2.10).
    conflict: conflicts.size > 1 ? 'invalid' : [...conflicts][0],
    permissions: rules('permissions'),
    prohibitions: rules('prohibitions'),
    obligations: rules('obligations'),
    shared: {
      targets: [...fromChild.targets, ...fromParent.targets],
      assigners: [...fromChild.assigners, ...fromParent.assigners],
      assignees: [...fromChild.assignees, ...fromParent.assignees],
      actions: [...fromChild.actions, ...fromParent.actions],
    },
    unknown: [...new Set([...child.unknown, ...parent.unknown])],
  };
}

const nothing = { targets: [], assigners: [], assignees: [], actions: [] };

/** "No constraint status information is transferred from the parent Policy to the child" (2.9). */
function withoutStatus(rule: Rule): Rule {
  const without = (constraint: Constraint): Constraint =>
    'logic' in constraint
      ? { ...constraint, constraints: constraint.constraints.map(without) }
      : { ...constraint, status: undefined };
  return {
    ...rule,
    constraints: rule.constraints.map(without),
    actions: rule.actions.map((action) => ({ ...action, refinements: action.refinements.map(without) })),
    duties: rule.duties.map(withoutStatus),
  };
}
