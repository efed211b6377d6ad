import type { Kysely } from 'kysely';
import type { Facts } from '../../ledger.ts';
import { describeOffer, type Licence, type Offer, type Terms } from '../../licence/Terms.ts';
import { hexId, type Hex } from '../../values.ts';
import { usesFromBits } from '../../work/Uses.ts';
import type { Tables } from '../tables.ts';

type LicenceFacts = Pick<Facts, 'offersOf' | 'termsOf' | 'licencesOf' | 'soldIn'>;

/** The largest `until` there is: without end. */
const endless = 2 ** 40 - 1;

/** Offers, terms and licences. */
export function licenceFacts(db: Kysely<Tables>): LicenceFacts {
  const termsOf: Facts['termsOf'] = async (termsId) => {
    const row = await db
      .selectFrom('offers')
      .select('terms')
      .where('termsId', '=', termsId)
      .where('terms', 'is not', null)
      .executeTakeFirst();
    return row?.terms == null ? undefined : toTerms(row.terms);
  };
  return {
    termsOf,
    async soldIn(transaction, workId, termsId) {
      const row = await db
        .selectFrom('licences')
        .select('block')
        .where('workId', '=', hexId(workId))
        .where('termsId', '=', termsId)
        .where('transaction', '=', transaction)
        .executeTakeFirst();
      return row !== undefined;
    },
    async offersOf(workId) {
      const rows = await db
        .selectFrom('offers')
        .select(['termsId', 'terms', 'open'])
        .where('workId', '=', hexId(workId))
        .orderBy('block')
        .orderBy('position')
        .execute();
      const offers = new Map<string, Offer>();
      for (const row of rows) {
        const termsId = row.termsId as Hex;
        const terms = row.terms === null ? offers.get(termsId)?.terms : toTerms(row.terms);
        if (terms !== undefined) {
          offers.set(termsId, describeOffer({ workId, termsId, terms, open: row.open === 1 }));
        }
      }
      return [...offers.values()];
    },
    async licencesOf({ workId, licensee }) {
      let query = db.selectFrom('licences').selectAll().orderBy('block').orderBy('position');
      if (workId !== undefined) query = query.where('workId', '=', hexId(workId));
      if (licensee !== undefined) query = query.where('licensee', '=', licensee);
      const newest = new Map((await query.execute()).map((row) => [keyOf(row), row]));
      const licences: Licence[] = [];
      for (const row of newest.values()) {
        const terms = await termsOf(row.termsId as Hex);
        if (terms !== undefined) licences.push(toLicence(row, terms));
      }
      return licences;
    },
  };
}

/** A renewal is a later row of the same licence. */
function keyOf(row: { workId: string; termsId: string; licensee: string }): string {
  return `${row.workId} ${row.termsId} ${row.licensee}`;
}

function toLicence(row: Tables['licences'], terms: Terms): Licence {
  return {
    workId: BigInt(row.workId),
    termsId: row.termsId as Hex,
    licensee: row.licensee as Hex,
    uses: usesFromBits(terms.uses),
    revenueShareBps: terms.revenueShareBps,
    price: BigInt(row.price),
    currency: terms.currency,
    since: row.since,
    until: row.until === endless ? null : row.until,
    block: row.block,
    transaction: row.transaction as Hex,
  };
}

/** The store keeps terms as their event gave them: numbers as text. */
function toTerms(text: string): Terms {
  const stored = JSON.parse(text) as Record<keyof Terms, string>;
  return {
    uses: Number(stored.uses),
    passOn: Number(stored.passOn),
    currency: stored.currency.toLowerCase() as Hex,
    price: BigInt(stored.price),
    revenueShareBps: Number(stored.revenueShareBps),
    duration: Number(stored.duration),
    cap: Number(stored.cap),
    flags: Number(stored.flags),
    documentHash: stored.documentHash as Hex,
  };
}
