import { wholeUnits } from '../../kernel/Currency.ts';

/**
 * An amount in whole units, to the last digit, in groups of three.
 *
 * @example
 * figureOf(12_345_020_000_000_000_000_000n, 18) // '12,345.02'
 */
export function figureOf(amount: bigint, decimals: number): string {
  const [whole = '', fraction] = wholeUnits(amount, decimals).replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** An id, an address or a hash, short enough to read. */
export function short(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
