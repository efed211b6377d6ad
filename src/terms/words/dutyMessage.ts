import type { Constraint, Rule } from '../../odrl/Policy.ts';
import { message, type Message } from '../../messages/Message.ts';
import { odrl } from '../profile/profile.ts';
import { actionMessage, narrowedMessage } from './actionMessage.ts';
import { constraintMessage } from './constraintMessage.ts';
import type { Money } from './Money.ts';
import { valueMessage } from './valueMessage.ts';

/** What has to be done by a duty, in the middle of a sentence; with what it depends on, and what is not understood. */
export function dutyMessage(
  { constraints, actions, unknown }: Rule,
  money: Money,
): Message<'terms'> | string {
  let duty: Message<'terms'> | string = message('terms.list', {
    parts: actions.map((action) => actionMessage(action, money)),
  });
  const conditions: Message<'terms'>[] = [];
  for (const constraint of constraints) {
    const timing = timingOf(constraint, money);
    if (timing === undefined) conditions.push(constraintMessage(constraint, money));
    else duty = message(timing.id, { duty, time: timing.time });
  }
  if (unknown.length > 0) conditions.push(message('terms.not-understood-part', { names: unknown }));
  return narrowedMessage(duty, conditions);
}

/** Within which time, or every so often. */
function timingOf(constraint: Constraint, money: Money) {
  if ('logic' in constraint) return undefined;
  const { leftOperand, operator, right } = constraint;
  const time = right.map((value) => valueMessage(value, constraint, money));
  if (leftOperand === odrl('elapsedTime') && operator === odrl('lteq')) {
    return { id: 'terms.within', time } as const;
  }
  const isPeriod = leftOperand === odrl('timeInterval') && operator === odrl('eq');
  return isPeriod ? ({ id: 'terms.every', time } as const) : undefined;
}
