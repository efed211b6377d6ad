import type { Constraint, Policy, Rule } from '../../odrl/Policy.ts';
import { findTerritory } from '../../odrl/territories/territories.ts';
import { leftOperands, findOperator } from '../../odrl/vocabulary.ts';
import { odrl, operands, profileIri } from '../profile/profile.ts';
import { widerActions } from '../profile/widerActions.ts';

/** Something in a document that nobody here understands: where it is, and what it is called. */
export interface Doubt {
  /** Such as `permissions.0.constraints.2`. */
  where: string;
  what: string;
}

/** All that the profile does not understand of a policy. It is kept, and a check that comes to it cannot tell. */
export function findDoubts(policy: Policy): Doubt[] {
  const doubts: Doubt[] = [];
  const say = (where: string, what: string) => void doubts.push({ where, what });
  policy.unknown.forEach((name) => say('unknown', name));
  policy.profiles.forEach((profile, at) => {
    if (profile !== profileIri) say(`profiles.${at}`, profile);
  });
  const inConstraint = (constraint: Constraint, where: string): void => {
    if ('logic' in constraint) {
      constraint.constraints.forEach((one, at) => inConstraint(one, `${where}.constraints.${at}`));
      return;
    }
    const { leftOperand, operator, right } = constraint;
    const known = leftOperands.has(leftOperand) || Object.values<string>(operands).includes(leftOperand);
    if (!known) say(where, leftOperand);
    if (findOperator(operator) === undefined) say(where, operator);
    if (leftOperand !== odrl('spatial')) return;
    for (const value of right) {
      const name = 'iri' in value ? value.iri : value.text;
      if (findTerritory(name) === undefined) say(where, name);
    }
  };
  const inRule = (rule: Rule, where: string): void => {
    rule.unknown.forEach((name) => say(where, name));
    for (const thing of [...rule.targets, ...rule.assigners, ...rule.assignees]) {
      say(where, thing.id ?? thing.source ?? 'somebody or something without a name');
    }
    rule.actions.forEach(({ name, refinements }, at) => {
      if (widerActions(name) === undefined) say(`${where}.actions.${at}`, name);
      refinements.forEach((one, inner) => inConstraint(one, `${where}.actions.${at}.refinements.${inner}`));
    });
    rule.constraints.forEach((one, at) => inConstraint(one, `${where}.constraints.${at}`));
    rule.duties.forEach((one, at) => inRule(one, `${where}.duties.${at}`));
  };
  for (const name of ['permissions', 'prohibitions', 'obligations'] as const) {
    policy[name].forEach((rule, at) => inRule(rule, `${name}.${at}`));
  }
  return doubts;
}
