import type { Kysely, Transaction } from 'kysely';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Facts } from '../ports/Ledger.ts';
import { findClosure } from '../check/evidence/findClosure.ts';
import { readHoldings } from '../check/evidence/LicenceHoldings.ts';
import type { Hex } from '../kernel/values.ts';
import { createSharing, type Sharing } from './createSharing.ts';
import { accreditationFacts } from './facts/accreditationFacts.ts';
import { changeFacts } from './facts/changeFacts.ts';
import { licenceFacts } from './facts/licenceFacts.ts';
import { moneyFacts } from './facts/moneyFacts.ts';
import { workFacts } from './facts/workFacts.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { Tables } from './tables.ts';

/**
 * Several reads of one state of the index.
 *
 * @throws LedgerError `index-empty` while no block was read: nothing is known then, not even that nothing is.
 */
export async function readFacts<T>(
  db: Kysely<Tables>,
  query: (facts: Facts) => Promise<T>,
  share?: Sharing,
): Promise<T> {
  return await readSnapshot(db, async (snapshot) => await query(await factsIn(snapshot, share)));
}

/** The facts of a state that is held already, at its last block. */
export async function factsIn(
  snapshot: Transaction<Tables>,
  share: Sharing = createSharing(),
): Promise<Facts> {
  const last = await snapshot
    .selectFrom('blocks')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) {
    throw new LedgerError('index-empty', message('errors.index-empty'));
  }
  const facts = {
    block: { number: last.number, hash: last.hash as Hex, timestamp: last.timestamp },
    ...workFacts(snapshot, share),
    ...licenceFacts(snapshot, share),
    ...changeFacts(snapshot),
    ...moneyFacts(snapshot),
    ...accreditationFacts(snapshot),
  };
  return {
    ...facts,
    findHoldings: (workId, licensee) => readHoldings(facts, workId, licensee),
    findClosure: (work, use) => findClosure(facts, work, use),
  };
}
