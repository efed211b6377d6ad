import { fromBits } from '../../kernel/bits.ts';
import { nativeDecimals, wholeUnits } from '../../kernel/Currency.ts';
import type { ErrorCode } from '../../kernel/errors.ts';
import { timeText } from '../../kernel/timeText.ts';
import { shareText, zeroHash } from '../../kernel/values.ts';
import { message, type Message } from '../../messages/Message.ts';
import { useNames } from '../../work/Uses.ts';

/** A value of a contract's error by the name of its parameter. */
export type GetValue = (name: string) => string | bigint;

/** What errors of contracts are, by their names. */
export type ContractErrors = Readonly<
  Record<string, { code: ErrorCode; say: (get: GetValue) => Message<'errors'> }>
>;

type Value = string | bigint;

/** The names of a set of uses. */
export function useList(bits: Value): string[] | Message<'errors'> {
  const names = fromBits(useNames, Number(bits));
  return names.length === 0 ? message('errors.none') : names;
}

export function usesInBoth(one: Value, other: Value): string[] | Message<'errors'> {
  return useList(BigInt(one) & BigInt(other));
}

export function usesBeyond(asked: Value, allowed: Value): string[] | Message<'errors'> {
  return useList(BigInt(asked) & ~BigInt(allowed));
}

export function toTime(seconds: Value): string {
  return timeText(Number(seconds));
}

export function toShare(bps: Value): string {
  return shareText(Number(bps));
}

/** An amount of the chain's own coin. */
export function coinText(amount: Value): string {
  return `${wholeUnits(BigInt(amount), nativeDecimals)} ETH`;
}

/** A place in a list, counted from one. */
export function toPlace(index: Value): bigint {
  return BigInt(index) + 1n;
}

export function hashOrNone(hash: Value): Value | Message<'errors'> {
  return hash === zeroHash ? message('errors.none') : hash;
}
