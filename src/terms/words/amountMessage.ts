import { nativeDecimals, wholeUnits, type Currency } from '../../kernel/Currency.ts';
import { native } from '../../kernel/values.ts';
import { message, type Message } from '../../messages/Message.ts';

/**
 * An amount in whole units of its currency. An amount of a token whose decimals nobody knows stands in smallest units,
 * with the token's address.
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

/** An amount in a currency of which only the address is known. */
export function bareAmountMessage(amount: bigint, currency: Currency['currency']): Message<'terms'> {
  return amountMessage(amount, { currency, unit: null, decimals: null });
}
