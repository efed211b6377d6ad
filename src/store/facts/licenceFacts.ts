import type { Kysely } from 'kysely';
import type { Facts } from '../../ports/Ledger.ts';
import { describeOffer, type Approval, type Licence, type Offer, type Terms } from '../../terms/Terms.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import { usesFromBits } from '../../work/Uses.ts';
import type { Tables } from '../tables.ts';
import type { Sharing } from '../createSharing.ts';
import { licencesAfter, soldAfter } from './licenceHistory.ts';

type LicenceFacts = Pick<Facts, 'offersOf' | 'termsOf' | 'licencesOf' | 'soldOf' | 'approvalsOf' | 'soldIn'>;

/** Offers, terms and licences. */
export function licenceFacts(db: Kysely<Tables>, share: Sharing): LicenceFacts {
  const toTerms = (json: string) => share.terms(json, readTerms);
  const termsOf: Facts['termsOf'] = async (termsId) => {
    const row = await db
      .selectFrom('offers')
      .select('terms')
      .where('termsId', '=', termsId)
      .where('terms', 'is not', null)
      .limit(1)
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
        .limit(1)
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
        const termsId = share.text(row.termsId as Hex);
        const terms = row.terms === null ? offers.get(termsId)?.terms : toTerms(row.terms);
        if (terms !== undefined) {
          offers.set(termsId, describeOffer({ workId, termsId, terms, open: row.open === 1 }));
        }
      }
      return [...offers.values()];
    },
    async licencesOf(filter) {
      const licences: Licence[] = [];
      const known = new Map<Hex, Terms | undefined>();
      for (const licence of await licencesAfter(db, filter, share)) {
        const { termsId } = licence;
        if (!known.has(termsId)) known.set(termsId, await termsOf(termsId));
        const terms = known.get(termsId);
        if (terms === undefined) continue;
        const { uses, revenueShareBps, currency } = terms;
        licences.push({ ...licence, uses: share.list(usesFromBits(uses)), revenueShareBps, currency });
      }
      return licences;
    },
    soldOf: async (workId, termsId) => await soldAfter(db, workId, termsId, share),
    async approvalsOf(workId) {
      const answers = await db
        .selectFrom('approvals')
        .selectAll()
        .where('workId', '=', hexId(workId))
        .execute();
      const requests = await db
        .selectFrom('requests')
        .selectAll()
        .where('workId', '=', hexId(workId))
        .execute();
      const said = [
        ...requests.map((row) => ({ ...row, state: 'requested' as const })),
        ...answers.map((row) => ({
          ...row,
          state: row.approved === 1 ? ('approved' as const) : ('withdrawn' as const),
        })),
      ].sort((a, b) => a.block - b.block || a.position - b.position);
      const last = new Map<string, Approval>();
      for (const { termsId, licensee, state, block, transaction } of said) {
        const key = `${termsId} ${licensee}`;
        // Who is approved and asks again stays approved.
        if (state === 'requested' && last.get(key)?.state === 'approved') continue;
        last.set(key, {
          workId,
          termsId: termsId as Hex,
          licensee: licensee as Hex,
          state,
          block,
          transaction: transaction as Hex,
        });
      }
      return [...last.values()];
    },
  };
}

/** The store keeps terms as their event gave them: numbers as text. */
function readTerms(text: string): Terms {
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
