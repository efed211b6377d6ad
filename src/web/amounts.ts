import { native, wholeBps, type Hex } from '../values.ts';

/** Names of the coins of chains whose coin is not ether. */
const coins: Readonly<Record<number, string>> = {
  56: 'BNB',
  100: 'xDAI',
  137: 'POL',
  1030: 'CFX',
  43114: 'AVAX',
};

/** A chain's own coin has 18 decimals wherever the EVM runs. */
const nativeDecimals = 18;

/** A currency as people name it; `decimals` is null where nobody said how many a token has. */
interface Currency {
  unit: string;
  decimals: number | null;
}

export function currencyOf(address: Hex, chainId: number | null): Currency {
  if (address !== native) return { unit: `smallest units of ${short(address)}`, decimals: null };
  return { unit: chainId === null ? 'coin' : (coins[chainId] ?? 'ETH'), decimals: nativeDecimals };
}

/**
 * An amount in whole units, to the last digit.
 *
 * @example
 * wholeUnits(1_020_000_000_000_000_000n, 18) // '1.02'
 * wholeUnits(12_345n, 0) // '12,345'
 */
export function wholeUnits(amount: bigint, decimals: number): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ',');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${amount < 0n ? '−' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** A share of a whole of 10,000 basis points: `shareText(1250)` is `12.5 %`. */
export function shareText(bps: number): string {
  return `${(bps * 100) / wholeBps} %`;
}

/** An id, an address or a hash, short enough to read. */
export function short(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
