import { message } from '../../messages/Message.ts';
import { LedgerError } from '../LedgerError.ts';

/**
 * Refuses a value in which lists and objects stand in each other deeper than any document of ours: what reads them
 * calls itself at each level, and would run out of stack. A member named `__proto__` is refused, too: it would become
 * the prototype of whatever it is copied into, or be left out without a word.
 *
 * @throws LedgerError `input-invalid`.
 */
export function requireShallow(value: unknown, levels = 64): void {
  if (isWithin(value, levels)) return;
  if (hasPrototype(value)) throw new LedgerError('input-invalid', message('errors.json-prototype'));
  throw new LedgerError('input-invalid', message('errors.json-deep', { levels }));
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((part) => isWithin(part, levels - 1));
  for (const name in value) {
    if (name === '__proto__' || !isWithin((value as Record<string, unknown>)[name], levels - 1)) return false;
  }
  return true;
}

/** Whether what made a value be refused first is a member named `__proto__`. */
function hasPrototype(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  return (
    Object.hasOwn(value, '__proto__') || Object.values(value).some((part) => hasPrototype(part, levels - 1))
  );
}
