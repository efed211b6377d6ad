import type { Provider } from 'ethers';
import type { Kysely, Transaction } from 'kysely';
import type { Deployment } from '../chain/contracts.ts';
import { LedgerError } from '../error.ts';
import { eventTables, type Tables } from '../store/tables.ts';
import { decoderOf } from './decode.ts';

/** Blocks asked for at a time: public endpoints refuse more. */
const range = 1000;

/**
 * Reads the chain up to its head into the store, from where the store stands.
 *
 * Each range of blocks is one transaction with its cursor, so it can be killed anywhere. A block that is no longer
 * the chain's is taken back with all its rows before anything is read; a chain that was reset starts from nothing.
 *
 * @returns the block the store now stands at.
 */
export async function catchUp(
  db: Kysely<Tables>,
  provider: Provider,
  deployment: Deployment,
): Promise<number> {
  const decode = decoderOf(deployment);
  const { works, licences, royalties, usages, log } = deployment;
  const address = [works, licences, royalties, usages, log];
  const head = await provider.getBlockNumber();
  let at = await takeBack(db, provider, deployment);
  while (at < head) {
    const to = Math.min(at + range, head);
    const logs = await provider.getLogs({ address, fromBlock: at + 1, toBlock: to });
    const last = await blockOf(provider, to);
    const numbers = new Set([...logs.map(({ blockNumber }) => blockNumber), to]);
    const blocks = await Promise.all([...numbers].map((number) => blockOf(provider, number)));
    const hashes = new Map(blocks.map((block) => [block.number, block.hash]));
    if (logs.some((entry) => hashes.get(entry.blockNumber) !== entry.blockHash)) continue;

    await db.transaction().execute(async (trx) => {
      for (const block of blocks) await insertBlock(trx, block);
      for (const entry of logs) {
        for (const { table, fields } of decode(entry)) {
          const origin = {
            block: entry.blockNumber,
            position: entry.index,
            transaction: entry.transactionHash,
          };
          await trx
            .insertInto(table)
            .values({ ...origin, ...fields } as never)
            .execute();
        }
      }
    });
    at = last.number;
  }
  return at;
}

/** Forgets the blocks the chain no longer has; returns the last that both agree on. */
async function takeBack(db: Kysely<Tables>, provider: Provider, deployment: Deployment): Promise<number> {
  for (;;) {
    const last = await db
      .selectFrom('blocks')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (last === undefined) return deployment.block - 1;
    const number = Number(last.number);
    const block = await provider.getBlock(number);
    if (block?.hash === last.hash) return number;
    await db.transaction().execute(async (trx) => {
      for (const table of eventTables) await trx.deleteFrom(table).where('block', '>=', number).execute();
      await trx.deleteFrom('blocks').where('number', '>=', number).execute();
    });
  }
}

interface BlockRow {
  number: number;
  hash: string;
  timestamp: number;
}

async function blockOf(provider: Provider, number: number): Promise<BlockRow> {
  const block = await provider.getBlock(number);
  if (block?.hash == null) throw new LedgerError('chain-unreachable', `expected block ${number}, got none`);
  return { number: block.number, hash: block.hash, timestamp: block.timestamp };
}

async function insertBlock(trx: Transaction<Tables>, block: BlockRow): Promise<void> {
  await trx
    .insertInto('blocks')
    .values(block)
    .onConflict((conflict) => conflict.column('number').doNothing())
    .execute();
}
