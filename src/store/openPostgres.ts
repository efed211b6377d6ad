import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message, type Message } from '../messages/Message.ts';
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
  if (parsed === null) throw new LedgerError('input-invalid', message('errors.postgres-url'));

  const pool = new Pool({
    connectionString: url,
    connectionTimeoutMillis: patience,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
        oid === Number(types.builtins.INT8) && format !== 'binary'
          ? Number
          : types.getTypeParser(oid, format),
    },
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
      message('errors.postgres-answer', { url: withoutSecrets(parsed), got: toFault(cause) }),
      { cause },
    );
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** The query may hold a password too, and so may a path that a `#` or `?` in a password cut short. */
function withoutSecrets({ protocol, username, host }: URL): string {
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}`;
}

/** What a database answers instead of opening a connection, by its error code (PostgreSQL, appendix A). */
function toFault(cause: unknown): Message<'errors'> {
  const { code = '' } = (cause ?? {}) as { code?: string };
  if (code.startsWith('28')) return message('errors.postgres-login');
  if (code === '3D000') return message('errors.postgres-missing');
  // Codes of the system, such as ECONNREFUSED, are longer; a host with several addresses has none.
  return code.length === 5 ? message('errors.postgres-fault', { code }) : message('errors.no-answer');
}
