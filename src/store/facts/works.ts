import type { ExpressionBuilder, Kysely } from 'kysely';
import type { WorkFilter } from '../../work/ports.ts';
import { hexId, type Hex } from '../../kernel/values.ts';
import { labelsFromBits } from '../../work/Labels.ts';
import { kindNames } from '../../work/Metadata.ts';
import { summaryFromByte } from '../../work/digitalSourceTypes.ts';
import { usesFromBits } from '../../work/Uses.ts';
import { moralRightsFromBits, type Work } from '../../work/Work.ts';
import type { Tables } from '../tables.ts';
import type { Read } from './Read.ts';
import type { Sharing } from '../createSharing.ts';
import { toEnd } from './toEnd.ts';

export const workOf: Read<'workOf'> = async ({ db, share }, workId) => {
  const row = await selectWorks(db).where('works.workId', '=', hexId(workId)).executeTakeFirst();
  return row === undefined ? undefined : toWork(row, share);
};

export const worksOf: Read<'worksOf'> = async ({ db, share }, { after, limit, ...filter }) => {
  let query = selectWorks(db)
    .where((where) => passes(where, filter))
    .orderBy('works.block')
    .orderBy('works.position')
    .limit(limit);
  if (after !== undefined) {
    const start = await db
      .selectFrom('works')
      .select(['block', 'position'])
      .where('workId', '=', hexId(after))
      .executeTakeFirst();
    if (start === undefined) return [];
    query = query.where((where) =>
      where.or([
        where('works.block', '>', start.block),
        where.and([where('works.block', '=', start.block), where('works.position', '>', start.position)]),
      ]),
    );
  }
  return (await query.execute()).map((row) => toWork(row, share));
};

export const countWorks: Read<'countWorks'> = async ({ db }, filter = {}) => {
  const row = await db
    .selectFrom('works')
    .where((where) => passes(where, filter))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

export const worksOfContent: Read<'worksOfContent'> = async ({ db }, contentHash) => {
  const rows = await db
    .selectFrom('works')
    .select('workId')
    .where('contentHash', '=', contentHash)
    .orderBy('block')
    .orderBy('position')
    .execute();
  return rows.map((row) => BigInt(row.workId));
};

/** Bits of `Work.flags` on chain (contracts/work/Work.sol). */
const [shareAlike, owesAbsolute, labelled] = [1, 2, 32];

/** A work with what other events say of it: who vouched, creator, holder, metadata, labels, regime, end. */
function selectWorks(db: Kysely<Tables>) {
  return db
    .selectFrom('works')
    .innerJoin('blocks', 'blocks.number', 'works.block')
    .leftJoin('vouches', 'vouches.workId', 'works.workId')
    .leftJoin('labels', 'labels.workId', 'works.workId')
    .leftJoin('regimes', 'regimes.workId', 'works.workId')
    .selectAll('works')
    .select([
      'blocks.timestamp',
      'vouches.author',
      'vouches.entry',
      'vouches.signed',
      'labels.labels',
      'regimes.registrar',
      'regimes.minHolding',
      'regimes.maxTransfers',
    ])
    .select((select) => [
      selectSuccessor(select).as('successor'),
      select
        .selectFrom('transfers')
        .select('to')
        .whereRef('transfers.workId', '=', 'works.workId')
        .orderBy('transfers.block', 'desc')
        .orderBy('transfers.position', 'desc')
        .limit(1)
        .as('owner'),
      select
        .selectFrom('ends')
        .select('until')
        .whereRef('ends.workId', '=', 'works.workId')
        .orderBy('ends.block', 'desc')
        .orderBy('ends.position', 'desc')
        .limit(1)
        .as('revisedUntil'),
      select
        .selectFrom('freezes')
        .select('block')
        .whereRef('freezes.workId', '=', 'works.workId')
        .limit(1)
        .as('frozenIn'),
      select
        .selectFrom('amendments')
        .select('metadataHash')
        .whereRef('amendments.workId', '=', 'works.workId')
        .orderBy('amendments.block', 'desc')
        .orderBy('amendments.position', 'desc')
        .limit(1)
        .as('amendedHash'),
      select
        .selectFrom('amendments')
        .select('aiSummary')
        .whereRef('amendments.workId', '=', 'works.workId')
        .orderBy('amendments.block', 'desc')
        .orderBy('amendments.position', 'desc')
        .limit(1)
        .as('amendedSummary'),
    ]);
}

function passes(
  where: ExpressionBuilder<Tables, 'works'>,
  { kind, creator }: Omit<WorkFilter, 'after' | 'limit'>,
) {
  return where.and([
    ...(kind === undefined ? [] : [where('works.kind', '=', kindNames.indexOf(kind))]),
    ...(creator === undefined
      ? []
      : [where(where.fn.coalesce(selectSuccessor(where), 'works.creator'), '=', creator)]),
  ]);
}

/** Who took the creator's role last. */
function selectSuccessor(select: ExpressionBuilder<Tables, 'works'>) {
  return select
    .selectFrom('successions')
    .select('successor')
    .whereRef('successions.workId', '=', 'works.workId')
    .orderBy('successions.block', 'desc')
    .orderBy('successions.position', 'desc')
    .limit(1);
}

type WorkRow = Awaited<ReturnType<ReturnType<typeof selectWorks>['execute']>>[number];

function toWork(row: WorkRow, share: Sharing): Work {
  const { author, entry, signed, registrar, minHolding, maxTransfers } = row;
  const logged = author !== null && entry !== null;
  const restricted = registrar !== null && minHolding !== null && maxTransfers !== null;
  return {
    workId: BigInt(row.workId),
    kind: kindNames[row.kind] ?? 'derivative',
    creator: share.text((row.successor ?? row.creator) as Hex),
    registrant: share.text(row.creator as Hex),
    owner: share.text((row.owner ?? row.creator) as Hex),
    contentHash: row.contentHash as Hex,
    metadataHash: (row.amendedHash ?? row.metadataHash) as Hex,
    retained: share.list(usesFromBits(row.retained)),
    ceiling: share.list(usesFromBits(row.ceiling)),
    holderUses: share.list(usesFromBits(row.holderUses)),
    moralRights: share.list(moralRightsFromBits(row.moralRights)),
    aiSummary: summaryFromByte(row.amendedSummary ?? row.aiSummary),
    resaleBps: row.resaleBps,
    labels: share.list(labelsFromBits(row.labels ?? 0)),
    labelled: (row.flags & labelled) !== 0,
    regime: restricted ? { registrar: registrar as Hex, minHolding, maxTransfers } : null,
    until: toEnd(row.revisedUntil ?? row.until),
    frozen: row.frozenIn !== null,
    shareAlike: (row.flags & shareAlike) !== 0,
    owesAbsolute: (row.flags & owesAbsolute) !== 0,
    logged: null,
    vouched: logged ? { author: author as Hex, index: entry, signed: signed === 1 } : null,
    registered: {
      block: row.block,
      transaction: share.text(row.transaction as Hex),
      timestamp: row.timestamp,
    },
  };
}
