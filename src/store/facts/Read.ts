import type { Kysely } from 'kysely';
import type { Facts } from '../../ports/Ledger.ts';
import type { Sharing } from '../createSharing.ts';
import type { Tables } from '../tables.ts';

/** One state of the store. */
export interface Snapshot {
  db: Kysely<Tables>;
  share: Sharing;
}

type Verbs = Omit<Facts, 'block' | 'findClosure' | 'findHoldings'>;

/** One of the reads that stages declare, of a state of the store. */
export type Read<Name extends keyof Verbs> = (
  snapshot: Snapshot,
  ...args: Parameters<Verbs[Name]>
) => ReturnType<Verbs[Name]>;

type Reads = { [Name in keyof Verbs]: Read<Name> };

/** The reads of one state of the store. */
export function bindReads(reads: Reads, snapshot: Snapshot): Verbs {
  const bound = Object.entries(reads).map(([name, read]) => [
    name,
    (...args: never[]) => (read as (snapshot: Snapshot, ...args: never[]) => unknown)(snapshot, ...args),
  ]);
  return Object.fromEntries(bound) as Verbs;
}
