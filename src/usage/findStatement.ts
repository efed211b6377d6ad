import { LedgerError } from '../error.ts';
import type { Ledger } from '../ledger.ts';
import type { Hex } from '../values.ts';
import type { FiledStatement } from './Statement.ts';

/**
 * A statement as it was filed and judged on chain, with what its reporter paid under it.
 *
 * @throws LedgerError `statement-unknown`.
 */
export async function findStatement(ledger: Ledger, statementId: Hex): Promise<FiledStatement> {
  return await ledger.read(async (facts) => {
    const filed = await facts.statementOf(statementId);
    if (filed === undefined) {
      throw new LedgerError('statement-unknown', `expected a filed statement, got ${statementId}`, {
        details: { statementId },
      });
    }
    return { ...filed, paid: await facts.paidFor(statementId, filed.reporter, filed.currency) };
  });
}
