import { z } from 'zod';
import { Address, Amount, WorkId } from '../values.ts';
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
  currencies: z.array(z.object({ currency: Address, claimable: Amount, claimed: Amount })),
});
export type Credit = z.output<typeof Credit>;
