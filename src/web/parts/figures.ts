import { wholeUnits } from '../../kernel/Currency.ts';
import type { Language } from '../../messages/languages.ts';

/**
 * An amount in whole units, to the last digit, as a language writes numbers: in groups, between which a line can break.
 *
 * @example
 * figureGroups(12_345_020_000_000_000_000_000n, 18, 'en') // ['12,', '345.02']
 */
export function figureGroups(amount: bigint, decimals: number, language: Language): string[] {
  const [whole = '', fraction] = wholeUnits(amount < 0n ? -amount : amount, decimals).split('.');
  const format = new Intl.NumberFormat(language);
  const point = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  const figure = `${amount < 0n ? '−' : ''}${format.format(BigInt(whole))}`;
  const groups = figure.split(/(?<=[.,])/);
  return fraction === undefined ? groups : [...groups.slice(0, -1), `${groups.at(-1)}${point}${fraction}`];
}

/** An id, an address or a hash, short enough to read. */
export function short(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}

/** A text with its ids and hashes short enough to read. */
export function shortened(text: string): string {
  return text.replace(/0x[0-9a-f]{40,64}|\b\d{30,78}\b/g, short);
}
