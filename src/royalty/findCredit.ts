import type { Ledger } from '../ledger.ts';
import type { Hex } from '../values.ts';
import type { Credit } from './Royalty.ts';

/** What an account can claim and has claimed, by currency. An account nobody ever paid has no currencies. */
export async function findCredit(ledger: Ledger, payee: Hex): Promise<Credit> {
  const credits = await ledger.read((facts) => facts.creditOf(payee));
  return {
    payee,
    currencies: credits.map(({ currency, credited, claimed }) => ({
      currency,
      claimable: credited - claimed,
      claimed,
    })),
  };
}
