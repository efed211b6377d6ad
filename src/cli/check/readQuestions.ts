import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';

export type Row = Record<string, string>;

/** Columns a question is made of, and what each is in it. A cell that is empty says nothing. */
const columns: Record<string, { field: string; read: (cell: string) => unknown }> = {
  ...Object.fromEntries(
    ['token', 'licensee', 'use', 'time'].map((field) => [field, { field, read: (cell: string) => cell }]),
  ),
  // Several in one cell stand apart by a semicolon.
  ...Object.fromEntries(
    ['purpose', 'territory', 'medium', 'industry', 'language', 'recipient'].map((field) => [
      field,
      {
        field,
        read: (cell: string) => (cell.includes(';') ? cell.split(';').map((one) => one.trim()) : cell),
      },
    ]),
  ),
  work: { field: 'workId', read: (cell) => cell },
  workId: { field: 'workId', read: (cell) => cell },
  sha256: { field: 'contentHash', read: (cell) => (cell.startsWith('0x') ? cell : `0x${cell}`) },
  contentHash: { field: 'contentHash', read: (cell) => cell },
  count: { field: 'count', read: (cell) => (/^-?\d+$/.test(cell) ? Number(cell) : cell) },
};

/** What is written behind each row. */
const answerColumns = [
  'verdict',
  'reason',
  'clause',
  'duties',
  'until',
  'offers',
  'block',
  'problem',
] as const;
export type AnswerColumn = (typeof answerColumns)[number];

/** A question for each row; the rows are kept until they are answered. */
export async function* readQuestions(
  file: string,
  defaults: Record<string, string | undefined>,
  rows: Row[],
): AsyncGenerator<unknown> {
  const parsed = createReadStream(file)
    .on('error', (error) => parsed.destroy(error))
    .pipe(
      parse({
        bom: true,
        trim: true,
        skip_empty_lines: true,
        columns: (names: string[]) => requireColumns(file, names),
      }),
    );
  for await (const row of parsed as AsyncIterable<Row>) {
    rows.push(row);
    const cells = Object.entries({ ...row }).filter(([, cell]) => cell !== '');
    const said = cells.flatMap(([name, cell]) => {
      const column = columns[name];
      return column === undefined ? [] : [[column.field, column.read(cell)] as const];
    });
    yield { ...defaults, ...Object.fromEntries(said) };
  }
}

function requireColumns(file: string, names: string[]): string[] {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  const clash = names.find((name) => (answerColumns as readonly string[]).includes(name));
  const isNamed = names.some((name) =>
    ['workId', 'token', 'contentHash'].includes(columns[name]?.field ?? ''),
  );
  const got = names.join(', ').slice(0, 200);
  if (!isNamed) throw invalidTable(file, message('errors.table-work', { got }));
  if (twice !== undefined) throw invalidTable(file, message('errors.table-column-twice', { name: twice }));
  if (clash !== undefined) throw invalidTable(file, message('errors.table-answer-column', { name: clash }));
  return names;
}

export function invalidTable(file: string, fault: Message<'errors'>, cause?: unknown): LedgerError {
  const text = message('errors.at-field', { field: file, fault });
  return new LedgerError('input-invalid', text, { cause, details: { file } });
}
