import { Currency } from '../royalty/Currency.ts';
import { Credit, SettlementPlan } from '../royalty/Royalty.ts';
import { native, zeroHash, type Hex, type Origin } from '../values.ts';
import type { Session } from './session.ts';

/** Pay works, move money upstream, claim it. */
export function royaltyClient(session: Session) {
  const { http } = session;
  const plan = (workId: bigint, currency: Hex = native): Promise<SettlementPlan> =>
    http.get(SettlementPlan, `/v1/works/${workId}/settlement`, { currency });
  const credit = (payee: Hex): Promise<Credit> => http.get(Credit, `/v1/accounts/${payee}/credit`);
  const currencies = new Map<Hex, Promise<Currency>>();
  return {
    /** What a currency is called and how many decimals it has: asked once. */
    currency: (currency: Hex = native): Promise<Currency> => {
      const asked = currencies.get(currency) ?? http.get(Currency, `/v1/currencies/${currency}`);
      currencies.set(currency, asked);
      asked.catch(() => currencies.delete(currency));
      return asked;
    },
    /**
     * Pays a work, with the signer's own transaction.
     *
     * @param amount In the currency's smallest unit.
     * @param reference What it is for: 32 bytes of the payer's choice, or a statement's id.
     */
    pay: async (
      workId: bigint,
      amount: bigint,
      { currency = native, reference = zeroHash }: { currency?: Hex; reference?: Hex } = {},
    ): Promise<Origin> => {
      const { sendPayment } = await import('./send.ts');
      return await session.seen(await sendPayment(session, workId, amount, currency, reference));
    },
    plan,
    /**
     * Moves what a work and the works upstream hold to their payees. Anybody may.
     *
     * @returns one place for each call that was needed; none if nothing was held.
     */
    settle: async (workId: bigint, currency: Hex = native): Promise<Origin[]> => {
      const { settlements } = await plan(workId, currency);
      const { sendSettlements } = await import('./send.ts');
      const origins = await sendSettlements(session, settlements, currency);
      for (const origin of origins.slice(-1)) await session.seen(origin);
      return origins;
    },
    credit,
    /**
     * Sends a payee all it can claim. Anybody may; the money goes to the payee.
     *
     * @param payee The signer unless given.
     * @returns null if there is nothing to claim.
     */
    claim: async (
      payee?: Hex,
    ): Promise<(Origin & { claimed: { currency: Hex; amount: bigint }[] }) | null> => {
      const account = payee ?? (await session.signing()).account;
      const claimed = (await credit(account)).currencies
        .filter(({ claimable }) => claimable > 0n)
        .map(({ currency, claimable }) => ({ currency, amount: claimable }));
      if (claimed.length === 0) return null;
      const { sendClaim } = await import('./send.ts');
      const origin = await sendClaim(
        session,
        account,
        claimed.map(({ currency }) => currency),
      );
      return { ...(await session.seen(origin)), claimed };
    },
  };
}
