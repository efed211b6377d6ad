import { hexId } from '../../kernel/values.ts';
import { Shares } from '../../work/Registration.ts';
import type { Read } from './Read.ts';

export const sharesOf: Read<'sharesOf'> = async ({ db }, workId) => {
  const row = await db
    .selectFrom('shares')
    .select('shares')
    .where('workId', '=', hexId(workId))
    .executeTakeFirst();
  return row === undefined ? { sources: [], inherited: [], payees: [] } : toShares(row.shares);
};

export const derivativesOf: Read<'derivativesOf'> = async ({ db }, workId) => {
  const rows = await db
    .selectFrom('sources')
    .select('workId')
    .where('sourceId', '=', hexId(workId))
    .orderBy('block')
    .orderBy('position')
    .execute();
  return rows.map((row) => BigInt(row.workId));
};

/** The store keeps numbers as events gave them, as text. */
function toShares(text: string): Shares {
  const stored = JSON.parse(text) as Record<keyof Shares, Record<string, unknown>[]>;
  const numbers = (rows: Record<string, unknown>[]) =>
    rows.map((row) => ({ ...row, shareBps: Number(row['shareBps']) }));
  return Shares.parse({
    sources: numbers(stored.sources),
    inherited: numbers(stored.inherited),
    payees: numbers(stored.payees),
  });
}
