import type { UsageFacts, UsageLedger } from './ports.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { decideFrom } from '../check/checkLicence.ts';
import { covers } from '../terms/Terms.ts';
import { wholeBps } from '../kernel/values.ts';
import { requireWork } from '../work/findWork.ts';
import {
  hashReport,
  type JudgedLine,
  type Judgement,
  type UsageReport,
  type ReportLine,
} from './UsageReport.ts';

/**
 * Says line by line what of a report is licensed and what is due for it, without filing it.
 *
 * Due is the licence's share of the line's revenue, rounded down, as the contract computes it when it is filed.
 *
 * @throws LedgerError `work-unknown` for a line about a work nobody registered, `input-invalid`
 * for revenue in another currency than the licence's, `chain-unreachable`.
 */
export async function judgeReport(ledger: UsageLedger, report: UsageReport): Promise<Judgement> {
  await ledger.reach();
  const lines = await ledger.read(async (facts) => {
    const judged: JudgedLine[] = [];
    for (const line of report.lines) judged.push(await judgeLine(ledger, facts, report, line));
    return judged;
  });
  return {
    documentHash: hashReport(report),
    currency: report.currency,
    lines,
    due: lines.reduce((sum, { due }) => sum + due, 0n),
    unlicensed: lines.filter(({ licensed }) => !licensed).length,
  };
}

/**
 * The contract knows licences, and nothing of holders and creators: so a line is licensed only by a licence. Where the
 * line names none, the one that costs least is taken of those that cover the use in the report's currency.
 */
async function judgeLine(
  ledger: UsageLedger,
  facts: UsageFacts,
  { reporter, currency }: UsageReport,
  line: ReportLine,
): Promise<JudgedLine> {
  await requireWork(facts, line.workId);
  const now = Math.max(facts.block.timestamp, ledger.now());
  const { workId, use, count, revenue } = line;
  const decision = await decideFrom(ledger, facts, { workId, licensee: reporter, use });
  const [licence] = (await facts.licencesOf({ workId, licensee: reporter }))
    .filter((held) => line.termsId === undefined || held.termsId === line.termsId)
    .filter((held) => covers(held, use, now))
    .sort(
      (a, b) =>
        Number(b.currency === currency) - Number(a.currency === currency) ||
        a.revenueShareBps - b.revenueShareBps,
    );
  if (licence !== undefined && licence.revenueShareBps > 0 && licence.currency !== currency) {
    throw new LedgerError(
      'input-invalid',
      message('errors.revenue-currency', { workId, expected: licence.currency, got: currency }),
      { details: { workId: `${workId}`, expected: licence.currency, got: currency } },
    );
  }
  const due = licence === undefined ? 0n : (revenue * BigInt(licence.revenueShareBps)) / BigInt(wholeBps);
  const termsId = licence?.termsId ?? line.termsId ?? null;
  return { workId, termsId, use, count, revenue, licensed: licence !== undefined, due, decision };
}
