import type { RoyaltyFacts, RoyaltyLedger } from './ports.ts';
import type { Hex } from '../kernel/values.ts';
import type { Shares } from '../work/Registration.ts';
import { requireWork } from '../work/findWork.ts';
import { heldBy } from './heldBy.ts';
import type { SettlementPlan } from './Royalty.ts';

/**
 * The calls that move what a work and the works upstream hold, all the way to payees.
 *
 * Each work stands before its sources, so that one pass empties all. Works through which nothing would move are left
 * out. Settling is anybody's to do.
 *
 * @throws LedgerError `work-unknown`, `chain-unreachable`.
 */
export async function planSettlement(
  ledger: RoyaltyLedger,
  workId: bigint,
  currency: Hex,
): Promise<SettlementPlan> {
  await ledger.reach();
  return await ledger.read(async (facts) => {
    await requireWork(facts, workId);
    const upstream = await listUpstream(facts, workId);
    const ids = [...upstream.keys()];
    const purses = heldBy(await facts.incomingOf(ids), await facts.allocationsOf(ids));
    const heldIn = (id: bigint) => purses.get(id)?.get(currency) ?? 0n;
    const moving = new Set<bigint>();
    for (const [id, shares] of upstream) {
      if (heldIn(id) === 0n && !moving.has(id)) continue;
      moving.add(id);
      for (const source of paidSources(shares)) moving.add(source);
    }
    return {
      workId,
      currency,
      held: ids.reduce((sum, id) => sum + heldIn(id), 0n),
      settlements: [...upstream]
        .filter(([id]) => moving.has(id))
        .map(([id, shares]) => ({ workId: id, shares })),
    };
  });
}

/** A work and everything upstream that is paid, each before its sources. */
export async function listUpstream(facts: RoyaltyFacts, workId: bigint): Promise<Map<bigint, Shares>> {
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

function upstreamIds({ sources, inherited }: Shares): bigint[] {
  return [...sources.map(({ workId }) => workId), ...inherited.map(({ workId }) => workId)];
}

function paidSources({ sources, inherited }: Shares): bigint[] {
  return [...sources, ...inherited].filter(({ shareBps }) => shareBps > 0).map(({ workId }) => workId);
}
