import type { z } from 'zod';
import { canonicalJson } from './canonical.ts';
import { LedgerError } from './error.ts';

/**
 * A document from the bytes its hash is of.
 *
 * @throws LedgerError `json-malformed` for bytes that are no canonical JSON (RFC 8785), `input-invalid` for another
 * shape than expected.
 */
export function decodeDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LedgerError('json-malformed', `expected JSON, got ${String(cause)}`, { cause });
  }
  if (canonicalJson(value) !== text) {
    throw new LedgerError('json-malformed', 'expected canonical JSON (RFC 8785), got another form of it');
  }
  return parseInput(schema, value);
}

/**
 * A value of the expected shape.
 *
 * @throws LedgerError `input-invalid`, naming the first field that is wrong; `details.issues` has them all.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, what = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({
    field: [what, ...path.map(String)].filter((part) => part !== '').join('.'),
    message,
  }));
  const [first] = issues;
  const field = first?.field || 'the input';
  throw new LedgerError('input-invalid', `${field}: ${first?.message ?? 'expected valid input'}`, {
    cause: result.error,
    details: { issues },
  });
}
