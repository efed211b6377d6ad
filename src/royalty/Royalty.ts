import { z } from 'zod';
import { Address, Amount, WorkId, type Hex, type Origin } from '../kernel/values.ts';
import { Shares } from '../work/Registration.ts';

/** What a call of `settle` takes for one work. */
export const Settlement = z.object({ workId: WorkId, shares: Shares });
export type Settlement = z.output<typeof Settlement>;

/** Works in the order their money has to move: a work before its sources, none after one it pays. */
export const SettlementPlan = z.object({
  workId: WorkId,
  currency: Address,
  /** What the work and the works upstream hold now. */
  held: Amount,
  settlements: z.array(Settlement),
});
export type SettlementPlan = z.output<typeof SettlementPlan>;

/** What an account can claim, currency by currency, and has claimed. */
export const Credit = z.object({
  payee: Address,
  /** Who is sent it: the payee until it hands over. */
  recipient: Address,
  /** Who was offered the recipient's place and has not taken it; null is nobody. */
  successor: Address.nullable(),
  currencies: z.array(z.object({ currency: Address, claimable: Amount, claimed: Amount })),
});
export type Credit = z.output<typeof Credit>;

/** Money that came to a work: a payment, or a share of what a work made from it received. */
export interface Incoming {
  at: { block: number; position: number };
  workId: bigint;
  currency: Hex;
  amount: bigint;
  /** The work whose share it is; null for a payment. */
  fromWorkId: bigint | null;
  /** Of a payment: who paid, what it was filed under, and where it stands; null for a share. */
  payer: Hex | null;
  reference: Hex | null;
  origin: (Origin & { timestamp: number }) | null;
}

/** Money a settlement moved out of a work, to a source or to a payee. */
export interface Allocation {
  at: { block: number; position: number };
  workId: bigint;
  currency: Hex;
  amount: bigint;
  sourceId: bigint | null;
  payee: Hex | null;
}
