import type { Reads } from '../ports/Reads.ts';
import type { RoyaltyChain, RoyaltyFacts, RoyaltyLedger } from '../royalty/ports.ts';
import type { TermsChain } from '../terms/ports.ts';
import type { UsageFacts, UsageLedger } from '../usage/ports.ts';
import type { MoneyRows } from './auditLedger.ts';

/** What the index knows that traces and audits need beside reports and money. */
export interface TraceFacts extends UsageFacts, RoyaltyFacts {
  money(): Promise<MoneyRows>;
}

/** What the verbs of traces and audits receive. */
export interface TraceLedger extends UsageLedger, RoyaltyLedger {
  read: Reads<TraceFacts>['read'];
  readonly chain: RoyaltyChain & TermsChain;
}
