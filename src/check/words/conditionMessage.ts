import { message, type Message } from '../../messages/Message.ts';
import { termName } from '../../terms/words/termName.ts';
import type { Condition } from '../Condition.ts';
import { factMessage } from './factMessage.ts';

/** What a document expects of a fact, and what was stated. */
export function conditionMessage({ what, operator, expected, stated }: Condition): Message<'check'> {
  const names = expected.map(termName);
  const isChoice = operator === 'isAnyOf' || operator === 'isNoneOf';
  return message('check.condition', {
    what,
    fact: factMessage(what),
    operator,
    expected: isChoice ? { or: names } : names,
    stated: (stated ?? []).map(termName),
    statedCount: stated?.length ?? 0,
  });
}
