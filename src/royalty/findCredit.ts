import type { RoyaltyLedger } from './ports.ts';
import type { Hex } from '../kernel/values.ts';
import type { Credit } from './Royalty.ts';

/** What an account can claim and has claimed, by currency. An account nobody ever paid has no currencies. */
export async function findCredit(ledger: RoyaltyLedger, payee: Hex): Promise<Credit> {
  const { credits, place } = await ledger.read(async (facts) => ({
    credits: await facts.creditOf(payee),
    place: await facts.recipientOf(payee),
  }));
  return {
    payee,
    ...place,
    currencies: credits.map(({ currency, credited, claimed }) => ({
      currency,
      claimable: credited - claimed,
      claimed,
    })),
  };
}
