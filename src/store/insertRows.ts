import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** What one statement takes in SQLite (https://sqlite.org/limits.html); PostgreSQL takes twice as many. */
const maxVariables = 32_766;

/** Appends rows to a table with as few statements as the engines allow. */
export async function insertRows<T extends keyof Tables>(
  db: Kysely<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const size = Math.floor(maxVariables / Object.keys(first).length);
  for (let i = 0; i < rows.length; i += size) {
    await db
      .insertInto(table)
      .values(rows.slice(i, i + size) as never)
      .execute();
  }
}
