import { message, type Message } from '../../messages/Message.ts';

/** Facts that a question has a field for. */
export const namedFacts = [
  'licensee',
  'purpose',
  'territory',
  'medium',
  'industry',
  'language',
  'recipient',
  'time',
  'count',
  'resolution',
] as const;

/** What a fact is called: a field of a question, or another left operand by its own name. */
export function factMessage(name: string): Message<'check'> | string {
  const field = namedFacts.find((one) => one === name);
  return field === undefined ? name : message(`check.fact-${field}`);
}
