import { type Hex } from '../../kernel/values.ts';
import type { Read } from './Read.ts';

export const anchorFrom: Read<'anchorFrom'> = async ({ db }, size) => {
  const row = await db
    .selectFrom('anchors')
    .selectAll()
    .where('size', '>=', size)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    size: row.size,
    root: row.root as Hex,
    block: row.block,
    transaction: row.transaction as Hex,
  };
};

export const blockAt: Read<'blockAt'> = async ({ db }, number) => {
  const row = await db.selectFrom('blocks').selectAll().where('number', '=', number).executeTakeFirst();
  return row === undefined ? undefined : { ...row, hash: row.hash as Hex };
};
