import type { Constraint, Policy, Rule } from '../../odrl/Policy.ts';
import { askedDuties, type AskedDuty } from '../duties/askedDuties.ts';

/** What decisions need of a policy each time, worked out once. */
export interface ReadyTerms {
  /** Where each rule stands, such as `permission[0]`. */
  places: ReadonlyMap<Rule, string>;
  /** What each duty of a permission comes to. */
  duties: ReadonlyMap<Rule, readonly AskedDuty[]>;
  /** Whether any rule depends on facts. */
  asksFacts: boolean;
  /** Actions that are a duty of a permission. */
  dutyActions: ReadonlySet<string>;
}

export function readyTerms({ permissions, prohibitions, obligations }: Policy): ReadyTerms {
  const lists = { permission: permissions, prohibition: prohibitions, obligation: obligations };
  const rules = Object.entries(lists).flatMap(([name, list]) =>
    list.map((rule, at): [Rule, string] => [rule, `${name}[${at}]`]),
  );
  const duties = permissions.flatMap((rule) => rule.duties);
  return {
    places: new Map(rules),
    duties: new Map(duties.map((duty) => [duty, askedDuties([duty])])),
    asksFacts: [...rules.map(([rule]) => rule), ...duties].some((rule) => listConstraints(rule).length > 0),
    dutyActions: new Set(duties.flatMap(({ actions }) => actions.map(({ name }) => name))),
  };
}

function listConstraints({ constraints, actions, targets, assignees }: Rule): readonly Constraint[] {
  return [
    ...constraints,
    ...actions.flatMap(({ refinements }) => refinements),
    ...[...targets, ...assignees].flatMap(({ refinements }) => refinements),
  ];
}
