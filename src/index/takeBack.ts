import type { Provider } from 'ethers';
import type { Kysely, Transaction } from 'kysely';
import { eventTableNames, type Tables } from '../store/tables.ts';

type Block = Tables['blocks'];

/**
 * Finds the last block that the store and the chain both have.
 *
 * Where the chain has another block, all after it are others too: so a search by halves finds the place, with few
 * questions also when the whole chain was reset.
 *
 * @returns no block if they have none in common; `stale` if the store has later ones, which the chain has not.
 */
export async function lastCommon(
  db: Kysely<Tables>,
  provider: Provider,
): Promise<{ block: Block | undefined; stale: boolean }> {
  const last = await stored(db).orderBy('number', 'desc').executeTakeFirst();
  if (last === undefined || (await isOf(provider, last))) return { block: last, stale: false };

  const { count } = await db
    .selectFrom('blocks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  let block: Block | undefined;
  let common = 0;
  let below = count - 1;
  while (common < below) {
    const middle = Math.ceil((common + below) / 2);
    const candidate = await stored(db)
      .orderBy('number')
      .offset(middle - 1)
      .executeTakeFirst();
    if (candidate !== undefined && (await isOf(provider, candidate))) {
      block = candidate;
      common = middle;
    } else {
      below = middle - 1;
    }
  }
  return { block, stale: true };
}

/** Forgets every block after `number`, with all its rows; every block there is if none is given. */
export async function takeBack(trx: Transaction<Tables>, number = -1): Promise<void> {
  for (const table of eventTableNames) await trx.deleteFrom(table).where('block', '>', number).execute();
  await trx.deleteFrom('blocks').where('number', '>', number).execute();
}

function stored(db: Kysely<Tables>) {
  return db.selectFrom('blocks').selectAll().limit(1);
}

async function isOf(provider: Provider, { number, hash }: Block): Promise<boolean> {
  return (await provider.getBlock(number))?.hash === hash;
}
