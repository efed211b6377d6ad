import { LedgerError } from '../../kernel/LedgerError.ts';
import { wholeBps } from '../../kernel/values.ts';

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
  throw new LedgerError(
    'input-invalid',
    `${name}: expected a share up to 100 %, such as "12.5 %" or 1250 basis points, got ${text}`,
    { details: { issues: [{ field: name, message: 'expected a share up to 100 %' }] } },
  );
}
