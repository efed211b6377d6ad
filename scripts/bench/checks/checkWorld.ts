import { hash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { Offer } from '../../../src/terms/Terms.ts';
import { toJson, zeroHash, type Hex } from '../../../src/kernel/values.ts';

/** Works and licences as the index holds them, many more than a local chain could make in an hour. */
export interface CheckWorld {
  licensee: Hex;
  /** Ids of works that are licensed to the licensee. */
  licensed: readonly bigint[];
  /** Licensed works at the end of lines, by how many works each was made from, one from the other. */
  lines: { depth: number; works: readonly bigint[] }[];
}

/** Lines of each depth. */
const lineCount = 200;
const depths = [1, 50];
/** Broadcasting, which the first work of each line kept. */
const kept = 1 << 7;

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
  const addShares = insert('shares', { ...origin, shares: '' });
  const licensed: bigint[] = [];
  db.exec('begin');
  let position = works + 1000;
  const lines = depths.map((depth) => ({
    depth,
    works: Array.from({ length: lineCount }, (_, line) => {
      let source: string | undefined;
      for (let made = 0; made <= depth; made += 1) {
        const workId = `0x${hash('sha256', `line ${depth} ${line} ${made}`)}`;
        const at = { block, position: (position += 1), transaction, workId };
        const own = {
          retained: made === 0 ? bits.retained | kept : bits.retained,
          ceiling: bits.ceiling & ~kept,
        };
        addWork.run({ ...work, ...own, ...at, contentHash: workId, metadataHash: workId });
        const sources = source === undefined ? [] : [toSource(source)];
        addShares.run({ ...at, shares: JSON.stringify({ sources, inherited: [], payees: [] }) });
        source = workId;
        if (made < depth) continue;
        addOffer.run({ ...offered, ...at });
        addLicence.run({ ...licence, ...at });
      }
      return BigInt(source ?? 0);
    }),
  }));
  for (let n = 0; n < works; n += 1) {
    const workId = `0x${hash('sha256', `work ${n}`)}`;
    const at = { block, position: n + 1000, transaction, workId };
    addWork.run({ ...work, ...at, contentHash: workId, metadataHash: workId });
    if (n % Math.floor(works / licences) !== 0 || licensed.length >= licences) continue;
    addOffer.run({ ...offered, ...at });
    addLicence.run({ ...licence, ...at });
    licensed.push(BigInt(workId));
  }
  db.exec('commit');
  db.close();
  return { licensee, licensed, lines };
}

/** A source as the index keeps it: numbers as text. */
function toSource(workId: string) {
  return { workId: `${BigInt(workId)}`, termsId: zeroHash, shareBps: '0', absolute: false };
}
