import type { LedgerError } from '../../src/kernel/LedgerError.ts';
import type { Message } from '../../src/messages/Message.ts';

/**
 * Matches a LedgerError by its code and a message in it, whatever the message stands in: for `toThrow`, and as a value.
 *
 * @example
 * expect(() => read(file)).toThrow(refused('policy-invalid', 'odrl-parents', { most: 100 }))
 */
export function refused(code: LedgerError['code'], key: string, values: Message['values'] = {}): object {
  const fits = ({ id, values: given = {} }: Message) =>
    id === `errors.${key}` &&
    Object.entries(values).every(([name, value]) => JSON.stringify(given[name]) === JSON.stringify(value));
  return {
    asymmetricMatch: (error: LedgerError) => error.code === code && messagesIn(error.translatable).some(fits),
    toString: () => 'refused',
    toAsymmetricMatcher: () => `refused(${code}, ${key}, ${JSON.stringify(values)})`,
  };
}

/** A message and those it is filled with. */
function messagesIn(one: Message): Message[] {
  const inside = Object.values(one.values ?? {}).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [one, ...inside.flatMap((value) => (isMessage(value) ? messagesIn(value) : []))];
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'id' in value;
}
