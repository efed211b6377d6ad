import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { fileFault } from '../../kernel/fileFault.ts';
import { parseInput } from '../../kernel/json/parseInput.ts';
import { readJson as parseJson } from '../../kernel/json/readJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
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
  return inFile(file, () => parseJson(text));
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
function inFile<T>(file: string, check: () => T): T {
  try {
    return check();
  } catch (cause) {
    if (!(cause instanceof LedgerError)) throw cause;
    const text = message('errors.at-field', { field: file, fault: cause.translatable });
    throw new LedgerError(cause.code, text, {
      cause,
      details: { file, ...cause.details },
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
