import type { FiledStatement, Judgement } from '../usage/Statement.ts';
import { blocks, pairs, short, table, timeText } from './format.ts';
import type { Money } from './money.ts';

export async function showJudgement(
  { lines, due, unlicensed, currency }: Judgement,
  money: Money,
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

export async function showFiled(statement: FiledStatement, money: Money): Promise<string> {
  const { statementId, reporter, paid, filed, currency } = statement;
  return blocks(
    pairs(
      ['statement', statementId],
      ['reporter', reporter],
      ['filed', `${timeText(filed.timestamp)}, block ${filed.block}`],
      ['transaction', filed.transaction],
    ),
    await showJudgement(statement, money),
    pairs(['paid', money(paid, currency)]),
  );
}
