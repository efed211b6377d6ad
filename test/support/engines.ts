import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { sql, type Kysely } from 'kysely';
import { openPostgres } from '../../src/store/openPostgres.ts';
import { openStore } from '../../src/store/openStore.ts';
import { eventTableNames, type Tables } from '../../src/store/tables.ts';

/** Where a store is kept. An engine holds one store at a time, at `url`, with any number of handles on it. */
export interface Engine {
  url: () => string;
  /** Closes every handle, empties the store and opens it. */
  fresh: () => Promise<Kysely<Tables>>;
  /** Opens another handle on the store there is, as another process would. */
  again: () => Promise<Kysely<Tables>>;
  stop: () => Promise<void>;
}

/** Every engine by name, for `describe.each`. */
export const engines = [
  { name: 'SQLite', start: startSqlite },
  { name: 'PostgreSQL', start: startPostgres },
] as const;

/** All rows of a store, in an order that is the same everywhere. */
export async function listRows(store: Kysely<Tables>): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of eventTableNames) {
    const all = await store.selectFrom(table).selectAll().execute();
    rows[table] = all.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  }
  return rows;
}

async function startSqlite(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const file = join(folder, 'store.db');
  const removed = { force: true, recursive: true };
  return engineAt(
    file,
    () => Promise.all(['', '-wal', '-shm'].map((end) => rm(`${file}${end}`, removed))),
    () => rm(folder, removed),
  );
}

/**
 * PostgreSQL without a system's: the server itself, compiled to WebAssembly, spoken to over TCP. It runs one
 * transaction after another; `LIANPU_TEST_POSTGRES` (a URL, its database is emptied) puts a real one in its place.
 */
async function startPostgres(): Promise<Engine> {
  const given = process.env['LIANPU_TEST_POSTGRES'];
  if (given !== undefined) return engineAt(given, () => emptyPostgres(given), noop);
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 100 });
  await server.start();
  const url = `postgres://postgres:opera@${server.getServerConn()}/postgres`;
  return engineAt(
    url,
    () => emptyPostgres(url),
    async () => {
      await server.stop();
      await db.close();
    },
  );
}

async function emptyPostgres(url: string): Promise<void> {
  const store = await openPostgres(url);
  await sql`drop schema public cascade`.execute(store);
  await sql`create schema public`.execute(store);
  await store.destroy();
}

function engineAt(url: string, empty: () => Promise<unknown>, end: () => Promise<void>): Engine {
  const handles: Kysely<Tables>[] = [];
  const close = async () => {
    await Promise.all(handles.splice(0).map((handle) => handle.destroy()));
  };
  const again = async () => {
    const handle = await openStore(url);
    handles.push(handle);
    return handle;
  };
  const fresh = async () => {
    await close();
    await empty();
    return again();
  };
  return { url: () => url, fresh, again, stop: () => close().then(end) };
}

async function noop(): Promise<void> {
  // Somebody else's server stays.
}
