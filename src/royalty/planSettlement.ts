import type { Facts, Ledger } from '../ledger.ts';
import type { Hex } from '../values.ts';
import type { Shares } from '../work/Registration.ts';
import { requireWork } from '../work/findWork.ts';
import type { SettlementPlan } from './Royalty.ts';

/**
 * The calls that move what a work and the works upstream hold, all the way to payees.
 *
 * Each work stands before its sources, so that one pass empties all. Works through which nothing would move are left
 * out. Settling is anybody's to do.
 *
 * @throws LedgerError `work-unknown`.
 */
export async function planSettlement(ledger: Ledger, workId: bigint, currency: Hex): Promise<SettlementPlan> {
  return await ledger.read(async (facts) => {
    await requireWork(facts, workId);
    const upstream = await upstreamOf(facts, workId);
    const held = await heldBy(facts, [...upstream.keys()], currency);
    const moving = new Set<bigint>();
    for (const [id, shares] of upstream) {
      if ((held.get(id) ?? 0n) === 0n && !moving.has(id)) continue;
      moving.add(id);
      for (const source of paidSources(shares)) moving.add(source);
    }
    return {
      workId,
      currency,
      held: [...held.values()].reduce((sum, amount) => sum + amount, 0n),
      settlements: [...upstream]
        .filter(([id]) => moving.has(id))
        .map(([id, shares]) => ({ workId: id, shares })),
    };
  });
}

/** A work and everything upstream that is paid, each before its sources. */
export async function upstreamOf(facts: Facts, workId: bigint): Promise<Map<bigint, Shares>> {
  const done = new Map<bigint, Shares>();
  const stack: { id: bigint; shares?: Shares }[] = [{ id: workId }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (done.has(top.id)) continue;
    if (top.shares !== undefined) {
      done.set(top.id, top.shares);
      continue;
    }
    const shares = await facts.sharesOf(top.id);
    stack.push({ id: top.id, shares });
    for (const id of upstreamIds(shares)) stack.push({ id });
  }
  return new Map([...done].reverse());
}

/** What works hold in a currency: what came, less what they passed on. */
export async function heldBy(
  facts: Facts,
  workIds: readonly bigint[],
  currency: Hex,
): Promise<Map<bigint, bigint>> {
  const held = new Map<bigint, bigint>();
  const add = (id: bigint, amount: bigint) => held.set(id, (held.get(id) ?? 0n) + amount);
  for (const money of await facts.incomingOf(workIds)) {
    if (money.currency === currency) add(money.workId, money.amount);
  }
  for (const money of await facts.allocationsOf(workIds)) {
    if (money.currency === currency) add(money.workId, -money.amount);
  }
  return held;
}

function upstreamIds({ sources, inherited }: Shares): bigint[] {
  return [...sources.map(({ workId }) => workId), ...inherited.map(({ workId }) => workId)];
}

function paidSources({ sources, inherited }: Shares): bigint[] {
  return [...sources, ...inherited].filter(({ shareBps }) => shareBps > 0).map(({ workId }) => workId);
}
