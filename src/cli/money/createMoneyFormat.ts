import { wholeUnits, type Currency } from '../../kernel/Currency.ts';
import type { Session } from '../../sdk/client/session.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { short } from '../terminal/format.ts';

/** An amount as people read it. */
export type MoneyFormat = (amount: bigint, currency: Hex) => string;

/**
 * Finds out how to write amounts of these currencies: in whole units to the last digit. Where a token does not say
 * what it is called, or the service cannot ask it, its amounts stand in smallest units beside its address.
 */
export async function createMoneyFormat(session: Session, currencies: readonly Hex[]): Promise<MoneyFormat> {
  const { royaltyClient } = await import('../../sdk/royalty.ts');
  const client = royaltyClient(session);
  const found = await Promise.all(
    [...new Set(currencies)].map(async (currency) => await client.currency(currency).catch(() => null)),
  );
  const known = new Map<Hex, Currency>();
  for (const one of found) if (one !== null) known.set(one.currency, one);
  return (amount, currency) => {
    const { unit, decimals } = known.get(currency) ?? { unit: null, decimals: null };
    if (unit === null || decimals === null) return `${amount} smallest units of ${currency}`;
    // A token may call itself what it likes, so its address stands beside it.
    return `${wholeUnits(amount, decimals)} ${unit}${currency === native ? '' : ` (${short(currency)})`}`;
  };
}
