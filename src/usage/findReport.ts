import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { UsageLedger } from './ports.ts';
import type { Hex } from '../kernel/values.ts';
import type { FiledReport } from './UsageReport.ts';

/**
 * A report as it was filed and judged on chain, with what its reporter paid under it.
 *
 * @throws LedgerError `report-unknown`.
 */
export async function findReport(ledger: UsageLedger, reportId: Hex): Promise<FiledReport> {
  return await ledger.read(async (facts) => {
    const filed = await facts.findReport(reportId);
    if (filed === undefined) {
      throw new LedgerError('report-unknown', message('errors.report-unknown', { reportId }), {
        details: { reportId },
      });
    }
    const { reporter, currency, lines } = filed;
    return { ...filed, paid: computePaid(lines, await facts.paidFor(reportId, reporter, currency)) };
  });
}

/** What was paid of what is due: money for other works, or more than is due for one, settles nothing for the rest. */
function computePaid(lines: FiledReport['lines'], byWork: ReadonlyMap<bigint, bigint>): bigint {
  const due = new Map<bigint, bigint>();
  for (const line of lines) due.set(line.workId, (due.get(line.workId) ?? 0n) + line.due);
  return [...due].reduce((sum, [workId, owed]) => {
    const paid = byWork.get(workId) ?? 0n;
    return sum + (paid < owed ? paid : owed);
  }, 0n);
}
