import { wholeBps } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';
import { refuseValue } from '../../kernel/json/refuseInput.ts';

/**
 * A share in basis points, from percent (`12.5 %`) or from basis points (`1250`).
 *
 * @throws LedgerError `input-invalid`, naming the argument.
 */
export function parseShare(text: string, name: string): number {
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%$/.exec(text.trim()) ?? [];
  const plain = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  const bps = whole === undefined ? plain : Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (bps <= wholeBps) return bps;
  throw refuseValue(name, message('errors.a-share'), text);
}
