import { sql } from 'kysely';
import type { Change } from '../../check/changes/Change.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import type { Read } from './Read.ts';

export const changesOf: Read<'changesOf'> = async (
  { db },
  { licensee, workIds = [] },
  since,
  limit,
  until = Number.MAX_SAFE_INTEGER,
) => {
  const named = workIds.map(hexId);
  const listed = named.length === 0 ? sql`1 = 0` : sql`${sql.ref('workId')} in (${sql.join(named)})`;
  const held =
    licensee === undefined
      ? sql`1 = 0`
      : sql`${sql.ref('workId')} in (
              select ${sql.ref('workId')} from licences where licensee = ${licensee}
              union select ${sql.ref('workId')} from ${sql.table('licenceTransfers')} where ${sql.ref('to')} = ${licensee})`;
  const parts = sources.map(({ table, change, about }) => {
    const terms = about === 'work' ? sql`null` : sql.ref('termsId');
    const who = about === 'licence' ? sql.ref('licensee') : sql`null`;
    const party = table === 'licenceTransfers' ? sql` or ${sql.ref('to')} = ${licensee ?? ''}` : sql``;
    const own =
      about === 'licence' && licensee !== undefined
        ? sql`(${listed} or licensee = ${licensee}${party})`
        : sql`(${listed} or ${held})`;
    return sql`select ${sql.ref('workId')}, ${sql.raw(change)} as change, ${terms} as ${sql.ref('termsId')},
          ${who} as licensee, block, position, ${sql.ref('transaction')}
          from ${sql.table(table)} where block > ${since} and block <= ${until} and ${own}`;
  });
  const { rows } = await sql<Row>`
        select changes.*, blocks.timestamp from (${sql.join(parts, sql` union all `)}) as changes
        join blocks on blocks.number = changes.block
        order by changes.block, changes.position
        ${Number.isFinite(limit) ? sql`limit ${limit}` : sql``}`.execute(db);
  return rows.map(({ workId, change, termsId, licensee: holder, block, transaction, timestamp }) => ({
    workId: BigInt(workId),
    change,
    termsId: termsId as Hex | null,
    licensee: holder as Hex | null,
    block: Number(block),
    time: Number(timestamp),
    transaction: transaction as Hex,
  }));
};

/** Tables that tell of changes, what each row means, and whether it is about a licence. */
const sources = [
  { table: 'works', change: `'registered'`, about: 'work' },
  { table: 'successions', change: `'creator-succeeded'`, about: 'work' },
  { table: 'transfers', change: `'token-transferred'`, about: 'work' },
  { table: 'amendments', change: `'metadata-amended'`, about: 'work' },
  { table: 'ends', change: `'end-revised'`, about: 'work' },
  { table: 'offers', change: `case when open = 1 then 'offered' else 'withdrawn' end`, about: 'terms' },
  {
    table: 'approvals',
    change: `case when approved = 1 then 'approved' else 'approval-withdrawn' end`,
    about: 'licence',
  },
  { table: 'licences', change: `'licence-acquired'`, about: 'licence' },
  { table: 'licenceTransfers', change: `'licence-passed-on'`, about: 'licence' },
  {
    table: 'breaches',
    change: `case step when 'recorded' then 'breach-recorded' when 'forgiven' then 'breach-forgiven' else 'licence-revoked' end`,
    about: 'licence',
  },
] as const;

interface Row {
  workId: string;
  change: Change['change'];
  termsId: string | null;
  licensee: string | null;
  block: number | string;
  transaction: string;
  timestamp: number | string;
}
