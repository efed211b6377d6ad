import type { FiledReport, Judgement } from '../../usage/UsageReport.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';

export async function showJudgement(
  { lines, due, unlicensed, currency }: Judgement,
  money: MoneyFormat,
): Promise<string> {
  const rows = lines.map((line) => [
    short(line.workId),
    line.use,
    line.count,
    money(line.revenue, currency),
    line.licensed ? 'licensed' : (line.decision?.reason ?? 'not licensed'),
    money(line.due, currency),
  ]);
  return blocks(
    await table(['work', 'use', 'count', 'revenue', 'judgement', 'due'], rows),
    pairs(['due', money(due, currency)], ['not licensed', `${unlicensed} of ${lines.length} lines`]),
  );
}

export async function showFiled(report: FiledReport, money: MoneyFormat): Promise<string> {
  const { reportId, reporter, paid, filed, currency } = report;
  return blocks(
    pairs(
      ['report', reportId],
      ['reporter', reporter],
      ['filed', `${timeText(filed.timestamp)}, block ${filed.block}`],
      ['transaction', filed.transaction],
    ),
    await showJudgement(report, money),
    pairs(['paid', money(paid, currency)]),
  );
}
