import { message, type Message } from '../../messages/Message.ts';

/** A value as a phrase: what it is, and of a short one what it says. */
export function describeValue(value: unknown): Message<'errors'> | string {
  if (value === undefined) return message('errors.nothing');
  if (Array.isArray(value)) return message(value.length === 0 ? 'errors.an-empty-list' : 'errors.a-list');
  if (typeof value === 'object' && value !== null) return message('errors.an-object');
  // A function or a symbol is no JSON, and cannot come.
  const text = typeof value === 'bigint' ? `${value}` : (JSON.stringify(value) ?? '');
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}

const longest = 100;

/** How long a text or a list is, where that is what is wrong with it. */
export function describeSize(value: unknown): Message<'errors'> | undefined {
  if (value === '') return message('errors.an-empty-text');
  if (typeof value === 'string') return message('errors.characters', { count: value.length });
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return message('errors.items', { count: value.length });
}
