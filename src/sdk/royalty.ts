import { Currency } from '../kernel/Currency.ts';
import { Credit, SettlementPlan } from '../royalty/Royalty.ts';
import { native, zeroHash, type Hex, type Origin } from '../kernel/values.ts';
import { sent } from './client/sent.ts';
import { bindSession, type Verb } from './client/bindSession.ts';
import type { Session } from './client/session.ts';

/** How a payment is made. */
interface PaymentOptions {
  currency?: Hex;
  reference?: Hex;
  permit?: boolean;
}

/** Pay works, move money upstream, claim it. */
interface RoyaltyClient {
  /** What a currency is called and how many decimals it has: asked once. */
  currency(currency?: Hex): Promise<Currency>;
  /**
   * Pays a work, with the signer's own transaction.
   *
   * @param amount In the currency's smallest unit.
   * @param options.reference What it is for: 32 bytes of the payer's choice, or a report's id.
   * @param options.permit Signs a permit (ERC-2612) in place of an allowance, for a token that takes them.
   * @throws LedgerError `work-unknown`, `funds-insufficient`, `currency-refused` for no token or one without permits.
   */
  pay(workId: bigint, amount: bigint, options?: PaymentOptions): Promise<Origin>;
  /**
   * Pays several works in one currency under one reference, with one transaction of the signer's. A token has to
   * arrive in full (`currency-refused` if it takes a fee).
   */
  payMany(
    payments: readonly { workId: bigint; amount: bigint }[],
    options?: Omit<PaymentOptions, 'permit'>,
  ): Promise<Origin>;

  plan(workId: bigint, currency?: Hex): Promise<SettlementPlan>;
  /**
   * Moves what a work and the works upstream hold to their payees. Anybody may.
   *
   * @returns one place for each call that was needed; none if nothing was held.
   */
  settle(workId: bigint, currency?: Hex): Promise<Origin[]>;

  credit(payee: Hex): Promise<Credit>;
  /**
   * Offers what a payee is owed, in every currency, now and later, to a successor, who has to accept; the zero
   * address takes the offer back. For the payee, or whom it handed over to.
   *
   * @param payee The signer unless given.
   */
  handOver(successor: Hex, payee?: Hex): Promise<Origin>;
  /**
   * Takes the place of a payee that offered it to the signer: what it is owed is sent to the signer from now on.
   *
   * @throws LedgerError `successor-required`.
   */
  acceptHandOver(payee: Hex): Promise<Origin>;
  /**
   * Sends a payee all it can claim. Anybody may; the money goes to the payee, or to whom it handed over to.
   *
   * @param payee The signer unless given.
   * @returns null if there is nothing to claim.
   */
  claim(payee?: Hex): Promise<(Origin & { claimed: { currency: Hex; amount: bigint }[] }) | null>;
}

type RoyaltyVerbs = Omit<RoyaltyClient, 'currency'>;

/** Pay works, move money upstream, claim it. */
export function royaltyClient(session: Session): RoyaltyClient {
  const verbs = { pay, payMany, plan, settle, credit, handOver, acceptHandOver, claim };
  return { ...bindSession<RoyaltyVerbs>(session, verbs), currency: createCurrencyReader(session) };
}

/** A currency is asked for once in a session. */
function createCurrencyReader({ http }: Session): RoyaltyClient['currency'] {
  const currencies = new Map<Hex, Promise<Currency>>();
  return (currency = native) => {
    const asked = currencies.get(currency) ?? http.get(Currency, `/v1/currencies/${currency}`);
    currencies.set(currency, asked);
    asked.catch(() => currencies.delete(currency));
    return asked;
  };
}

const pay: Verb<RoyaltyVerbs, 'pay'> = async (session, workId, amount, options = {}) => {
  const { currency = native, reference = zeroHash, permit = false } = options;
  const { sendPayment, sendPermittedPayment } = await import('./client/send.ts');
  const pay = permit ? sendPermittedPayment : sendPayment;
  return await session.seen(await pay(session, workId, amount, currency, reference));
};

const payMany: Verb<RoyaltyVerbs, 'payMany'> = async (
  session,
  payments,
  { currency = native, reference = zeroHash } = {},
) => {
  const { sendPayments } = await import('./client/send.ts');
  return await session.seen(await sendPayments(session, payments, currency, reference));
};

const plan: Verb<RoyaltyVerbs, 'plan'> = (session, workId, currency = native) =>
  session.http.get(SettlementPlan, `/v1/works/${workId}/settlement`, { currency });

const settle: Verb<RoyaltyVerbs, 'settle'> = async (session, workId, currency = native) => {
  const { settlements } = await plan(session, workId, currency);
  const { sendSettlements } = await import('./client/send.ts');
  const origins = await sendSettlements(session, settlements, currency);
  for (const origin of origins.slice(-1)) await session.seen(origin);
  return origins;
};

const credit: Verb<RoyaltyVerbs, 'credit'> = (session, payee) =>
  session.http.get(Credit, `/v1/accounts/${payee}/credit`);

const handOver: Verb<RoyaltyVerbs, 'handOver'> = (session, successor, payee) =>
  sent(session, ({ royalties }, { account }) => royalties.handOver(payee ?? account, successor));

const acceptHandOver: Verb<RoyaltyVerbs, 'acceptHandOver'> = (session, payee) =>
  sent(session, ({ royalties }) => royalties.acceptHandOver(payee));

const claim: Verb<RoyaltyVerbs, 'claim'> = async (session, payee) => {
  const account = payee ?? (await session.signing()).account;
  const claimed = (await credit(session, account)).currencies
    .filter(({ claimable }) => claimable > 0n)
    .map(({ currency, claimable }) => ({ currency, amount: claimable }));
  if (claimed.length === 0) return null;
  const { sendClaim } = await import('./client/send.ts');
  const origin = await sendClaim(
    session,
    account,
    claimed.map(({ currency }) => currency),
  );
  return { ...(await session.seen(origin)), claimed };
};
