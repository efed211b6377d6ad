import type { Action, Policy, Rule } from '../../odrl/Policy.ts';
import { cc, odrl, own, useActions } from './profile.ts';

/** Actions of other vocabularies, and older names of ODRL, that mean what an action of the profile means. */
export const equivalents: Readonly<Record<string, string>> = {
  [cc('Reproduction')]: useActions.reproduce,
  [cc('Distribution')]: useActions.distribute,
  [cc('DerivativeWorks')]: useActions.adapt,
  [cc('Attribution')]: odrl('attribute'),
  [odrl('copy')]: useActions.reproduce,
  [odrl('pay')]: odrl('compensate'),
  [odrl('shareAlike')]: cc('ShareAlike'),
  'http://www.w3.org/ns/tdmrep#mine': own('textAndDataMining'),
};

/** The same policy with every action by the name that the profile has for it. */
export function inProfileTerms(policy: Policy): Policy {
  return {
    ...policy,
    permissions: policy.permissions.map(renamed),
    prohibitions: policy.prohibitions.map(renamed),
    obligations: policy.obligations.map(renamed),
  };
}

function renamed(rule: Rule): Rule {
  const action = (one: Action): Action => ({ ...one, name: equivalents[one.name] ?? one.name });
  return { ...rule, actions: rule.actions.map(action), duties: rule.duties.map(renamed) };
}
