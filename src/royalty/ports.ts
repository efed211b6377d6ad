import type { Hex } from '../kernel/values.ts';
import type { Reads } from '../ports/Reads.ts';
import type { WorkChain, WorkFacts, WorkLedger } from '../work/ports.ts';
import type { Currency } from '../kernel/Currency.ts';
import type { Allocation, Incoming } from './Royalty.ts';

/** What the index knows of money. */
export interface RoyaltyFacts extends WorkFacts {
  /** Money that came to these works, in the order it came. */
  incomingOf(workIds: readonly bigint[]): Promise<Incoming[]>;
  /** Money these works passed on, in the order it went. */
  allocationsOf(workIds: readonly bigint[]): Promise<Allocation[]>;
  creditOf(payee: Hex): Promise<{ currency: Hex; credited: bigint; claimed: bigint }[]>;
  /** The account that receives a payee's money, and the successor that was offered that place and has not taken it. */
  recipientOf(payee: Hex): Promise<{ recipient: Hex; successor: Hex | null }>;
}

/** What royalties ask of the chain. */
export interface RoyaltyChain extends WorkChain {
  /** The royalty ledger's balance, in the currency's smallest unit. */
  ledgerBalance(currency: Hex, block: number): Promise<bigint>;
  /** The address marketplaces pay for a work (ERC-2981). */
  receiverOf(workId: bigint): Promise<Hex>;
  /** A currency's name, symbol and decimals; null where its token does not state them. */
  currencyOf(currency: Hex): Promise<Currency>;
}

/** What the verbs of royalties receive. */
export interface RoyaltyLedger extends WorkLedger {
  read: Reads<RoyaltyFacts>['read'];
  readonly chain: RoyaltyChain;
}
