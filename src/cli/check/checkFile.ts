import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { CsvError } from 'csv-parse';
import { stringify } from 'csv-stringify';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { CheckResult } from '../../check/CheckResult.ts';
import type { Decision } from '../../check/Decision.ts';
import { toJson } from '../../kernel/values.ts';
import { unreadable } from '../terminal/readInput.ts';
import { invalidTable, readQuestions, type AnswerColumn, type Row } from './readQuestions.ts';
import { message } from '../../messages/Message.ts';
import { fileFault } from '../../kernel/fileFault.ts';

/** How many rows came to which verdict; `problem` is of rows that are no question. */
export type Tally = Record<Decision['verdict'] | 'problem', number>;

interface Options {
  /** What every row means that does not say otherwise. */
  defaults: Record<string, string | undefined>;
  check(questions: AsyncIterable<unknown>): AsyncIterable<CheckResult>;
  tell(done: number): void;
}

/**
 * Answers a table of questions (CSV with a header, RFC 4180): every row comes back with its verdict behind it, in the
 * order it came. Columns that are no part of a question are kept as they are.
 *
 * The table is there only when it is whole. A cell that a spreadsheet would run as a formula is written with a quote
 * before it.
 *
 * @throws LedgerError `input-invalid` for a file that cannot be read or written, or is no table of questions.
 */
export async function checkFile(
  file: string,
  to: string,
  { defaults, check, tell }: Options,
): Promise<Tally> {
  const rows: Row[] = [];
  const tally: Tally = {
    permitted: 0,
    'permitted-with-duties': 0,
    denied: 0,
    'cannot-tell': 0,
    problem: 0,
  };
  const part = `${to}.part`;
  const table = stringify({ header: true, escape_formulas: true });
  const written = createWriteStream(part);
  const done = finished(table.pipe(written));
  done.catch(() => undefined);
  try {
    let count = 0;
    for await (const answer of check(readQuestions(file, defaults, rows))) {
      tally['verdict' in answer ? answer.verdict : 'problem'] += 1;
      const row = rows.shift() ?? {};
      if (!table.write({ ...row, ...listCells(answer) })) await drained(table, done);
      tell((count += 1));
    }
    table.end();
    await done;
    await rename(part, to);
    return tally;
  } catch (error) {
    table.destroy();
    written.destroy();
    await rm(part, { force: true });
    throw ownError(error, file, to);
  }
}

function listCells(answer: CheckResult): Record<AnswerColumn, string> {
  const none = {
    verdict: '',
    reason: '',
    clause: '',
    duties: '',
    until: '',
    offers: '',
    block: '',
    problem: '',
  };
  if (!('verdict' in answer)) return { ...none, problem: `${answer.code}: ${answer.detail}` };
  const { verdict, reason, clause, duties, until, offers, block } = answer;
  return {
    ...none,
    ...{ verdict, reason, clause },
    duties: duties.length === 0 ? '' : toJson(duties),
    until: until === null ? '' : new Date(until * 1000).toISOString(),
    offers: offers.length === 0 ? '' : toJson(offers),
    block: `${block.number}`,
  };
}

async function drained(table: NodeJS.EventEmitter, done: Promise<void>): Promise<void> {
  await Promise.race([new Promise((resolve) => table.once('drain', resolve)), done]);
}

function ownError(error: unknown, file: string, to: string): unknown {
  if (error instanceof LedgerError) return error;
  if (error instanceof CsvError) {
    const line: unknown = error['lines'];
    const fault =
      typeof line === 'number' ? message('errors.table-form-line', { line }) : message('errors.table-form');
    return invalidTable(file, fault, error);
  }
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  if (path === file) return unreadable(file, error);
  return new LedgerError(
    'input-invalid',
    message('errors.output-unwritable', { file: to, got: fileFault(error) }),
    {
      cause: error,
      details: { file: to },
    },
  );
}
