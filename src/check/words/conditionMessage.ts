import { message, type Message } from '../../messages/Message.ts';
import type { Condition } from '../Condition.ts';
import { factMessage } from './factMessage.ts';

/** What a document expects of a fact, and what was stated. */
export function conditionMessage({ what, operator, expected, stated }: Condition): Message<'check'> {
  return message('check.condition', {
    what,
    fact: factMessage(what),
    operator,
    expected: expected.map(nameText),
    expectedCount: expected.length,
    stated: (stated ?? []).map(nameText),
    statedCount: stated?.length ?? 0,
  });
}

/** The name behind the `#` or the last slash of an IRI; any other value as it is. */
function nameText(value: string): string {
  return /^[a-z]+:\S*[/#]/.test(value) ? value.replace(/^.*[/#]/, '') : value;
}
