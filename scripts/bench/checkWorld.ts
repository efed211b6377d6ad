import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../src/licence/Terms.ts';
import { toJson, type Hex } from '../../src/values.ts';

/** Works and licences as the index holds them, many more than a local chain could make in an hour. */
export interface CheckWorld {
  licensee: Hex;
  /** Ids of works that are licensed to the licensee. */
  licensed: readonly bigint[];
}

/**
 * Writes works into an index, and licences of some of them under terms that are on the chain already.
 *
 * @param file The index, which stands at `block`.
 */
export function fillIndex(
  file: string,
  { block, works, licences, offer }: { block: number; works: number; licences: number; offer: Offer },
): CheckWorld {
  const db = new DatabaseSync(file, { timeout: 10_000 });
  const creator: Hex = `0x${'c1'.repeat(20)}`;
  const licensee: Hex = `0x${'1e'.repeat(20)}`;
  const transaction = `0x${'7a'.repeat(32)}`;
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const list = names.map((name) => `"${name}"`).join(', ');
    return db.prepare(
      `insert into "${table}" (${list}) values (${names.map((name) => `:${name}`).join(', ')})`,
    );
  };
  const bits = { retained: 512, ceiling: 511, holderUses: 1, resaleBps: 0, kind: 1, moralRights: 1 };
  const origin = { block, position: 0, transaction, workId: '' };
  const work = {
    ...origin,
    creator,
    contentHash: '',
    metadataHash: '',
    ...bits,
    aiSummary: 0,
    until: 0,
    flags: 0,
  };
  const { termsId, terms } = offer;
  const { documentHash } = terms;
  const offered = { ...origin, termsId, open: 1, terms: toJson(terms), documentHash };
  const licence = {
    ...origin,
    termsId,
    licensee,
    payer: licensee,
    units: 1,
    price: '0',
    since: 1,
    until: 2 ** 40 - 1,
  };
  const [addWork, addOffer, addLicence] = [
    insert('works', work),
    insert('offers', offered),
    insert('licences', licence),
  ];
  const licensed: bigint[] = [];
  db.exec('begin');
  for (let position = 0; position < works; position += 1) {
    const workId = `0x${hash('sha256', `work ${position}`)}`;
    const at = { block, position: position + 1000, transaction, workId };
    addWork.run({ ...work, ...at, contentHash: workId, metadataHash: workId });
    if (position % Math.floor(works / licences) !== 0 || licensed.length >= licences) continue;
    addOffer.run({ ...offered, ...at });
    addLicence.run({ ...licence, ...at });
    licensed.push(BigInt(workId));
  }
  db.exec('commit');
  db.close();
  return { licensee, licensed };
}
