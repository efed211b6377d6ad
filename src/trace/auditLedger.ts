import type { Hex } from '../kernel/values.ts';
import type { CurrencyAudit } from './Trace.ts';

/** Money rows of the index; amounts in the currency's smallest unit. */
export interface MoneyRows {
  payments: readonly { workId: string; currency: Hex; amount: bigint }[];
  allocations: readonly {
    workId: string;
    currency: Hex;
    sourceId: string | null;
    payee: string | null;
    amount: bigint;
  }[];
  claims: readonly { payee: string; currency: Hex; amount: bigint }[];
}

/**
 * Follows every payment through works and payees and compares the sum with the contract's balance.
 *
 * The law: paid in = claimed + claimable + held in works, for each currency by itself.
 */
export function auditLedger(
  rows: MoneyRows,
  currencies: readonly Hex[],
  balances: ReadonlyMap<Hex, bigint>,
): CurrencyAudit[] {
  return [...currencies].sort().map((currency) => audit(rows, currency, balances.get(currency) ?? null));
}

function audit(rows: MoneyRows, currency: Hex, balance: bigint | null): CurrencyAudit {
  const works = new Map<string, bigint>();
  const payees = new Map<string, bigint>();
  let [paidIn, claimed] = [0n, 0n];
  for (const payment of rows.payments) {
    if (payment.currency !== currency) continue;
    paidIn += payment.amount;
    add(works, payment.workId, payment.amount);
  }
  for (const allocation of rows.allocations) {
    if (allocation.currency !== currency) continue;
    add(works, allocation.workId, -allocation.amount);
    if (allocation.sourceId !== null) add(works, allocation.sourceId, allocation.amount);
    if (allocation.payee !== null) add(payees, allocation.payee, allocation.amount);
  }
  for (const claim of rows.claims) {
    if (claim.currency !== currency) continue;
    claimed += claim.amount;
    add(payees, claim.payee, -claim.amount);
  }
  const [heldInWorks, claimable] = [sum(works), sum(payees)];
  // What events say is owed against what is there. Money forced upon the contract makes it more; less is never right.
  const surplus = balance === null ? null : balance - claimable - heldInWorks;
  const overdrawn = [...works, ...payees].filter(([, amount]) => amount < 0n).map(([id]) => id);
  const sound = surplus !== null && surplus >= 0n && overdrawn.length === 0;
  return { currency, paidIn, claimed, claimable, heldInWorks, balance, surplus, overdrawn, sound };
}

function add(totals: Map<string, bigint>, id: string, amount: bigint): void {
  totals.set(id, (totals.get(id) ?? 0n) + amount);
}

function sum(totals: Map<string, bigint>): bigint {
  return [...totals.values()].reduce((total, amount) => total + amount, 0n);
}
