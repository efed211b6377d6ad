import type { Result } from 'ethers';
import { account, id, integer, long, text } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

const works = table(
  'works',
  {
    workId: id,
    creator: account,
    contentHash: text,
    metadataHash: text,
    retained: integer,
    ceiling: integer,
    holderUses: integer,
    resaleBps: integer,
    kind: integer,
    moralRights: integer,
    aiSummary: integer,
    until: long,
    flags: integer,
  },
  ['workId', 'contentHash', 'metadataHash'],
);

/** Works that were minted from an entry of the log, and its author. */
const vouches = table('vouches', { workId: id, author: account, entry: long, signed: integer }, ['workId']);
/** Revised ends of works. */
const ends = table('ends', { workId: id, until: long }, ['workId']);
/** Works whose metadata can no longer be amended. */
const freezes = table('freezes', { workId: id }, ['workId']);
const amendments = table('amendments', { workId: id, metadataHash: text, aiSummary: integer }, [
  'workId',
  'metadataHash',
]);
const successions = table('successions', { workId: id, creator: account, successor: account }, ['workId']);
const transfers = table('transfers', { workId: id, from: account, to: account }, ['workId']);

export const workTables = { works, vouches, ends, freezes, amendments, successions, transfers };

export const workDecoders: Decoders = {
  WorkRegistered: (e) => {
    const { workId, creator, contentHash, metadataHash } = e.toObject();
    const work = (e['work'] as Result).toObject();
    return [toRow(works, { ...work, workId, creator, contentHash, metadataHash })];
  },
  WorkVouched: (e) => [toRow(vouches, e, { entry: Number(e['index']) })],
  EndRevised: (e) => [toRow(ends, e)],
  MetadataFrozen: (e) => [toRow(freezes, e)],
  MetadataAmended: (e) => [toRow(amendments, e)],
  CreatorSucceeded: (e) => [toRow(successions, e)],
  Transfer: (e) => [toRow(transfers, e, { workId: id.read(e['tokenId']) })],
};
