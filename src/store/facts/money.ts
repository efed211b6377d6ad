import type { Incoming } from '../../royalty/Royalty.ts';
import { hexId, native, type Hex } from '../../kernel/values.ts';
import type { Read, Snapshot } from './Read.ts';

export const paymentsUnder: Read<'paymentsUnder'> = async ({ db }, reference, workId) => {
  const rows = await db
    .selectFrom('payments')
    .selectAll()
    .where('reference', '=', reference)
    .where('workId', '=', hexId(workId))
    .orderBy('block')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    payer: row.payer as Hex,
    currency: row.currency as Hex,
    amount: BigInt(row.amount),
    origin: { block: row.block, transaction: row.transaction as Hex },
  }));
};

export const incomingOf: Read<'incomingOf'> = async (snapshot, workIds) => {
  const ids = workIds.map(hexId);
  const payments = await snapshot.db
    .selectFrom('payments')
    .innerJoin('blocks', 'blocks.number', 'payments.block')
    .selectAll('payments')
    .select('blocks.timestamp')
    .where('workId', 'in', ids)
    .execute();
  const paid = payments.map((row) => ({
    at: { block: row.block, position: row.position },
    workId: BigInt(row.workId),
    currency: row.currency as Hex,
    amount: BigInt(row.amount),
    fromWorkId: null,
    payer: row.payer as Hex,
    reference: row.reference as Hex,
    origin: { block: row.block, transaction: row.transaction as Hex, timestamp: row.timestamp },
  }));
  return [...paid, ...(await readSharesInto(snapshot, ids))].sort(inOrder);
};

export const allocationsOf: Read<'allocationsOf'> = async ({ db }, workIds) => {
  const rows = await db
    .selectFrom('allocations')
    .selectAll()
    .where('workId', 'in', workIds.map(hexId))
    .orderBy('block')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    at: { block: row.block, position: row.position },
    workId: BigInt(row.workId),
    currency: row.currency as Hex,
    amount: BigInt(row.amount),
    sourceId: row.sourceId === null ? null : BigInt(row.sourceId),
    payee: row.payee as Hex | null,
  }));
};

export const creditOf: Read<'creditOf'> = async ({ db }, payee) => {
  const credits = new Map<string, { currency: Hex; credited: bigint; claimed: bigint }>();
  const of = (currency: string) => {
    const credit = credits.get(currency) ?? { currency: currency as Hex, credited: 0n, claimed: 0n };
    credits.set(currency, credit);
    return credit;
  };
  const allocated = await db.selectFrom('allocations').selectAll().where('payee', '=', payee).execute();
  for (const { currency, amount } of allocated) of(currency).credited += BigInt(amount);
  const claims = await db.selectFrom('claims').selectAll().where('payee', '=', payee).execute();
  for (const { currency, amount } of claims) of(currency).claimed += BigInt(amount);
  return [...credits.values()];
};

export const recipientOf: Read<'recipientOf'> = async ({ db }, payee) => {
  const rows = await db
    .selectFrom('handOvers')
    .select(['successor', 'accepted'])
    .where('payee', '=', payee)
    .orderBy('block')
    .orderBy('position')
    .execute();
  const taken = rows.findLast(({ accepted }) => accepted === 1);
  const last = rows.at(-1);
  const open = last?.accepted === 0 && last.successor !== native;
  return {
    recipient: (taken?.successor ?? payee) as Hex,
    successor: open ? (last.successor as Hex) : null,
  };
};

export const money: Read<'money'> = async ({ db }) => ({
  payments: withAmounts(await db.selectFrom('payments').select(['workId', 'currency', 'amount']).execute()),
  allocations: withAmounts(
    await db
      .selectFrom('allocations')
      .select(['workId', 'currency', 'sourceId', 'payee', 'amount'])
      .execute(),
  ),
  claims: withAmounts(await db.selectFrom('claims').select(['payee', 'currency', 'amount']).execute()),
});

async function readSharesInto({ db }: Snapshot, ids: string[]): Promise<Incoming[]> {
  const rows = await db.selectFrom('allocations').selectAll().where('sourceId', 'in', ids).execute();
  return rows.map((row) => ({
    at: { block: row.block, position: row.position },
    workId: BigInt(row.sourceId ?? 0),
    currency: row.currency as Hex,
    amount: BigInt(row.amount),
    fromWorkId: BigInt(row.workId),
    payer: null,
    reference: null,
    origin: null,
  }));
}

function inOrder(a: Incoming, b: Incoming): number {
  return a.at.block - b.at.block || a.at.position - b.at.position;
}

function withAmounts<T extends { amount: string; currency: string }>(rows: T[]) {
  return rows.map((row) => ({ ...row, currency: row.currency as Hex, amount: BigInt(row.amount) }));
}
