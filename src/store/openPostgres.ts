import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { LedgerError } from '../kernel/LedgerError.ts';
import type { Tables } from './tables.ts';

/** How long a connection may take, in milliseconds: a host that drops packets would keep the caller for minutes. */
const patience = 10_000;

/**
 * Opens a store in PostgreSQL: a pool of connections, the first of which is tried. Closing it is the caller's.
 *
 * `int8` comes as a number: all that are stored fit 2^53.
 *
 * @throws LedgerError `store-unreachable` if there is no connection; the message leaves out the URL's password.
 */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const parsed = URL.parse(url);
  if (parsed === null)
    throw new LedgerError('input-invalid', 'expected a postgres:// URL, got a malformed one');

  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: patience,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
        oid === types.builtins.INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
    } as typeof types,
  });
  // Without a listener a connection that breaks while idle ends the process; the pool makes another by itself.
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    client.release();
  } catch (cause) {
    await pool.end();
    throw new LedgerError(
      'store-unreachable',
      `expected a PostgreSQL at ${withoutSecrets(parsed)}, got: ${reasonOf(cause)}`,
      { cause },
    );
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** The query may hold a password too, and so may a path that a `#` or `?` in a password cut short. */
function withoutSecrets({ protocol, username, host }: URL): string {
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}`;
}

/** A host with several addresses fails with one error an address and no message of its own. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(String).join(', ');
  return String(cause);
}
