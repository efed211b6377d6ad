import { describeOffer, type Offer, type Terms } from '../../terms/Terms.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import type { Read } from './Read.ts';

export const termsOf: Read<'termsOf'> = async ({ db, share }, termsId) => {
  const row = await db
    .selectFrom('offers')
    .select('terms')
    .where('termsId', '=', termsId)
    .where('terms', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return row?.terms == null ? undefined : share.terms(row.terms, readTerms);
};

export const offersOf: Read<'offersOf'> = async ({ db, share }, workId) => {
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
    const terms = row.terms === null ? offers.get(termsId)?.terms : share.terms(row.terms, readTerms);
    if (terms !== undefined) {
      offers.set(termsId, describeOffer({ workId, termsId, terms, open: row.open === 1 }));
    }
  }
  return [...offers.values()];
};

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
