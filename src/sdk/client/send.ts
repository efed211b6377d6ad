import { Contract, NonceManager, type ContractTransactionResponse, type Signer } from 'ethers';
import { connectContracts, type Contracts } from '../../chain/contracts.ts';
import { asked, placed } from '../../chain/openChain.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Deployment } from '../../ports/Deployment.ts';
import type { Terms } from '../../terms/Terms.ts';
import type { Settlement } from '../../royalty/Royalty.ts';
import type { FiledReport, ReportLine } from '../../usage/UsageReport.ts';
import { native, type Hex, type Origin } from '../../kernel/values.ts';
import { usesToBits } from '../../work/Uses.ts';
import type { Sender, Session } from './session.ts';
import { signPermit } from './permit.ts';

/** Works settled in one transaction: each costs some 60,000 gas and more with its sources. */
const worksPerCall = 40;

/** What is bought of a licence: how many units, for whom, at most for what. */
export interface Purchase {
  /** One unless given. */
  units?: number | undefined;
  /** The signer unless given. */
  licensee?: Hex | undefined;
  /** The most the signer agreed to pay for all units; what the terms ask unless given. */
  maxPrice?: bigint | undefined;
}

export async function sendAcquire(session: Session, workId: bigint, terms: Terms, purchase: Purchase = {}) {
  return await send(session, async ({ licences }, { account, signer, deployment }) => {
    const { units = 1, licensee = account } = purchase;
    const price = terms.price * BigInt(units);
    const { maxPrice = price } = purchase;
    await allow(signer, account, deployment, terms.currency, price);
    const value = terms.currency === native ? price : 0n;
    return await licences.acquire(workId, terms, licensee, units, maxPrice, { value });
  });
}

export async function sendReport(
  session: Session,
  documentHash: Hex,
  currency: Hex,
  lines: readonly (ReportLine & { termsId: Hex })[],
) {
  const filed = lines.map(({ use, ...line }) => ({ ...line, use: usesToBits([use]) }));
  return await send(session, ({ usages }) => usages.file(documentHash, currency, filed));
}

export async function sendReportPayment(session: Session, { reportId, currency, lines }: FiledReport) {
  const byWork = new Map<bigint, bigint>();
  for (const line of lines) byWork.set(line.workId, (byWork.get(line.workId) ?? 0n) + line.due);
  const payments = [...byWork]
    .filter(([, amount]) => amount > 0n)
    .map(([workId, amount]) => ({ workId, amount }));
  return await sendPayments(session, payments, currency, reportId);
}

/** Pays several works by one transaction. */
export async function sendPayments(
  session: Session,
  payments: readonly { workId: bigint; amount: bigint }[],
  currency: Hex,
  reference: Hex,
) {
  const sum = payments.reduce((total, { amount }) => total + amount, 0n);
  return await send(session, async ({ royalties }, { account, signer, deployment }) => {
    await allow(signer, account, deployment, currency, sum);
    const value = currency === native ? sum : 0n;
    return await royalties.payMany([...payments], currency, reference, { value });
  });
}

/** Pays a work with a signed permit (ERC-2612) in place of an allowance: one transaction where there would be two. */
export async function sendPermittedPayment(
  session: Session,
  workId: bigint,
  amount: bigint,
  currency: Hex,
  reference: Hex,
) {
  return await send(session, async ({ royalties }, sender) => {
    await requireToken(sender.signer, currency);
    const { deadline, v, r, s } = await signPermit(sender, currency, amount);
    return await royalties.payWithPermit(workId, currency, amount, reference, deadline, v, r, s);
  });
}

export async function sendPayment(
  session: Session,
  workId: bigint,
  amount: bigint,
  currency: Hex,
  reference: Hex,
) {
  return await send(session, async ({ royalties }, { account, signer, deployment }) => {
    await allow(signer, account, deployment, currency, amount);
    const value = currency === native ? amount : 0n;
    return await royalties.pay(workId, currency, amount, reference, { value });
  });
}

export async function sendSettlements(session: Session, settlements: readonly Settlement[], currency: Hex) {
  const origins: Origin[] = [];
  for (let start = 0; start < settlements.length; start += worksPerCall) {
    const part = settlements.slice(start, start + worksPerCall);
    origins.push(await send(session, ({ royalties }) => royalties.settle(part, currency)));
  }
  return origins;
}

export async function sendClaim(session: Session, payee: Hex, currencies: Hex[]) {
  return await send(session, ({ royalties }) => royalties.claim(payee, currencies));
}

/** What is to be sent, by the contract's own method. */
export type Call = (contracts: Contracts, sender: Sender) => Promise<ContractTransactionResponse>;

/**
 * One at a time, from the asking to the block: what a transaction does can decide whether the next may be sent, as an
 * allowance does, and a nonce that was counted for one that was never sent must not leave a hole before the next.
 */
export async function send(session: Session, call: Call): Promise<Origin> {
  const sender = await session.signing();
  if (sender.signer.provider === null) {
    throw new LedgerError('signer-missing', message('errors.signer-offline'));
  }
  const { deployment, signer } = sender;
  return await session.inTurn('transaction', async () => {
    try {
      return await asked(async () => await placed(await call(connectContracts(deployment, signer), sender)));
    } catch (error) {
      if (signer instanceof NonceManager) signer.reset();
      throw error;
    }
  });
}

/** Lets the royalty ledger draw what is about to be paid, and no more. */
async function allow(signer: Signer, account: Hex, { royalties }: Deployment, currency: Hex, amount: bigint) {
  if (currency === native || amount === 0n) return;
  await requireToken(signer, currency);
  const token = new Contract(
    currency,
    [
      'function allowance(address owner, address spender) view returns (uint256)',
      'function approve(address spender, uint256 amount) returns (bool)',
    ],
    signer,
  );
  const allowed = (await token.getFunction('allowance')(account, royalties)) as bigint;
  if (allowed >= amount) return;
  const sent = (await token.getFunction('approve')(royalties, amount)) as ContractTransactionResponse;
  await placed(sent);
}

/** @throws LedgerError `currency-refused` for an address that is no contract. */
async function requireToken({ provider }: Signer, currency: Hex): Promise<void> {
  if ((await provider?.getCode(currency)) !== '0x') return;
  throw new LedgerError('currency-refused', message('errors.token-missing', { currency }));
}
