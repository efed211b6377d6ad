import { timeText } from '../../kernel/timeText.ts';
import { native } from '../../kernel/values.ts';
import { message, type Message, type MessageList } from '../../messages/Message.ts';
import { dutyActions } from '../../terms/profile/profile.ts';
import { creditMessage, shareMessage } from '../../terms/words/actionMessage.ts';
import type { Money } from '../../terms/words/Money.ts';
import { termName } from '../../terms/words/termName.ts';
import type { Duty } from '../duties/Duty.ts';

/** A duty in the words of the terms that ask for it, with what is due, by when, and whether it is done. */
export function dutyMessage(duty: Duty, money: Money): Message<'check'> {
  const { amount, currency, deadline, fulfilled, fulfilledBy } = duty;
  const isOwed = duty.duty === 'report-and-pay' && amount !== null && amount > 0n;
  return message('check.duty', {
    tasks: taskMessages(duty, money),
    owed: isOwed ? money.amount(amount, currency ?? native) : 'nothing',
    deadline: deadline === null ? 'none' : timeText(deadline),
    state: fulfilled === null ? 'unknown' : fulfilled ? 'done' : 'open',
    fact: fulfilledBy?.fact ?? 'none',
    transaction: fulfilledBy?.transaction ?? '',
  });
}

/** What has to be done, in the middle of a sentence. */
export function taskMessages(duty: Duty, money: Money): MessageList {
  if (duty.duty !== 'report-and-pay') return [taskMessage(duty, money)];
  const share = shareMessage(duty.revenueShareBps ?? 0, money.symbol(duty.currency ?? native));
  return [termName(dutyActions.reportUsage), share];
}

function taskMessage(duty: Duty, money: Money): Message | string {
  switch (duty.duty) {
    case 'attribute':
      return creditMessage(duty.text === undefined ? [] : [message('terms.quoted', { text: duty.text })]);
    case 'share-alike':
      return termName(dutyActions.shareAlike);
    case 'disclose-ai':
      return message('check.duty-disclose-ai');
    case 'pay':
      return duty.amount === null
        ? termName(dutyActions.compensate)
        : message('terms.pay', { amount: money.amount(duty.amount, duty.currency ?? native) });
    case 'obtain-consent':
      return termName(dutyActions.obtainConsent);
    case 'inform':
      return termName(dutyActions.inform);
    case 'cure-breach': {
      const breach = message(`terms.breach-${duty.breach ?? 'beyond-terms'}`);
      return message('check.duty-cure-breach', { breach });
    }
    case 'other':
      return termName(duty.action ?? '');
    default:
      return termName(dutyActions.reportUsage);
  }
}
