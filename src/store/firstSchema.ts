import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { eventTables } from '../index/events/families.ts';
import type { EventTable } from '../index/events/table.ts';

/** The schema of the first version. A store keeps it under this name: a change of it is a migration of its own. */
export const firstSchema: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('blocks')
      .addColumn('number', 'bigint', (c) => c.primaryKey())
      .addColumn('hash', 'text', (c) => c.notNull())
      .addColumn('timestamp', 'bigint', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('cursor')
      .addColumn('turn', 'bigint', (c) => c.notNull())
      .execute();
    await sql`insert into cursor (turn) values (0)`.execute(db);
    for (const table of Object.values(eventTables)) await createEventTable(db, table);
    await sql`create unique index works_once on works (${sql.ref('workId')})`.execute(db);
  },
};

/** One event can make several rows (the sources of a work), so the place alone is no key. */
async function createEventTable(db: Kysely<unknown>, { name, columns, lookups }: EventTable): Promise<void> {
  let creation = db.schema
    .createTable(name)
    .addColumn('block', 'bigint', (c) => c.notNull())
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('transaction', 'text', (c) => c.notNull());
  for (const [field, column] of Object.entries(columns)) {
    creation = creation.addColumn(field, column.sql, (c) => (column.nullable === true ? c : c.notNull()));
  }
  await creation.execute();
  await db.schema.createIndex(`${name}_place`).on(name).columns(['block', 'position']).execute();
  for (const lookup of lookups) {
    await db.schema
      .createIndex(`${name}_${lookup.replace(' ', '_')}`)
      .on(name)
      .columns([...lookup.split(' '), 'block'])
      .execute();
  }
}
