import type { Hex } from '../kernel/values.ts';
import type { Allocation, Incoming } from './Royalty.ts';

/** What each work holds in each currency: what came to it, less what it passed on. */
export function heldBy(
  incoming: readonly Incoming[],
  allocations: readonly Allocation[],
): Map<bigint, Map<Hex, bigint>> {
  const held = new Map<bigint, Map<Hex, bigint>>();
  const add = (workId: bigint, currency: Hex, amount: bigint) => {
    const purse = held.get(workId) ?? new Map<Hex, bigint>();
    held.set(workId, purse.set(currency, (purse.get(currency) ?? 0n) + amount));
  };
  for (const { workId, currency, amount } of incoming) add(workId, currency, amount);
  for (const { workId, currency, amount } of allocations) add(workId, currency, -amount);
  return held;
}
