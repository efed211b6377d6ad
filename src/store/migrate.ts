import { sql, type Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { firstSchema } from './firstSchema.ts';
import type { Tables } from './tables.ts';

const migrations: Record<string, Migration> = { '1': firstSchema };

/**
 * Brings a store to the newest schema; one that is there already is only read.
 *
 * @throws LedgerError `store-corrupt` if it cannot be, as for a store written by a later version, of which nothing
 * is changed.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  if (await isNewest(db)) return;
  const { error } = await run(db).catch((cause: unknown) => ({ error: cause }));
  if (error === undefined) return;
  throw new LedgerError('store-corrupt', message('errors.store-migration'), {
    cause: error,
  });
}

/**
 * The migrator runs in a transaction where it knows of one and locks others out, as on PostgreSQL. On SQLite it does
 * neither; there all statements share one connection, so a transaction around it holds for them, and one that is
 * `immediate` waits for another process that migrates too.
 */
async function run(db: Kysely<Tables>): Promise<{ error?: unknown }> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  if (db.getExecutor().adapter.supportsTransactionalDdl) return migrator.migrateToLatest();
  await sql`begin immediate`.execute(db);
  const result = await migrator.migrateToLatest();
  await (result.error === undefined ? sql`commit` : sql`rollback`).execute(db);
  return result;
}

async function isNewest(db: Kysely<Tables>): Promise<boolean> {
  const applied = await appliedTo(db).catch((cause: unknown) => {
    throw new LedgerError('store-corrupt', message('errors.store-unreadable'), {
      cause,
    });
  });
  const expected = Object.keys(migrations);
  if (applied.some((name) => !expected.includes(name))) {
    throw new LedgerError('store-corrupt', message('errors.store-version', { expected, got: applied }), {
      details: { expected, got: applied },
    });
  }
  return applied.length === expected.length;
}

async function appliedTo(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const rows = await (db as unknown as Kysely<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>)
    .selectFrom(DEFAULT_MIGRATION_TABLE)
    .select('name')
    .orderBy('name')
    .execute();
  return rows.map(({ name }) => name);
}
