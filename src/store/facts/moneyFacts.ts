import type { Kysely } from 'kysely';
import type { Facts } from '../../ports/Ledger.ts';
import type { ReportedUse } from '../../check/evidence/Fulfilment.ts';
import type { Allocation, Incoming } from '../../royalty/Royalty.ts';
import { hexId, native, type Hex } from '../../kernel/values.ts';
import { usesFromBits, type Use } from '../../work/Uses.ts';
import type { Tables } from '../tables.ts';

type MoneyFacts = Pick<
  Facts,
  | 'findReport'
  | 'paidFor'
  | 'paymentsUnder'
  | 'reportedBy'
  | 'incomingOf'
  | 'allocationsOf'
  | 'creditOf'
  | 'recipientOf'
  | 'money'
  | 'anchorFrom'
  | 'blockAt'
>;

/** Statements, payments, settlements and claims. */
export function moneyFacts(db: Kysely<Tables>): MoneyFacts {
  const sharesInto = async (ids: string[]): Promise<Incoming[]> => {
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
  };
  const paidFor: Facts['paidFor'] = async (reference, payer, currency) => {
    const rows = await db
      .selectFrom('payments')
      .select(['workId', 'amount'])
      .where('reference', '=', reference)
      .where('payer', '=', payer)
      .where('currency', '=', currency)
      .execute();
    const paid = new Map<bigint, bigint>();
    for (const row of rows) {
      const workId = BigInt(row.workId);
      paid.set(workId, (paid.get(workId) ?? 0n) + BigInt(row.amount));
    }
    return paid;
  };
  return {
    async findReport(reportId) {
      const filed = await db
        .selectFrom('statements')
        .innerJoin('blocks', 'blocks.number', 'statements.block')
        .selectAll('statements')
        .select('blocks.timestamp')
        .where('statementId', '=', reportId)
        .executeTakeFirst();
      if (filed === undefined) return undefined;
      const lines = await db
        .selectFrom('usages')
        .selectAll()
        .where('statementId', '=', reportId)
        .orderBy('line')
        .execute();
      return {
        reportId,
        reporter: filed.reporter as Hex,
        documentHash: filed.documentHash as Hex,
        currency: filed.currency as Hex,
        due: BigInt(filed.due),
        unlicensed: lines.filter(({ licensed }) => licensed === 0).length,
        filed: { block: filed.block, transaction: filed.transaction as Hex, timestamp: filed.timestamp },
        lines: lines.map((line) => ({
          workId: BigInt(line.workId),
          termsId: /^0x0*$/.test(line.termsId) ? null : (line.termsId as Hex),
          use: usesFromBits(line.use)[0] as Use,
          count: Number(line.count),
          revenue: BigInt(line.revenue),
          licensed: line.licensed === 1,
          due: BigInt(line.due),
        })),
      };
    },
    paidFor,
    async paymentsUnder(reference, workId) {
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
    },
    async reportedBy(reporter, workId) {
      const lines = await db
        .selectFrom('usages')
        .innerJoin('statements', 'statements.statementId', 'usages.statementId')
        .innerJoin('blocks', 'blocks.number', 'statements.block')
        .select([
          'usages.statementId',
          'usages.termsId',
          'usages.due',
          'statements.currency',
          'statements.block',
          'statements.transaction',
          'blocks.timestamp',
        ])
        .where('usages.workId', '=', hexId(workId))
        .where('statements.reporter', '=', reporter)
        .orderBy('statements.block')
        .orderBy('statements.position')
        .execute();
      const reported = new Map<string, ReportedUse & { terms: Hex[] }>();
      for (const { statementId, termsId, due, currency, block, transaction, timestamp } of lines) {
        const known = reported.get(statementId);
        if (known !== undefined) {
          known.terms.push(termsId as Hex);
          known.due += BigInt(due);
          continue;
        }
        const paid = await paidFor(statementId as Hex, reporter, currency as Hex);
        reported.set(statementId, {
          reportId: statementId as Hex,
          currency: currency as Hex,
          terms: [termsId as Hex],
          due: BigInt(due),
          paid: paid.get(workId) ?? 0n,
          filed: { block, transaction: transaction as Hex, timestamp },
        });
      }
      return [...reported.values()];
    },
    async incomingOf(workIds) {
      const ids = workIds.map(hexId);
      const payments = await db
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
      return [...paid, ...(await sharesInto(ids))].sort(inOrder);
    },
    async allocationsOf(workIds): Promise<Allocation[]> {
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
    },
    async creditOf(payee) {
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
    },
    async recipientOf(payee) {
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
    },
    async money() {
      return {
        payments: withAmounts(
          await db.selectFrom('payments').select(['workId', 'currency', 'amount']).execute(),
        ),
        allocations: withAmounts(
          await db
            .selectFrom('allocations')
            .select(['workId', 'currency', 'sourceId', 'payee', 'amount'])
            .execute(),
        ),
        claims: withAmounts(await db.selectFrom('claims').select(['payee', 'currency', 'amount']).execute()),
      };
    },
    async anchorFrom(size) {
      const row = await db
        .selectFrom('anchors')
        .selectAll()
        .where('size', '>=', size)
        .orderBy('size')
        .limit(1)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        size: row.size,
        root: row.root as Hex,
        block: row.block,
        transaction: row.transaction as Hex,
      };
    },
    async blockAt(number) {
      const row = await db.selectFrom('blocks').selectAll().where('number', '=', number).executeTakeFirst();
      return row === undefined ? undefined : { ...row, hash: row.hash as Hex };
    },
  };
}

function inOrder(a: Incoming, b: Incoming): number {
  return a.at.block - b.at.block || a.at.position - b.at.position;
}

function withAmounts<T extends { amount: string; currency: string }>(rows: T[]) {
  return rows.map((row) => ({ ...row, currency: row.currency as Hex, amount: BigInt(row.amount) }));
}
