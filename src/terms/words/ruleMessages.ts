import type { Rule } from '../../odrl/Policy.ts';
import { message, type Message, type MessageList } from '../../messages/Message.ts';
import { actionMessage, narrowedMessage } from './actionMessage.ts';
import { constraintMessage } from './constraintMessage.ts';
import { dutyMessage } from './dutyMessage.ts';
import { isPrice, isTerm } from './licenceRules.ts';
import type { Money } from './Money.ts';

/** @param ofUse Then its price and its time are said of the licence. */
export function permissionMessages(rule: Rule, money: Money, ofUse = false): Message<'terms'>[] {
  const conditions = rule.constraints.filter((one) => !ofUse || !isTerm(one));
  const duties = rule.duties.filter((duty) => !ofUse || !isPrice(duty));
  return [
    message('terms.may', { actions: actionList(rule, money) }),
    ...partyMessages(rule, money),
    ...conditions.map((one) => message('terms.only-if', { condition: constraintMessage(one, money) })),
    ...duties.flatMap((duty) => obligationMessages(duty, money)),
    ...rule.unknown.map((name) => message('terms.not-understood', { name })),
  ];
}

/** A duty, and what follows where it is not done. */
export function obligationMessages(duty: Rule, money: Money): Message<'terms'>[] {
  const steps = duty.duties.map((one) => dutyMessage(one, money));
  return [
    message('terms.must', { duty: dutyMessage(duty, money) }),
    ...partyMessages(duty, money),
    ...(steps.length === 0 ? [] : [message('terms.otherwise', { steps: { clauses: steps } })]),
    ...duty.duties.flatMap((one) => one.duties.flatMap((inner) => obligationMessages(inner, money))),
  ];
}

export function prohibitionMessages(rule: Rule, money: Money): Message<'terms'>[] {
  const actions = { or: actionList(rule, money) };
  const conditions = rule.constraints.map((one) => constraintMessage(one, money));
  const steps = rule.duties.map((one) => dutyMessage(one, money));
  return [
    conditions.length === 0
      ? message('terms.must-not', { actions })
      : message('terms.must-not-where', { actions, conditions: allOf(conditions) }),
    ...partyMessages(rule, money),
    ...(steps.length === 0 ? [] : [message('terms.if-done', { steps: { clauses: steps } })]),
    ...rule.unknown.map((name) => message('terms.not-understood', { name })),
  ];
}

/** The works and parties that a rule names. */
export function partyMessages(rule: Rule, money: Money): Message<'terms'>[] {
  return (['targets', 'assigners', 'assignees'] as const).flatMap((kind) => {
    const names = rule[kind].map(({ id, source, refinements }) =>
      narrowedMessage(
        id ?? source ?? '?',
        refinements.map((one) => constraintMessage(one, money)),
      ),
    );
    return names.length === 0 ? [] : [message(`terms.about-${kind}`, { names })];
  });
}

function actionList({ actions }: Rule, money: Money): MessageList {
  return actions.map((action) => actionMessage(action, money));
}

/** Conditions that all have to hold, as one. */
function allOf(conditions: readonly Message<'terms'>[]): Message<'terms'> | string {
  const [first, ...others] = conditions;
  return first === undefined
    ? ''
    : others.reduce((all, one) => message('terms.both', { first: all, second: one }), first);
}
