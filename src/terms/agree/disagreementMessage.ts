import { nativeDecimals, wholeUnits } from '../../kernel/Currency.ts';
import { native, shareText } from '../../kernel/values.ts';
import { message, type Message } from '../../messages/Message.ts';
import { currencyIri } from '../profile/profile.ts';
import type { Stated } from './readDocumentFields.ts';

type Field = keyof Stated;

/**
 * The fields that differ, each with what the chain enforces and what the document states, in units that people read.
 *
 * @example
 * disagreementMessage(['revenueShareBps'], chain, stated)
 * // expected a terms document that agrees with the chain; revenueShareBps: expected 9 %, got 10 %
 */
export function disagreementMessage(
  fields: readonly Field[],
  chain: Stated,
  stated: Stated,
): Message<'errors'> {
  const differences = fields.map((field) =>
    message('errors.terms-differ', {
      field,
      expected: valueText(field, chain),
      got: valueText(field, stated),
    }),
  );
  return message('errors.terms-disagree', {
    differences: differences.reduceRight((then, first) => message('errors.and-then', { first, then })),
  });
}

/** What is no plain number, such as two prices of two rules, stands as the document has it. */
function valueText(field: Field, of: Stated): string | string[] | Message<'errors'> {
  const value = of[field];
  if (Array.isArray(value)) return value.length === 0 ? message('errors.none') : value;
  if (typeof value === 'boolean' || !/^\d+$/.test(value)) return `${value}`;
  if (field === 'revenueShareBps') return shareText(Number(value));
  if (field === 'duration') return durationText(Number(value));
  if (field === 'cap' && value === '0') return message('errors.no-limit');
  if (field === 'price') return priceText(BigInt(value), of.currency);
  return value;
}

function priceText(price: bigint, currency: string): string | Message<'errors'> {
  if (currency === currencyIri(native)) {
    return message('errors.amount-native', { amount: wholeUnits(price, nativeDecimals) });
  }
  return price === 0n ? '0' : message('errors.amount-base-units', { amount: `${price}`, currency });
}

function durationText(seconds: number): Message<'errors'> {
  if (seconds === 0) return message('errors.no-expiry');
  const days = seconds / 86_400;
  return Number.isInteger(days)
    ? message('errors.days', { count: days })
    : message('errors.seconds', { count: seconds });
}
