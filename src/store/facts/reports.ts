import type { ReportedUse } from '../../check/evidence/Fulfilment.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import { usesFromBits, type Use } from '../../work/Uses.ts';
import type { Read } from './Read.ts';

export const findReport: Read<'findReport'> = async ({ db }, reportId) => {
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
};

export const reportedBy: Read<'reportedBy'> = async (snapshot, reporter, workId) => {
  const lines = await snapshot.db
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
    const paid = await paidFor(snapshot, statementId as Hex, reporter, currency as Hex);
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
};

export const paidFor: Read<'paidFor'> = async ({ db }, reference, payer, currency) => {
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
