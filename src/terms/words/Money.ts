import { nativeDecimals, wholeUnits, type Currency } from '../../kernel/Currency.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { message, type Message } from '../../messages/Message.ts';

/** How amounts in the smallest unit of a currency are written, and what the currency is called. */
export interface Money {
  amount(amount: bigint, currency: Hex): Message | string;
  symbol(currency: Hex): Message | string;
}

/**
 * Writes amounts in whole units of their currency, where it is known. An amount of an unknown token stands in smallest
 * units, with the token's address.
 */
export function createMoney(find: (currency: Hex) => Currency | undefined): Money {
  return {
    amount: (amount, currency) =>
      amountMessage(amount, find(currency) ?? { currency, unit: null, decimals: null }),
    symbol: (currency) => find(currency)?.unit ?? unnamed(currency),
  };
}

/**
 * An amount in whole units of its currency, or in smallest units if nobody knows its decimals.
 *
 * @example
 * amountMessage(50_000_000_000_000_000n, { currency: native, unit: 'ETH', decimals: 18 }) // 0.05 ETH
 */
export function amountMessage(amount: bigint, { currency, unit, decimals }: Currency): Message<'terms'> {
  if (unit !== null && decimals !== null) {
    return message('terms.amount', { amount: wholeUnits(amount, decimals), unit });
  }
  return currency === native
    ? message('terms.amount-of-coin', { amount: wholeUnits(amount, nativeDecimals) })
    : message('terms.amount-of-token', { amount: `${amount}`, currency });
}

function unnamed(currency: Hex): Message<'terms'> {
  return currency === native ? message('terms.coin') : message('terms.token', { address: currency });
}
