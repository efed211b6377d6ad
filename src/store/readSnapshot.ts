import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Reads several times from one state of the store, so that what is read belongs to one block.
 *
 * PostgreSQL refuses writes in it. SQLite takes no settings of a transaction: each of its transactions sees one state.
 *
 * @example
 * const [head, works] = await readSnapshot(store, async (db) => [await headOf(db), await worksOf(db)])
 */
export async function readSnapshot<T>(
  db: Kysely<Tables>,
  read: (db: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read);
}
