import type { Ledger } from '../ledger.ts';
import { native, type Hex } from '../values.ts';
import { auditLedger } from './auditLedger.ts';
import type { Audit } from './Trace.ts';

/**
 * Audits all money at one block: paid in = claimed + claimable + held in works, for each currency, and no more than
 * the ledger contract really has.
 *
 * @throws LedgerError `chain-unreachable` if the balances cannot be asked.
 */
export async function auditMoney(ledger: Ledger): Promise<Audit> {
  await ledger.reach();
  const { rows, block, works } = await ledger.read(async (facts) => ({
    rows: await facts.money(),
    block: facts.block,
    works: await facts.countWorks(),
  }));
  const balances = new Map<Hex, bigint>();
  for (const currency of new Set([native, ...rows.payments.map((payment) => payment.currency)])) {
    balances.set(currency, await ledger.chain.ledgerBalance(currency, block.number));
  }
  const currencies = auditLedger(rows, balances);
  return { currencies, sound: currencies.every(({ sound }) => sound), works, block };
}
