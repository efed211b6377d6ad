import { account, id, integer, text } from './columns.ts';
import { table, toRow, type Decoders } from './table.ts';

/** Usage reports as they were filed; the contract calls them statements. */
const statements = table(
  'statements',
  { statementId: text, reporter: account, documentHash: text, currency: account, lines: integer, due: text },
  ['statementId', 'documentHash'],
);
const usages = table(
  'usages',
  {
    statementId: text,
    line: integer,
    workId: id,
    termsId: text,
    use: integer,
    count: text,
    revenue: text,
    licensed: integer,
    due: text,
  },
  ['statementId', 'workId'],
);

export const usageTables = { statements, usages };

export const usageDecoders: Decoders = {
  StatementFiled: (e) => [toRow(statements, e)],
  UsageJudged: (e) => [toRow(usages, e)],
};
