import type { Hex, Origin } from '../kernel/values.ts';
import type { Reads } from '../ports/Reads.ts';
import type { WorkChain, WorkFacts, WorkLedger } from '../work/ports.ts';
import type { Approval, Licence, Offer, Terms } from './Terms.ts';

/** What the index knows of terms, offers and licences. */
export interface TermsFacts extends WorkFacts {
  offersOf(workId: bigint): Promise<Offer[]>;
  termsOf(termsId: Hex): Promise<Terms | undefined>;
  licencesOf(filter: { workId?: bigint; licensee?: Hex }): Promise<Licence[]>;
  /** How many units of licences of a work were sold under terms; a renewal is no new sale. */
  soldOf(workId: bigint, termsId: Hex): Promise<number>;
  /** Whether a transaction sold a licence of a work under these terms. */
  soldIn(transaction: Hex, workId: bigint, termsId: Hex): Promise<boolean>;
  /** Accounts that asked to be approved as a licensee of a work, each with the answer. */
  approvalsOf(workId: bigint): Promise<Approval[]>;
}

export interface RelayedOffer {
  workId: bigint;
  terms: Terms;
  deadline: number;
  signature: Hex;
}

/** What terms ask of the chain, and of the account that relays signed offers. */
export interface TermsChain extends WorkChain {
  offerFor(signed: RelayedOffer): Promise<Origin>;
}

/** What the verbs of terms receive. */
export interface TermsLedger extends WorkLedger {
  read: Reads<TermsFacts>['read'];
  readonly chain: TermsChain;
}
