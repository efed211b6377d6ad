import type { z } from 'zod';
import { canonicalJson } from './canonicalJson.ts';
import { LedgerError } from '../LedgerError.ts';

/**
 * A document from the bytes its hash is of.
 *
 * @throws LedgerError `json-malformed` for bytes that are no canonical JSON (RFC 8785), `input-invalid` for another
 * shape than expected.
 */
export function decodeDocument<T>(schema: z.ZodType<T>, bytes: Uint8Array): T {
  return parseInput(schema, decodeJson(bytes));
}

/**
 * A value from the bytes its hash is of.
 *
 * @throws LedgerError `json-malformed` for bytes that are no canonical JSON (RFC 8785).
 */
export function decodeJson(bytes: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new LedgerError('json-malformed', `expected JSON, got ${String(cause)}`, { cause });
  }
  requireShallow(value);
  if (canonicalJson(value) !== text) {
    throw new LedgerError('json-malformed', 'expected canonical JSON (RFC 8785), got another form of it');
  }
  return value;
}

/**
 * A value of the expected shape.
 *
 * @throws LedgerError `input-invalid`, naming the first field that is wrong; `details.issues` has them all.
 */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown, what = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return {
      field: [what, ...issue.path.map(String), ...unknown].filter((part) => part !== '').join('.'),
      message: unknown.length > 0 ? 'expected no such field' : issue.message,
    };
  });
  const [first] = issues;
  const field = first?.field || 'the input';
  throw new LedgerError('input-invalid', `${field}: ${first?.message ?? 'expected valid input'}`, {
    cause: result.error,
    details: { issues },
  });
}

/**
 * Refuses a value in which lists and objects stand in each other deeper than any document of ours: what reads them
 * calls itself at each level, and would run out of stack. A member named `__proto__` is refused, too: it would become
 * the prototype of whatever it is copied into, or be left out without a word.
 *
 * @throws LedgerError `input-invalid`.
 */
export function requireShallow(value: unknown, levels = 64): void {
  if (isWithin(value, levels)) return;
  if (hasPrototype(value)) {
    throw new LedgerError('input-invalid', 'expected JSON without a member named __proto__, got one');
  }
  throw new LedgerError('input-invalid', `expected JSON of up to ${levels} levels, got more`);
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((part) => isWithin(part, levels - 1));
  for (const name in value) {
    if (name === '__proto__' || !isWithin((value as Record<string, unknown>)[name], levels - 1)) return false;
  }
  return true;
}

/** Whether what made a value be refused first is a member named `__proto__`. */
function hasPrototype(value: unknown, levels = 64): boolean {
  if (typeof value !== 'object' || value === null || levels === 0) return false;
  return (
    Object.hasOwn(value, '__proto__') || Object.values(value).some((part) => hasPrototype(part, levels - 1))
  );
}

/** The first line after which a text can no longer become JSON, counted from 1: no token of JSON spans lines. */
export function brokenLineOf(text: string): number {
  const lines = text.trimEnd().split('\n');
  let [good, broken] = [0, lines.length];
  while (good + 1 < broken) {
    const middle = (good + broken) >> 1;
    if (canBecomeJson(`${lines.slice(0, middle).join('\n')}\n`)) good = middle;
    else broken = middle;
  }
  return broken;
}

/** V8 names the place it stopped at or the end; stopping at the end means that only more text is missing. */
function canBecomeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    return message.includes('end of JSON') || Number(position ?? -1) === text.length;
  }
}
