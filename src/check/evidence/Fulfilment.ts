import type { Hex, Origin } from '../../kernel/values.ts';

/** A payment to a work under a reference: a licence's terms, a statement, or whatever the payer gave. */
export interface Payment {
  payer: Hex;
  currency: Hex;
  /** In the currency's smallest unit. */
  amount: bigint;
  origin: Origin;
}

/** What a licensee reported of a work in one statement, and what it paid under it. */
export interface ReportedUse {
  statementId: Hex;
  currency: Hex;
  /** The terms that lines about the work name. */
  terms: readonly Hex[];
  /** For the work, by the licences that the contract judged it under. */
  due: bigint;
  /** To the work, by who filed it, in the statement's currency, under the statement's id. */
  paid: bigint;
  filed: Origin & { timestamp: number };
}
