import { findAssistance } from '../assistance/findAssistance.ts';
import type { TraceFacts, TraceLedger } from './ports.ts';
import { heldBy } from '../royalty/heldBy.ts';
import type { Allocation, Incoming } from '../royalty/Royalty.ts';
import { listUpstream } from '../royalty/planSettlement.ts';
import type { Hex } from '../kernel/values.ts';
import { requireWork, findTitle } from '../work/findWork.ts';
import type { Work } from '../work/Work.ts';
import { followMoney } from './followMoney.ts';
import type { Ancestor, TracedPayment, WorkTrace } from './Trace.ts';

/** What money swept from a marketplace is filed under: "ERC2981" (contracts/royalty/RoyaltyReceiver.sol). */
const resale = `0x${Buffer.from('ERC2981').toString('hex').padEnd(64, '0')}`;

/**
 * Everything the chain and the log know of a work: lineage both ways, assistance, licences, every payment to it and
 * where each wei of that went.
 *
 * @throws LedgerError `work-unknown`, `chain-unreachable`.
 */
export async function traceWork(ledger: TraceLedger, workId: bigint): Promise<WorkTrace> {
  await ledger.reach();
  const receiver = await ledger.chain.receiverOf(workId);
  const { lineage, ...facts } = await ledger.read(async (facts) => {
    const work = await requireWork(facts, workId);
    const upstream = [...(await listUpstream(facts, workId)).keys()];
    const [incoming, allocations] = [await facts.incomingOf(upstream), await facts.allocationsOf(upstream)];
    return {
      block: facts.block,
      work,
      lineage: await toLineage(facts, work),
      shares: await facts.sharesOf(workId),
      offers: await facts.offersOf(workId),
      licences: await facts.licencesOf({ workId }),
      payments: await paymentsTo(facts, workId, receiver, incoming, allocations),
      upstreamIncome: incoming
        .filter((money) => money.workId === workId && money.fromWorkId !== null)
        .map(({ fromWorkId, currency, amount }) => ({ fromWorkId: fromWorkId ?? 0n, currency, amount })),
      held: [...(heldBy(incoming, allocations).get(workId) ?? [])].map(([currency, amount]) => ({
        currency,
        amount,
      })),
    };
  });
  const named: Ancestor[] = [];
  for (const { work, generation, sources } of lineage) {
    const title = await findTitle(ledger, work);
    named.push({ workId: work.workId, generation, creator: work.creator, title, sources });
  }
  return {
    ...facts,
    title: named.find((one) => one.workId === workId)?.title ?? null,
    lineage: named,
    assistance: await findAssistance(ledger, workId),
  };
}

interface Relative {
  work: Work;
  generation: number;
  sources: Ancestor['sources'];
}

/** Sources to the roots, and what was made from the work, nearest first on each side. */
async function toLineage(facts: TraceFacts, work: Work): Promise<Relative[]> {
  const found = new Map<bigint, Relative>();
  const visit = async (id: bigint, generation: number) => {
    if (found.has(id)) return undefined;
    const { sources } = await facts.sharesOf(id);
    found.set(id, { work: await requireWork(facts, id), generation, sources });
    return sources;
  };
  for (let level = [work.workId], generation = 0; level.length > 0; generation -= 1) {
    const next: bigint[] = [];
    for (const id of level) {
      for (const source of (await visit(id, generation)) ?? []) next.push(source.workId);
    }
    level = next;
  }
  for (
    let level = await facts.derivativesOf(work.workId), generation = 1;
    level.length > 0;
    generation += 1
  ) {
    const next: bigint[] = [];
    for (const id of level) {
      if ((await visit(id, generation)) !== undefined) next.push(...(await facts.derivativesOf(id)));
    }
    level = next;
  }
  return [...found.values()].sort((a, b) => a.generation - b.generation);
}

async function paymentsTo(
  facts: TraceFacts,
  workId: bigint,
  receiver: Hex,
  incoming: readonly Incoming[],
  allocations: readonly Allocation[],
): Promise<TracedPayment[]> {
  const traced: TracedPayment[] = [];
  for (const [payment, parts] of followMoney(incoming, allocations)) {
    const { payer, reference, origin, currency, amount } = payment;
    if (payment.workId !== workId || payer === null || reference === null || origin === null) continue;
    const paidFor = await findPurpose(facts, receiver, payment);
    traced.push({ workId, currency, payer, amount, reference, paidFor, origin, parts });
  }
  return traced;
}

/**
 * What a payment was for. The reference is the payer's word; it counts only beside the fact it names: the licence sold
 * in the same transaction, the payer's own report with a line of the work, the work's own receiver.
 */
async function findPurpose(
  facts: TraceFacts,
  receiver: Hex,
  { workId, payer, reference, origin }: Incoming,
): Promise<TracedPayment['paidFor']> {
  if (payer === null || reference === null || origin === null) return 'other';
  if (reference === resale && payer === receiver) return 'resale';
  if (await facts.soldIn(origin.transaction, workId, reference)) return 'licence';
  const report = await facts.findReport(reference);
  const reported = report?.reporter === payer && report.lines.some((line) => line.workId === workId);
  return reported ? 'report' : 'other';
}
