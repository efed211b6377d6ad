import type { Hex, Origin } from '../../kernel/values.ts';

/** A payment to a work under a reference: a licence's terms, a report, or whatever the payer gave. */
export interface Payment {
  payer: Hex;
  currency: Hex;
  /** In the currency's smallest unit. */
  amount: bigint;
  origin: Origin;
}

/** What a licensee reported of a work in one report, and what it paid under it. */
export interface ReportedUse {
  reportId: Hex;
  currency: Hex;
  /** The terms that lines about the work name. */
  terms: readonly Hex[];
  /** For the work, by the licences that the contract judged it under. */
  due: bigint;
  /** To the work, by who filed it, in the report's currency, under the report's id. */
  paid: bigint;
  filed: Origin & { timestamp: number };
}
