import { LedgerError } from '../../kernel/LedgerError.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { nativeDecimals, parseUnits, type Currency } from '../../kernel/Currency.ts';
import type { Session } from '../../sdk/client/session.ts';
import type { GivenAmount } from './GivenAmount.ts';

/** What an amount is of, and which argument gave it. */
interface Where {
  currency: Hex;
  name: string;
}

/**
 * An amount in its currency's base unit. The service names the currency's symbol and decimals; it is not asked for a
 * plain number of the native currency, which has 18 decimals on every chain.
 *
 * @throws LedgerError `input-invalid` for another symbol than the currency's or for more decimals than it has,
 * `service-unreachable`, `chain-unreachable`.
 */
export async function toBaseUnits(session: Session, given: GivenAmount, where: Where): Promise<bigint> {
  const { unit, decimals } = await findCurrency(session, given, where.currency);
  if (given.symbol !== undefined && given.symbol !== unit) {
    throw wrong(where, given, `expected an amount in ${unit ?? where.currency}`);
  }
  // A token without decimals counts whole units only.
  const amount = parseUnits(given.number, decimals ?? 0);
  if (amount === undefined) throw wrong(where, given, `expected at most ${decimals ?? 0} decimals`);
  if (amount < 2n ** 256n) return amount;
  throw wrong(where, given, 'expected an amount below 2^256 base units');
}

async function findCurrency(session: Session, { symbol }: GivenAmount, currency: Hex): Promise<Currency> {
  if (currency === native && symbol === undefined) return { currency, unit: null, decimals: nativeDecimals };
  const { royaltyClient } = await import('../../sdk/royalty.ts');
  return await royaltyClient(session).currency(currency);
}

function wrong({ name }: Where, { text }: GivenAmount, expected: string): LedgerError {
  return new LedgerError('input-invalid', `${name}: ${expected}, got ${text}`, {
    details: { issues: [{ field: name, message: expected }] },
  });
}
