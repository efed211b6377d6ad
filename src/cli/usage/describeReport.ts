import type { FiledReport, Judgement } from '../../usage/UsageReport.ts';
import type { Say } from '../command/Say.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { blocks, pairs, short, table } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';

export async function describeJudgement(
  { lines, due, unlicensed, currency }: Judgement,
  money: MoneyFormat,
  say: Say,
): Promise<string> {
  const head = [
    say('cli.work'),
    say('cli.usage.use'),
    say('cli.usage.count'),
    say('cli.usage.revenue'),
    say('cli.usage.judgement'),
    say('cli.usage.due'),
  ];
  const rows = lines.map((line) => [
    short(line.workId),
    line.use,
    line.count,
    money.amount(line.revenue, currency),
    line.licensed ? say('cli.usage.licensed') : (line.decision?.reason ?? say('cli.usage.not-licensed')),
    money.amount(line.due, currency),
  ]);
  return blocks(
    await table(head, rows),
    pairs(
      [say('cli.usage.due'), money.amount(due, currency)],
      [say('cli.usage.not-licensed'), say('cli.usage.not-licensed-of', { unlicensed, lines: lines.length })],
    ),
  );
}

export async function describeReport(report: FiledReport, money: MoneyFormat, say: Say): Promise<string> {
  const { reportId, reporter, paid, filed, currency } = report;
  return blocks(
    pairs(
      [say('cli.usage.report'), reportId],
      [say('cli.usage.reporter'), reporter],
      [say('cli.block'), blockWords(say, { number: filed.block, timestamp: filed.timestamp })],
      [say('cli.transaction'), filed.transaction],
    ),
    await describeJudgement(report, money, say),
    pairs([say('cli.usage.paid'), money.amount(paid, currency)]),
  );
}
