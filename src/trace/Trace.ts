import { z } from 'zod';
import { Address, Amount, Block, Hash, Origin, Timestamp, WorkId } from '../kernel/values.ts';
import { LoggedAssistance } from '../assistance/record/LoggedAssistance.ts';
import { Licence, Offer } from '../terms/Terms.ts';
import { Shares } from '../work/Registration.ts';
import { Work } from '../work/Work.ts';

/** A work of the lineage, with the generation it stands in: below zero are sources, above are descendants. */
export const Ancestor = z.object({
  workId: WorkId,
  generation: z.int(),
  creator: Address,
  title: z.string().nullable(),
  sources: z.array(z.object({ workId: WorkId, termsId: Hash, shareBps: z.int(), absolute: z.boolean() })),
});
export type Ancestor = z.output<typeof Ancestor>;

/** Where a part of a payment went: to a payee, or to a work that still holds it. The parts sum to the payment. */
export const Part = z.object({
  /** The way it took, from the paid work to the one whose payee got it or which holds it. */
  path: z.array(WorkId).min(1),
  payee: Address.nullable(),
  amount: Amount,
});
export type Part = z.output<typeof Part>;

export const TracedPayment = z.object({
  workId: WorkId,
  currency: Address,
  payer: Address,
  amount: Amount,
  /** What it was for: terms of a licence, a report, a resale, or whatever the payer gave. */
  reference: Hash,
  paidFor: z.enum(['licence', 'report', 'resale', 'other']),
  origin: Origin.extend({ timestamp: Timestamp }),
  parts: z.array(Part),
});
export type TracedPayment = z.output<typeof TracedPayment>;

/** All that is known of a work, from the chain and the log. */
export const WorkTrace = z.object({
  work: Work,
  title: z.string().nullable(),
  lineage: z.array(Ancestor),
  shares: Shares,
  assistance: z.array(LoggedAssistance),
  offers: z.array(Offer),
  licences: z.array(Licence),
  payments: z.array(TracedPayment),
  /** Money from works made from this one, by currency. */
  upstreamIncome: z.array(z.object({ fromWorkId: WorkId, currency: Address, amount: Amount })),
  held: z.array(z.object({ currency: Address, amount: Amount })),
  block: Block,
});
export type WorkTrace = z.output<typeof WorkTrace>;

/** Where the money of one currency is: paid in = claimed + claimable + held in works. */
export const CurrencyAudit = z.object({
  currency: Address,
  paidIn: Amount,
  claimed: Amount,
  claimable: Amount,
  heldInWorks: Amount,
  /** What the ledger contract really has; null where the token does not say. */
  balance: Amount.nullable(),
  /**
   * What the contract has beyond what is claimable and held: money forced upon it, which nobody is owed. Below zero
   * money is missing.
   */
  surplus: z
    .codec(z.string().regex(/^-?\d+$/), z.bigint(), {
      decode: (text) => BigInt(text),
      encode: (amount) => `${amount}`,
    })
    .nullable(),
  /** Works and payees that gave out more than they received: none unless events are missing. */
  overdrawn: z.array(z.string()),
  sound: z.boolean(),
});
export type CurrencyAudit = z.output<typeof CurrencyAudit>;

/** The whole ledger's money at a block. */
export const Audit = z.object({
  currencies: z.array(CurrencyAudit),
  sound: z.boolean(),
  works: z.int(),
  block: Block,
});
export type Audit = z.output<typeof Audit>;
