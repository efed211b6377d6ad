import type { Kysely } from 'kysely';
import { breachNames, type RecordedBreach } from '../../terms/Breach.ts';
import { type Licence } from '../../terms/Terms.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import type { Tables } from '../tables.ts';
import type { Sharing } from '../createSharing.ts';
import type { Snapshot } from './Read.ts';
import { toEnd } from './toEnd.ts';

/** A licence as events made it, without what its terms say. */
type BareLicence = Omit<Licence, 'uses' | 'revenueShareBps' | 'currency'>;

type Change = { at: { block: number; position: number; transaction: string; timestamp: number } } & (
  | { change: 'acquired'; row: Tables['licences'] }
  | { change: 'transferred'; row: Tables['licenceTransfers'] }
  | { change: 'breach'; row: Tables['breaches'] }
);

/**
 * The licences of a work, of a licensee or both, as they stand after all that happened to them.
 *
 * It does what the contract did, event by event (contracts/licence/LicenceRegistry.sol): a licence that had ended is made anew
 * when it is bought, and one that another passed on is a new one for who got it unless it held the same already.
 */
export async function licencesAfter(
  { db, share }: Snapshot,
  filter: { workId?: bigint; licensee?: Hex },
): Promise<BareLicence[]> {
  const licences = new Map<string, BareLicence>();
  for (const change of await readChanges(db, filter)) apply(licences, change, share);
  return [...licences.values()].filter(
    ({ licensee }) => filter.licensee === undefined || licensee === filter.licensee,
  );
}

/**
 * How many units of a work were sold under terms: what a purchase adds to what its licensee holds then, and nothing for a
 * renewal (`LicenceRegistry._added`).
 */
export async function soldAfter({ db, share }: Snapshot, workId: bigint, termsId: Hex): Promise<number> {
  const licences = new Map<string, BareLicence>();
  let sold = 0;
  for (const change of await readChanges(db, { workId })) {
    if (change.row.termsId !== termsId) continue;
    if (change.change === 'acquired') {
      const { row, at } = change;
      const held = licences.get(`${row.workId} ${termsId} ${row.licensee}`);
      const before = held !== undefined && isActive(held, at.timestamp) ? held.units : 0;
      sold += row.units - before;
    }
    apply(licences, change, share);
  }
  return sold;
}

async function readChanges(
  db: Kysely<Tables>,
  { workId, licensee }: { workId?: bigint; licensee?: Hex },
): Promise<Change[]> {
  let bought = db.selectFrom('licences').innerJoin('blocks', 'number', 'block');
  let passed = db.selectFrom('licenceTransfers').innerJoin('blocks', 'number', 'block');
  let broken = db.selectFrom('breaches').innerJoin('blocks', 'number', 'block');
  if (workId !== undefined) {
    bought = bought.where('workId', '=', hexId(workId));
    passed = passed.where('workId', '=', hexId(workId));
    broken = broken.where('workId', '=', hexId(workId));
  }
  if (licensee !== undefined) {
    bought = bought.where('licensee', '=', licensee);
    passed = passed.where(({ or, eb }) => or([eb('licensee', '=', licensee), eb('to', '=', licensee)]));
    broken = broken.where('licensee', '=', licensee);
  }
  const changes = [
    ...(await bought.selectAll('licences').select('timestamp').execute()).map(
      (row) => ({ at: row, change: 'acquired', row }) as const,
    ),
    ...(await passed.selectAll('licenceTransfers').select('timestamp').execute()).map(
      (row) => ({ at: row, change: 'transferred', row }) as const,
    ),
    ...(await broken.selectAll('breaches').select('timestamp').execute()).map(
      (row) => ({ at: row, change: 'breach', row }) as const,
    ),
  ];
  return changes.sort((a, b) => a.at.block - b.at.block || a.at.position - b.at.position);
}

function apply(licences: Map<string, BareLicence>, { at, ...one }: Change, share: Sharing): void {
  const origin = { block: at.block, transaction: share.text(at.transaction as Hex) };
  const { workId, termsId } = one.row;
  const toKey = (licensee: string) => `${workId} ${termsId} ${licensee}`;
  const held = licences.get(toKey(one.row.licensee));
  const put = (licence: BareLicence) => licences.set(toKey(licence.licensee), licence);
  const made = (licensee: string, more: Pick<BareLicence, 'units' | 'price' | 'since' | 'until'>) =>
    put({
      workId: BigInt(workId),
      termsId: share.text(termsId as Hex),
      licensee: share.text(licensee as Hex),
      revoked: false,
      breach: null,
      ...more,
      ...origin,
    });

  if (one.change === 'acquired') {
    const { units, price, since, until } = one.row;
    const now = { units, price: BigInt(price), since, until: toEnd(until) };
    if (held !== undefined && isActive(held, at.timestamp)) put({ ...held, ...now, ...origin });
    else made(one.row.licensee, now);
  } else if (one.change === 'transferred') {
    const { to, units, until } = one.row;
    if (held !== undefined) put({ ...held, units: held.units - units });
    const got = licences.get(toKey(to));
    if (got !== undefined && isActive(got, at.timestamp)) put({ ...got, units: got.units + units });
    else made(to, { units, price: 0n, since: at.timestamp, until: toEnd(until) });
  } else if (held !== undefined) {
    if (one.row.step === 'revoked') put({ ...held, revoked: true, until: at.timestamp - 1 });
    else put({ ...held, breach: one.row.step === 'forgiven' ? null : toBreach(one.row, at.timestamp) });
  }
}

function isActive({ units, until }: BareLicence, now: number): boolean {
  return units > 0 && (until === null || until >= now);
}

function toBreach({ breach, evidence }: Tables['breaches'], recorded: number): RecordedBreach {
  return { breach: breachNames[breach - 1] ?? 'beyond-terms', evidence: evidence as Hex, recorded };
}
