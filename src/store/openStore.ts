import type { Kysely } from 'kysely';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import type { Tables } from './tables.ts';

/**
 * Opens a store and brings it to the newest schema. Closing it (`destroy`) is the caller's.
 *
 * A store that is refused is left as it was.
 *
 * @param url a file's path or `:memory:` for SQLite; `postgres://user:password@host:port/database` for PostgreSQL.
 * @throws LedgerError `store-unreachable` if it cannot be opened or may not be written, `store-corrupt` if it is not
 * a store of this version, `input-invalid` for a URL of something else.
 *
 * @example
 * await openStore('lianpu.db')
 * await openStore('postgres://lianpu@127.0.0.1/lianpu')
 * await openStore('mysql://127.0.0.1/lianpu') // input-invalid
 */
export async function openStore(url: string): Promise<Kysely<Tables>> {
  const store = await open(url);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.destroy();
    throw error;
  }
}

async function open(url: string): Promise<Kysely<Tables>> {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql') return openPostgres(url);
  if (scheme === undefined && url !== '') return openSqlite(url);
  // The rest of the URL stays unsaid: it may hold a password.
  throw new LedgerError(
    'input-invalid',
    message('errors.store-place', {
      got: scheme === undefined ? message('errors.nothing') : `${scheme}://`,
    }),
  );
}
