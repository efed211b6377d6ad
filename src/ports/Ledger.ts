import type { MaybePromise } from '../kernel/async/MaybePromise.ts';
import type { BulkLedger } from '../bulk/ports.ts';
import type { TraceFacts, TraceLedger } from '../trace/ports.ts';

/** What the index knows at one block. Everything in it was rebuilt from events. */
export type Facts = TraceFacts;

/** What the service opens for all verbs: the ports that the stages declare, joined. No stage imports this. */
export interface Ledger extends TraceLedger, BulkLedger {
  read: TraceLedger['read'];
  recall<T>(query: (facts: Facts) => MaybePromise<T>): MaybePromise<T>;
  readonly chain: Chain;
}

/** The chain, asked directly, and the account that relays what others signed. */
export type Chain = TraceLedger['chain'] & BulkLedger['chain'];
