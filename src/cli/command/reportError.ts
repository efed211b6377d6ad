import { CommanderError } from 'commander';
import { styleText } from 'node:util';
import { errors, type ErrorCode } from '../../kernel/errors.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { createFormat } from '../../messages/createFormat.ts';
import problems from '../../messages/en/problems.json' with { type: 'json' };
import { message } from '../../messages/Message.ts';
import { exitCodeOf, exitCodes } from './exitCodes.ts';
import { printable } from '../terminal/format.ts';

/** Says on stderr what went wrong: one JSON object, or the code, the message and what to do. */
export function reportError(error: unknown, json: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  // It is the help itself that was shown.
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const { code, message, details, hint, exitCode } = described(error);
  process.stderr.write(
    json
      ? `${JSON.stringify({ code, message, details }, decimal)}\n`
      : `${styleText('red', code, { stream: process.stderr })}: ${printable(message)}\n${hint === undefined ? '' : `  ${hint}\n`}`,
  );
  return exitCode;
}

function decimal(_: string, part: unknown): unknown {
  return typeof part === 'bigint' ? `${part}` : part;
}

function described(error: unknown) {
  if (error instanceof LedgerError) {
    const { code, message, details } = error;
    return { code, message, details, hint: hintText(code), exitCode: exitCodeOf(code) };
  }
  if (error instanceof CommanderError) {
    const message = error.message.replace(/^error: /, '').replace(/\n/g, ' ');
    const hint = 'add --help to a command to see how it is used';
    return { code: 'input-invalid', message, details: {}, hint, exitCode: exitCodes.usage };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message, details: {}, hint: undefined, exitCode: exitCodes.failed };
}

function hintText(code: ErrorCode): string | undefined {
  const { hint } = errors[code];
  if (hint === null) return undefined;
  return createFormat<'problems'>('en', { english: { problems } })(message(hint));
}
