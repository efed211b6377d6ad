import type { AtomicConstraint, Policy, Rule } from '../../odrl/Policy.ts';
import { message, type Message } from '../../messages/Message.ts';
import { licenceActions, odrl, operands, useActions } from '../profile/profile.ts';
import { isAbout, isPrice, isTerm } from './licenceRules.ts';
import type { Money } from './Money.ts';
import { partyMessages, permissionMessages } from './ruleMessages.ts';
import { valueMessage } from './valueMessage.ts';

/** What is said of the licence itself; what is not said of it, too, where that closes something. */
export function licenceMessages(policy: Policy, uses: readonly Rule[], money: Money): Message<'terms'>[] {
  const prices = uses.flatMap(({ duties }) => duties.filter(isPrice));
  const terms = uses.flatMap(({ constraints }) => constraints.filter(isTerm));
  const about = (action: string) => policy.permissions.filter((rule) => isAbout(rule, [action]));
  const passed = about(licenceActions.passOn);
  const adapts = uses.some(({ actions }) => actions.some(({ name }) => name === useActions.adapt));
  const transfers = about(licenceActions.transferLicence);
  const acquired = about(licenceActions.acquireLicence);
  return distinct([
    ...(prices.length === 0 ? [message('terms.free')] : prices.flatMap((one) => priceMessage(one, money))),
    ...(terms.length === 0
      ? [message('terms.no-expiry')]
      : terms.map((one) => message('terms.lasts', { time: listValues(one, money) }))),
    ...(passed.length === 0 && adapts ? [message('terms.pass-on-nothing')] : []),
    ...passed.flatMap((rule) => passOnMessages(rule, money)),
    ...(transfers.length === 0
      ? [message('terms.not-transferable')]
      : transfers.flatMap((rule) => licenceRuleMessages(rule, message('terms.transferable'), money))),
    ...(acquired.length === 0
      ? [message('terms.no-cap')]
      : acquired.flatMap((rule) => capMessages(rule, money))),
  ]);
}

function priceMessage(duty: Rule, money: Money): Message<'terms'>[] {
  const [constraint] = duty.actions[0]?.refinements ?? [];
  if (constraint === undefined || 'logic' in constraint) return [];
  return [message('terms.price', { amount: listValues(constraint, money) })];
}

function passOnMessages(rule: Rule, money: Money): Message<'terms'>[] {
  const [only, second] = rule.actions.length === 1 ? (rule.actions[0]?.refinements ?? []) : [];
  const listed =
    only !== undefined && second === undefined && !('logic' in only) && only.leftOperand === operands.use;
  if (!listed || only.operator !== odrl('isAnyOf')) return permissionMessages(rule, money);
  return licenceRuleMessages(rule, message('terms.pass-on', { uses: listValues(only, money) }), money);
}

function capMessages(rule: Rule, money: Money): Message<'terms'>[] {
  const [only, second] = rule.constraints;
  const simple = only !== undefined && second === undefined && !('logic' in only) && rule.duties.length === 0;
  if (!simple || only.leftOperand !== operands.licencesSold || only.operator !== odrl('lteq')) {
    return permissionMessages(rule, money);
  }
  return [message('terms.cap', { count: listValues(only, money) }), ...partyMessages(rule, money)];
}

/** A sentence for a rule that says no more; else the rule in full. */
function licenceRuleMessages(rule: Rule, sentence: Message<'terms'>, money: Money): Message<'terms'>[] {
  const more = rule.constraints.length + rule.duties.length + rule.unknown.length > 0;
  return more ? permissionMessages(rule, money) : [sentence, ...partyMessages(rule, money)];
}

function listValues(constraint: AtomicConstraint, money: Money) {
  return constraint.right.map((value) => valueMessage(value, constraint, money));
}

function distinct(sentences: readonly Message<'terms'>[]): Message<'terms'>[] {
  return [...new Map(sentences.map((one) => [JSON.stringify(one), one])).values()];
}
