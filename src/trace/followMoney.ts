import type { Hex } from '../kernel/values.ts';
import type { Allocation, Incoming } from '../royalty/Royalty.ts';
import type { Part } from './Trace.ts';

/** A part of what a work holds, and the payment it is of: null for money nobody asks about. */
interface Lot {
  payment: Incoming | null;
  path: bigint[];
  amount: bigint;
}

/**
 * Where each payment went, wei by wei: through the works upstream to payees, or to where it is held.
 *
 * A settlement empties a work, so what it pays out comes from everything that came in since the last one. Each lot
 * gives the same proportion to each receiver, rounded down; what the divisions leave is taken from where most is left,
 * so that the parts of a payment sum to it and the parts of a share to the share. Money is fungible: this is a
 * convention, exact in its sums, for what no ledger can know.
 *
 * @param incoming Everything that came to the works concerned, in order.
 * @param allocations Everything they passed on, in order.
 * @returns the parts of every payment (an incoming without `fromWorkId`).
 */
export function followMoney(
  incoming: readonly Incoming[],
  allocations: readonly Allocation[],
): Map<Incoming, Part[]> {
  const pools = new Map<string, Lot[]>();
  const parts = new Map<Incoming, Part[]>();
  const findPool = (workId: bigint, currency: Hex) => {
    const key = `${workId} ${currency}`;
    const pool = pools.get(key) ?? [];
    pools.set(key, pool);
    return pool;
  };
  const steps = [
    ...incoming.map((money) => ({ at: money.at, money })),
    ...listSettlements(allocations).map((settlement) => ({ at: settlement.at, settlement })),
  ].sort((a, b) => a.at.block - b.at.block || a.at.position - b.at.position);
  // A share that arrives by a settlement that is followed here was put into its pool by that settlement.
  const followed = new Set(allocations.map(({ workId }) => workId));

  for (const step of steps) {
    if ('money' in step) {
      const { money } = step;
      if (money.fromWorkId !== null && followed.has(money.fromWorkId)) continue;
      const payment = money.fromWorkId === null ? money : null;
      if (payment !== null) parts.set(payment, []);
      findPool(money.workId, money.currency).push({ payment, path: [money.workId], amount: money.amount });
      continue;
    }
    const { workId, currency, outs } = step.settlement;
    const pool = findPool(workId, currency);
    for (const { lot, out, amount } of divide(pool.splice(0), outs)) {
      if (out.sourceId !== null) {
        findPool(out.sourceId, currency).push({
          payment: lot.payment,
          path: [...lot.path, out.sourceId],
          amount,
        });
      } else if (lot.payment !== null) {
        parts.get(lot.payment)?.push({ path: lot.path, payee: out.payee, amount });
      }
    }
  }
  for (const pool of pools.values()) {
    for (const { payment, path, amount } of pool) {
      if (payment !== null) parts.get(payment)?.push({ path, payee: null, amount });
    }
  }
  return parts;
}

interface OneSettlement {
  at: Allocation['at'];
  workId: bigint;
  currency: Hex;
  outs: Allocation[];
}

/** The allocations of one settlement stand together in their block. */
function listSettlements(allocations: readonly Allocation[]): OneSettlement[] {
  const settlements: OneSettlement[] = [];
  for (const out of allocations) {
    const last = settlements.at(-1);
    const previous = last?.outs.at(-1);
    const same =
      last !== undefined &&
      previous !== undefined &&
      last.workId === out.workId &&
      last.currency === out.currency &&
      previous.at.block === out.at.block &&
      previous.at.position + 1 === out.at.position;
    if (same) last.outs.push(out);
    else settlements.push({ at: out.at, workId: out.workId, currency: out.currency, outs: [out] });
  }
  return settlements;
}

function divide(lots: readonly Lot[], outs: readonly Allocation[]) {
  const left = outs.map(({ amount }) => amount);
  let total = left.reduce((sum, amount) => sum + amount, 0n);
  const divided: { lot: Lot; out: Allocation; amount: bigint }[] = [];
  for (const lot of lots) {
    const shares = left.map((amount) => (total === 0n ? 0n : (lot.amount * amount) / total));
    let rest = lot.amount - shares.reduce((sum, share) => sum + share, 0n);
    while (rest > 0n) {
      const room = left.map((amount, i) => amount - (shares[i] ?? 0n));
      const most = room.reduce((best, amount, i) => (amount > (room[best] ?? 0n) ? i : best), 0);
      const taken = min(rest, room[most] ?? 0n);
      if (taken === 0n) break;
      shares[most] = (shares[most] ?? 0n) + taken;
      rest -= taken;
    }
    outs.forEach((out, i) => {
      const amount = shares[i] ?? 0n;
      left[i] = (left[i] ?? 0n) - amount;
      total -= amount;
      if (amount > 0n) divided.push({ lot, out, amount });
    });
  }
  return divided;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
