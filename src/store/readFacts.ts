import type { Kysely, Transaction } from 'kysely';
import { findClosure } from '../check/evidence/findClosure.ts';
import { readHoldings } from '../check/evidence/LicenceHoldings.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import type { Hex } from '../kernel/values.ts';
import { message } from '../messages/Message.ts';
import type { Facts } from '../ports/Ledger.ts';
import { createSharing, type Sharing } from './createSharing.ts';
import { accreditationOf } from './facts/accreditation.ts';
import { anchorFrom, blockAt } from './facts/anchors.ts';
import { approvalsOf } from './facts/approvals.ts';
import { changesOf } from './facts/changes.ts';
import { rolesOf } from './facts/fileRoles.ts';
import { licencesOf, soldIn, soldOf } from './facts/licences.ts';
import { derivativesOf, sharesOf } from './facts/lineage.ts';
import { allocationsOf, creditOf, incomingOf, money, paymentsUnder, recipientOf } from './facts/money.ts';
import { offersOf, termsOf } from './facts/offers.ts';
import { bindReads } from './facts/Read.ts';
import { findReport, paidFor, reportedBy } from './facts/reports.ts';
import { countWorks, workOf, worksOf, worksOfContent } from './facts/works.ts';
import { readSnapshot } from './readSnapshot.ts';
import type { Tables } from './tables.ts';

const reads = {
  accreditationOf,
  allocationsOf,
  anchorFrom,
  approvalsOf,
  blockAt,
  changesOf,
  countWorks,
  creditOf,
  derivativesOf,
  findReport,
  incomingOf,
  licencesOf,
  money,
  offersOf,
  paidFor,
  paymentsUnder,
  recipientOf,
  reportedBy,
  rolesOf,
  sharesOf,
  soldIn,
  soldOf,
  termsOf,
  workOf,
  worksOf,
  worksOfContent,
};
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
    ...bindReads(reads, { db: snapshot, share }),
  };
  return {
    ...facts,
    findHoldings: (workId, licensee) => readHoldings(facts, workId, licensee),
    findClosure: (work, use) => findClosure(facts, work, use),
  };
}
