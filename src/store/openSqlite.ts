import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { LedgerError } from '../error.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the embedded store; `:memory:` keeps it in memory.
 *
 * Durable: write-ahead log, synced at every commit. Closing it is the caller's.
 *
 * @throws LedgerError `store-corrupt` if the file is no database.
 */
export function openSqlite(file: string): Kysely<Tables> {
  try {
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  } catch (cause) {
    throw new LedgerError('store-corrupt', `expected an SQLite database, got ${file}`, { cause });
  }
}

/** Kysely's dialect speaks to better-sqlite3; node:sqlite differs in how a statement says that it returns rows. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...bindable(parameters)),
        run: (parameters) => statement.run(...bindable(parameters)),
        iterate: (parameters) => statement.iterate(...bindable(parameters)),
      };
    },
  };
}

function bindable(parameters: readonly unknown[]): Parameters<StatementSync['all']> {
  return parameters as Parameters<StatementSync['all']>;
}
