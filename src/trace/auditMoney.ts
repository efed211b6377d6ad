import type { TraceLedger } from './ports.ts';
import { native, type Hex } from '../kernel/values.ts';
import { auditLedger } from './auditLedger.ts';
import type { Audit } from './Trace.ts';

/**
 * Audits all money at one block: paid in = claimed + claimable + held in works, for each currency, and no more than
 * the ledger contract really has. A currency whose token does not say what the contract has is not sound by itself.
 *
 * @throws LedgerError `chain-unreachable` if the balances cannot be asked.
 */
export async function auditMoney(ledger: TraceLedger): Promise<Audit> {
  await ledger.reach();
  const { rows, block, works } = await ledger.read(async (facts) => ({
    rows: await facts.money(),
    block: facts.block,
    works: await facts.countWorks(),
  }));
  const currencies = [...new Set([native, ...rows.payments.map((payment) => payment.currency)])];
  const balances = new Map<Hex, bigint>();
  // A token answers what it likes, or nothing: that is the token's fault, and leaves the others audited.
  const answers = await Promise.allSettled(
    currencies.map((currency) => ledger.chain.ledgerBalance(currency, block.number)),
  );
  answers.forEach((answer, i) => {
    const currency = currencies[i];
    if (answer.status === 'fulfilled' && currency !== undefined) balances.set(currency, answer.value);
    else if (currency === native && answer.status === 'rejected') throw answer.reason;
  });
  const audits = auditLedger(rows, currencies, balances);
  return { currencies: audits, sound: audits.every(({ sound }) => sound), works, block };
}
