import { timeText } from '../../kernel/timeText.ts';
import { message, type Message } from '../../messages/Message.ts';
import type { Decision } from '../Decision.ts';
import { factMessage } from './factMessage.ts';

type Explained = Pick<
  Decision,
  'reason' | 'missing' | 'notUnderstood' | 'conditions' | 'until' | 'ground' | 'chain'
>;

/** Why an answer is what it is, in a sentence. */
export function reasonMessage(decision: Explained): Message<'check'> {
  const { reason, missing, notUnderstood, conditions, until, ground, chain } = decision;
  switch (reason) {
    case 'fact-missing':
      return message('check.reason-fact-missing', {
        missing: missing.map(factMessage),
        count: missing.length,
      });
    case 'terms-not-understood':
      return message('check.reason-terms-not-understood', { notUnderstood });
    case 'condition-not-met':
      return message('check.reason-condition-not-met', {
        facts: [...new Set(conditions.map(({ what }) => what))].map(factMessage),
      });
    case 'closed-by-community':
      return message('check.reason-closed-by-community', { label: ground.label ?? '' });
    case 'licence-expired':
    case 'work-ended':
      return message(`check.reason-${reason}`, { until: timeText(until ?? 0) });
    case 'index-behind':
      return message('check.reason-index-behind', { state: chain.state });
    default:
      return message(`check.reason-${reason}`);
  }
}
