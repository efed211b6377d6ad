import { type Licence, type Terms } from '../../terms/Terms.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import { usesFromBits } from '../../work/Uses.ts';
import { termsOf } from './offers.ts';
import type { Read } from './Read.ts';
import { licencesAfter, soldAfter } from './licenceHistory.ts';

export const licencesOf: Read<'licencesOf'> = async (snapshot, filter) => {
  const licences: Licence[] = [];
  const known = new Map<Hex, Terms | undefined>();
  for (const licence of await licencesAfter(snapshot, filter)) {
    const { termsId } = licence;
    if (!known.has(termsId)) known.set(termsId, await termsOf(snapshot, termsId));
    const terms = known.get(termsId);
    if (terms === undefined) continue;
    const { uses, revenueShareBps, currency } = terms;
    licences.push({ ...licence, uses: snapshot.share.list(usesFromBits(uses)), revenueShareBps, currency });
  }
  return licences;
};

export const soldOf: Read<'soldOf'> = async (snapshot, workId, termsId) =>
  await soldAfter(snapshot, workId, termsId);

export const soldIn: Read<'soldIn'> = async ({ db }, transaction, workId, termsId) => {
  const row = await db
    .selectFrom('licences')
    .select('block')
    .where('workId', '=', hexId(workId))
    .where('termsId', '=', termsId)
    .where('transaction', '=', transaction)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};
