import type { Log, Provider } from 'ethers';
import type { Kysely, Transaction } from 'kysely';
import type { Deployment } from '../ports/Deployment.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { insertRows } from '../store/insertRows.ts';
import { eventTableNames, type Tables } from '../store/tables.ts';
import { readTurn, writeInTurn } from '../store/writeInTurn.ts';
import { contractNames } from '../chain/contracts.ts';
import { createDecoder } from './decode.ts';
import type { Row } from './events/table.ts';
import { readRange } from './readRange.ts';
import { lastCommon, takeBack } from './takeBack.ts';

/** Blocks asked for at a time: public endpoints refuse more. */
const range = 1000;
/** How often the chain may change under one call: each time what was read is given up or taken back. */
const patience = 32;

/**
 * Reads the chain up to its head into the store, from where the store stands.
 *
 * Each range of blocks is one transaction with its cursor, so it can be killed anywhere, and others may follow the
 * chain into the same store: what one has written meanwhile the other does not write again. A block that is no
 * longer the chain's is taken back with all its rows before anything is read; a chain that was reset starts from
 * nothing.
 *
 * @param provider one without a cache: it is asked for the same block again to see whether the chain has changed.
 * @param options `upTo`: a block to stop at, for what was once; `onHead` is told each head that the chain says it has.
 * @returns the block the store now stands at.
 * @throws LedgerError `chain-unstable` if the chain changes each time that it is read.
 */
export async function catchUp(
  db: Kysely<Tables>,
  provider: Provider,
  deployment: Deployment,
  { upTo = Infinity, onHead }: { upTo?: number; onHead?: (block: number) => void } = {},
): Promise<number> {
  const decode = createDecoder(deployment);
  const address = contractNames.map((name) => deployment[name]);
  for (let changes = 0; changes < patience;) {
    const turn = await readTurn(db);
    const { block, stale } = await lastCommon(db, provider);
    if (stale) {
      await writeInTurn(db, turn, (trx) => takeBack(trx, block?.number));
      changes += 1;
      continue;
    }
    const after = block ?? { number: deployment.block - 1 };
    const head = await provider.getBlockNumber();
    onHead?.(head);
    const to = Math.min(after.number + range, head, upTo);
    if (to <= after.number) return after.number;

    const read = await readRange(provider, { after, to, address });
    if (read === undefined) changes += 1;
    else await writeInTurn(db, turn, (trx) => insertRange(trx, read, decode));
  }
  throw new LedgerError('chain-unstable', message('errors.chain-unstable', { changes: patience }), {
    details: { changes: patience },
  });
}

async function insertRange(
  trx: Transaction<Tables>,
  { blocks, logs }: { blocks: Tables['blocks'][]; logs: Log[] },
  decode: (log: Log) => Row[],
): Promise<void> {
  const rows = new Map(eventTableNames.map((table) => [table as string, [] as object[]]));
  for (const log of logs) {
    const origin = { block: log.blockNumber, position: log.index, transaction: log.transactionHash };
    for (const { table, fields } of decode(log)) {
      rows.get(table)?.push({ ...origin, ...fields });
    }
  }
  await insertRows(trx, 'blocks', blocks);
  for (const table of eventTableNames) await insertRows(trx, table, (rows.get(table) ?? []) as never[]);
}
