import { z } from 'zod';
import { Address } from './values.ts';

/** A currency as people name it. */
export const Currency = z.object({
  currency: Address,
  /** What a whole unit is called; null where a token does not say. */
  unit: z.string().nullable(),
  /** How many decimals a whole unit has; null where a token does not say. */
  decimals: z.int().nullable(),
});
export type Currency = z.output<typeof Currency>;

/** Coins of chains whose coin is not ether, by chain id. */
export const coins: Readonly<Record<number, string>> = {
  56: 'BNB',
  100: 'xDAI',
  137: 'POL',
  1030: 'CFX',
  43114: 'AVAX',
};

/** A chain's own coin has 18 decimals wherever the EVM runs. */
export const nativeDecimals = 18;

/**
 * An amount in whole units, to the last digit.
 *
 * @example
 * wholeUnits(1_020_000_000_000_000_000n, 18) // '1.02'
 */
export function wholeUnits(amount: bigint, decimals: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * The base units of an amount that is written in whole units; undefined if it has more decimals than the currency.
 *
 * @param text Digits, with a point or without.
 *
 * @example
 * parseUnits('1.02', 18) // 1_020_000_000_000_000_000n
 * parseUnits('1.02', 1) // undefined
 */
export function parseUnits(text: string, decimals: number): bigint | undefined {
  const [whole = '', fraction = ''] = text.split('.');
  const digits = fraction.replace(/0+$/, '');
  return digits.length > decimals ? undefined : BigInt(whole + digits.padEnd(decimals, '0'));
}
