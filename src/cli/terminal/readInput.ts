import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { brokenLineOf, parseInput } from '../../kernel/json/parseInput.ts';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { requireUniqueNames } from '../../kernel/json/requireUniqueNames.ts';
import { native } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';

/** @throws LedgerError `input-invalid`, naming the file. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** What a file that cannot be read is. */
export function unreadable(file: string, cause: unknown): LedgerError {
  const text = message('errors.file-unreadable', { file, got: fileFault(cause) });
  return new LedgerError('input-invalid', text, { cause, details: { file } });
}

/**
 * The JSON in a file.
 *
 * @throws LedgerError `input-invalid` for no such file, `json-malformed` naming file and line.
 */
export async function readJson(file: string): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(file));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const line = brokenLineOf(text);
    throw new LedgerError('json-malformed', `${file}:${line}: expected JSON, got ${reasonOf(cause)}`, {
      cause,
      details: { file, line },
    });
  }
  inFile(file, () => requireUniqueNames(text));
  return value;
}

/**
 * What a file says, as the SDK takes it: checked before anything is asked or signed. `currency` may be `native`.
 *
 * @throws LedgerError `input-invalid` naming file and field, and whatever `readJson` throws.
 */
export async function readDraft<S extends z.ZodType>(
  file: string,
  schema: S,
  complete: (value: Record<string, unknown>) => unknown = (value) => value,
): Promise<z.input<S>> {
  const value = await readJson(file);
  const named = isObject(value) && value['currency'] === 'native' ? { ...value, currency: native } : value;
  inFile(file, () => parseInput(schema, isObject(named) ? complete(named) : named));
  return named as z.input<S>;
}

/** Names the file in what is refused of it. */
function inFile(file: string, check: () => unknown): void {
  try {
    check();
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    throw new LedgerError(cause.code, `${file}: ${cause.message}`, {
      cause,
      details: { file, ...cause.details },
    });
  }
}

/** What V8 says, without the text it repeats. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replace(/ in JSON at position .*$/s, '').replace(/, (\.\.\.)?".*is not valid JSON$/s, '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
