import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { eventTables } from './tables.ts';

type Columns = Record<string, 'text' | 'integer' | 'bigint'>;

const columns: Record<(typeof eventTables)[number], Columns> = {
  works: {
    workId: 'text',
    creator: 'text',
    contentHash: 'text',
    metadataHash: 'text',
    retained: 'integer',
    ceiling: 'integer',
    holderUses: 'integer',
    resaleBps: 'integer',
    kind: 'integer',
    moralRights: 'integer',
    aiSummary: 'integer',
    until: 'bigint',
    flags: 'integer',
  },
  vouches: { workId: 'text', author: 'text', entry: 'bigint', signed: 'integer' },
  labels: { workId: 'text', community: 'text', labels: 'integer' },
  regimes: { workId: 'text', registrar: 'text', minHolding: 'bigint', maxTransfers: 'integer' },
  ends: { workId: 'text', until: 'bigint' },
  freezes: { workId: 'text' },
  shares: { workId: 'text', shares: 'text' },
  sources: { workId: 'text', sourceId: 'text', termsId: 'text', shareBps: 'integer', absolute: 'integer' },
  amendments: { workId: 'text', metadataHash: 'text', aiSummary: 'integer' },
  successions: { workId: 'text', creator: 'text', successor: 'text' },
  transfers: { workId: 'text', from: 'text', to: 'text' },
  offers: { workId: 'text', termsId: 'text', open: 'integer', terms: 'text', documentHash: 'text' },
  requests: { workId: 'text', termsId: 'text', licensee: 'text' },
  approvals: { workId: 'text', termsId: 'text', licensee: 'text', approved: 'integer' },
  licences: {
    workId: 'text',
    termsId: 'text',
    licensee: 'text',
    payer: 'text',
    units: 'bigint',
    price: 'text',
    since: 'bigint',
    until: 'bigint',
  },
  licenceTransfers: {
    workId: 'text',
    termsId: 'text',
    licensee: 'text',
    to: 'text',
    units: 'bigint',
    until: 'bigint',
  },
  breaches: {
    workId: 'text',
    termsId: 'text',
    licensee: 'text',
    step: 'text',
    breach: 'integer',
    evidence: 'text',
  },
  payments: { workId: 'text', currency: 'text', reference: 'text', payer: 'text', amount: 'text' },
  allocations: { workId: 'text', currency: 'text', sourceId: 'text', payee: 'text', amount: 'text' },
  claims: { payee: 'text', currency: 'text', amount: 'text' },
  handOvers: { payee: 'text', recipient: 'text', successor: 'text', accepted: 'integer' },
  statements: {
    statementId: 'text',
    reporter: 'text',
    documentHash: 'text',
    currency: 'text',
    lines: 'integer',
    due: 'text',
  },
  usages: {
    statementId: 'text',
    line: 'integer',
    workId: 'text',
    termsId: 'text',
    use: 'integer',
    count: 'text',
    revenue: 'text',
    licensed: 'integer',
    due: 'text',
  },
  anchors: { size: 'bigint', root: 'text' },
  accreditations: { account: 'text', roles: 'integer' },
  attestations: { registrar: 'text', holder: 'text', attested: 'integer' },
};

/**
 * What may be null: a withdrawn offer repeats no terms, a breach that was taken back no evidence, and an allocation is
 * to a source or to a payee.
 */
const nullable = new Set([
  'offers.terms',
  'offers.documentHash',
  'breaches.evidence',
  'allocations.sourceId',
  'allocations.payee',
]);
const lookups: Partial<Record<(typeof eventTables)[number], string[]>> = {
  works: ['workId', 'contentHash', 'metadataHash'],
  vouches: ['workId'],
  labels: ['workId'],
  regimes: ['workId'],
  ends: ['workId'],
  freezes: ['workId'],
  amendments: ['workId', 'metadataHash'],
  successions: ['workId'],
  transfers: ['workId'],
  shares: ['workId'],
  sources: ['workId', 'sourceId'],
  offers: ['workId', 'termsId', 'documentHash'],
  requests: ['workId'],
  approvals: ['workId'],
  licences: ['workId licensee', 'licensee'],
  licenceTransfers: ['workId licensee', 'licensee', 'to'],
  breaches: ['workId licensee', 'licensee', 'evidence'],
  payments: ['workId', 'reference'],
  allocations: ['workId', 'sourceId', 'payee'],
  claims: ['payee'],
  handOvers: ['payee'],
  statements: ['statementId', 'documentHash'],
  usages: ['statementId', 'workId'],
  anchors: ['size'],
  accreditations: ['account'],
  attestations: ['holder'],
};

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
    for (const table of eventTables) {
      let creation = db.schema
        .createTable(table)
        .addColumn('block', 'bigint', (c) => c.notNull())
        .addColumn('position', 'integer', (c) => c.notNull())
        .addColumn('transaction', 'text', (c) => c.notNull());
      for (const [name, type] of Object.entries(columns[table])) {
        creation = creation.addColumn(name, type, (c) =>
          nullable.has(`${table}.${name}`) ? c : c.notNull(),
        );
      }
      // One event can make several rows (the sources of a work), so the place alone is no key.
      await creation.execute();
      await db.schema.createIndex(`${table}_place`).on(table).columns(['block', 'position']).execute();
      for (const column of lookups[table] ?? []) {
        await db.schema
          .createIndex(`${table}_${column.replace(' ', '_')}`)
          .on(table)
          .columns([...column.split(' '), 'block'])
          .execute();
      }
    }
    await sql`create unique index works_once on works (${sql.ref('workId')})`.execute(db);
  },
};
