import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration';
import { createCache } from '../kernel/createCache.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Tables } from './tables.ts';

/** How long a writer waits for another process that writes, in milliseconds. */
const patience = 5000;
/** Statements that are kept prepared, and the length of the longest: what inserts many rows is of no use twice. */
const mostKept = 200;
const longestKept = 10_000;
/** https://sqlite.org/rescode.html */
const corruptions = [11, 26];
const busy = 5;

/**
 * Opens the embedded store; `:memory:` keeps it in memory.
 *
 * Durable: write-ahead log, synced at every commit. Closing it is the caller's.
 *
 * @throws LedgerError `store-corrupt` if the file is no database or another program's, `store-unreachable` if it
 * cannot be opened or is read-only. Nothing is written then.
 */
export function openSqlite(file: string): Kysely<Tables> {
  if (file !== ':memory:' && existsSync(file)) refuseReadOnly(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: patience });
    prepareInTurn(database, file);
    return new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapt(database) }) });
  } catch (cause) {
    database?.close();
    if (cause instanceof LedgerError) throw cause;
    const { errcode = 0 } = cause as { errcode?: number };
    const corrupt = corruptions.includes(errcode);
    throw new LedgerError(
      corrupt ? 'store-corrupt' : 'store-unreachable',
      message('errors.sqlite-database', {
        file,
        got: message(
          corrupt
            ? 'errors.sqlite-other'
            : errcode === busy
              ? 'errors.sqlite-busy'
              : 'errors.sqlite-unopened',
        ),
      }),
      { cause },
    );
  }
}

/** The mode counts, not only what this user may do: root may write what was marked read-only. */
function refuseReadOnly(file: string): void {
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    if ((statSync(file).mode & 0o222) !== 0) return;
  } catch (cause) {
    throw readOnly(file, { cause });
  }
  throw readOnly(file);
}

/**
 * SQLite does not wait by itself while another process turns the log of a new file on or, as the last to close it,
 * takes it away: https://sqlite.org/wal.html, "Sometimes Queries Return SQLITE_BUSY In WAL Mode".
 */
function prepareInTurn(database: DatabaseSync, file: string): void {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return prepare(database, file);
    } catch (cause) {
      if ((cause as { errcode?: number }).errcode !== busy || Date.now() > end) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function prepare(database: DatabaseSync, file: string): void {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  if (tables.length === 0) database.exec('PRAGMA journal_mode = WAL');
  else if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) {
    const names = tables.map(({ name }) => String(name)).join(', ');
    throw new LedgerError('store-corrupt', message('errors.sqlite-tables', { file, names }));
  }
  database.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
}

/** Kysely's dialect speaks to better-sqlite3; node:sqlite differs in how a statement says that it returns rows. */
function adapt(database: DatabaseSync): SqliteDatabase {
  // The same questions are asked again and again: to prepare one takes longer than to answer it.
  const known = createCache<string, ReturnType<SqliteDatabase['prepare']>>(mostKept);
  const prepare: SqliteDatabase['prepare'] = (sql) => {
    const statement = database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (parameters) => statement.all(...bindable(parameters)),
      run: (parameters) => statement.run(...bindable(parameters)),
      // Walked through at leisure, while others ask the same.
      iterate: (parameters) => database.prepare(sql).iterate(...bindable(parameters)),
    };
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      if (sql.length > longestKept) return prepare(sql);
      const statement = known.get(sql) ?? prepare(sql);
      known.set(sql, statement);
      return statement;
    },
  };
}

function bindable(parameters: readonly unknown[]): Parameters<StatementSync['all']> {
  return parameters as Parameters<StatementSync['all']>;
}

function readOnly(file: string, options?: { cause: unknown }): LedgerError {
  return new LedgerError('store-unreachable', message('errors.sqlite-read-only', { file }), options);
}
