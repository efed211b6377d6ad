import { nativeDecimals, parseUnits, type Currency } from '../../kernel/Currency.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { Session } from '../../sdk/client/session.ts';
import type { GivenAmount } from './GivenAmount.ts';
import { message } from '../../messages/Message.ts';
import { refuseValue } from '../../kernel/json/refuseInput.ts';

/** What amounts are of, and which argument gave them. */
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
  return convert(given, await findCurrency(session, [given], where), where);
}

/** The same of several amounts of one currency. */
export async function allToBaseUnits(
  session: Session,
  given: readonly GivenAmount[],
  where: Where,
): Promise<bigint[]> {
  const found = await findCurrency(session, given, where);
  return given.map((one) => convert(one, found, where));
}

async function findCurrency(
  session: Session,
  given: readonly GivenAmount[],
  { currency }: Where,
): Promise<Currency> {
  if (currency === native && given.every(({ symbol }) => symbol === undefined)) {
    return { currency, unit: null, decimals: nativeDecimals };
  }
  const { royaltyClient } = await import('../../sdk/royalty.ts');
  return await royaltyClient(session).currency(currency);
}

function convert(given: GivenAmount, { unit, decimals }: Currency, where: Where): bigint {
  if (given.symbol !== undefined && given.symbol !== unit) {
    throw refuseValue(
      where.name,
      message('errors.an-amount-in', { unit: unit ?? where.currency }),
      given.text,
    );
  }
  // A token without decimals counts whole units only.
  const amount = parseUnits(given.number, decimals ?? 0);
  if (amount === undefined) {
    throw refuseValue(where.name, message('errors.an-amount-decimals', { most: decimals ?? 0 }), given.text);
  }
  if (amount < 2n ** 256n) return amount;
  throw refuseValue(where.name, message('errors.a-smaller-amount'), given.text);
}
