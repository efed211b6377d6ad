import { message, type Message } from '../../messages/Message.ts';
import { dutyActions } from '../../terms/profile/profile.ts';
import type { Money } from '../../terms/words/Money.ts';
import { termName } from '../../terms/words/termName.ts';
import { timeMessage } from '../../terms/words/valueMessage.ts';
import type { Way } from '../Decision.ts';
import { taskMessages } from './dutyMessage.ts';

/** What an offer costs, how long its licence lasts and what it asks for. */
export function offerMessage(way: Way, money: Money): Message<'check'> {
  const { price, currency, duration, needsApproval, duties } = way;
  const tasks = [
    ...(needsApproval ? [termName(dutyActions.obtainConsent)] : []),
    ...duties.flatMap((duty) => taskMessages(duty, money)),
  ];
  return message('check.offer', {
    price: price === 0n ? 'free' : money.amount(price, currency),
    duration: duration === 0 ? 'none' : timeMessage(duration),
    count: tasks.length,
    tasks,
  });
}
