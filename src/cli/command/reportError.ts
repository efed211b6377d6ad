import { CommanderError } from 'commander';
import { styleText } from 'node:util';
import { errors } from '../../kernel/errors.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { printable } from '../terminal/format.ts';
import type { CommandContext } from './CommandContext.ts';
import { toExitCode, exitCodes } from './exitCodes.ts';
import { usageMessage } from './usageMessage.ts';

interface Report {
  code: string;
  message: string;
  details: Readonly<Record<string, unknown>>;
  hint: string | null;
  exitCode: number;
}

/** Prints an error on stderr: as one JSON object, or its code, message and hint in the reader's language. */
export function reportError(error: unknown, json: boolean, context: CommandContext): number {
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
  // The help itself was printed.
  if (error instanceof CommanderError && error.code === 'commander.help') return exitCodes.usage;
  const { code, message, details, hint, exitCode } = describeError(error, context);
  const text = `${styleText('red', code, { stream: process.stderr })}: ${printable(message)}\n`;
  process.stderr.write(
    json
      ? `${JSON.stringify({ code, message, details }, decimal)}\n`
      : `${text}${hint === null ? '' : `  ${hint}\n`}`,
  );
  return exitCode;
}

function decimal(_: string, part: unknown): unknown {
  return typeof part === 'bigint' ? `${part}` : part;
}

function describeError(error: unknown, { say, format }: CommandContext): Report {
  if (error instanceof LedgerError) {
    const { code, translatable, details } = error;
    const { hint } = errors[code];
    return {
      code,
      message: format(translatable),
      details,
      hint: hint === null ? null : format(message(hint)),
      exitCode: toExitCode(code),
    };
  }
  if (error instanceof CommanderError) {
    const hint = say('cli.usage-hint');
    return {
      code: 'input-invalid',
      message: format(usageMessage(error)),
      details: {},
      hint,
      exitCode: exitCodes.usage,
    };
  }
  const text = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message: text, details: {}, hint: null, exitCode: exitCodes.failed };
}
