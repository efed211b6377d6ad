import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** The store's turn: what is read after it and written by `writeInTurn` with it is written on that very state. */
export async function readTurn(db: Kysely<Tables>): Promise<number> {
  const { turn } = await db.selectFrom('cursor').select('turn').executeTakeFirstOrThrow();
  return turn;
}

/**
 * Writes in one transaction, unless anybody has written since `turn`.
 *
 * A second writer waits at the cursor's row until the first has ended, then finds the turn over.
 *
 * @returns whether it wrote.
 */
export async function writeInTurn(
  db: Kysely<Tables>,
  turn: number,
  write: (trx: Transaction<Tables>) => Promise<void>,
): Promise<boolean> {
  return db
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable('cursor')
        .set({ turn: turn + 1 })
        .where('turn', '=', turn)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return false;
      await write(trx);
      return true;
    });
}
