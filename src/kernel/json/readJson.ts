import { message, type Message } from '../../messages/Message.ts';
import { LedgerError } from '../LedgerError.ts';
import { canonicalJson } from './canonicalJson.ts';
import { findJsonFault } from './findJsonFault.ts';
import { requireShallow } from './requireShallow.ts';
import { requireUniqueNames } from './requireUniqueNames.ts';

/**
 * Reads JSON of which every reader understands the same: no member twice in an object (RFC 8259, 4, leaves open which
 * counts), no number that another number stands for once it is read, no lone surrogates (RFC 7493, 2), no member named
 * `__proto__`, and not deeper than any document of ours.
 *
 * @param source Text, or its bytes in UTF-8.
 * @param options `canonical`: only the one form that a hash is of (RFC 8785).
 * @throws LedgerError `json-malformed`; `details` has the `line` and `column` where it breaks off, or the `name` that
 * stands twice. `input-invalid` for what is too deep or has a member named `__proto__`.
 */
export function readJson(source: string | Uint8Array, { canonical = false } = {}): unknown {
  const text = typeof source === 'string' ? source : decode(source);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw broken(text, cause);
  }
  requireShallow(value);
  if (canonical) {
    if (canonicalJson(value) !== text) throw malformed(message('errors.json-canonical'));
    return value;
  }
  if (!isPlainlyStrict(value, text)) requireStrict(text);
  if (!text.isWellFormed() || (text.includes('\\') && /\\u[dD][89a-fA-F]/.test(text)))
    requireWellFormed(value);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw malformed(message('errors.json-encoding'), { cause });
  }
}

/** Whether a text has just the strings of its value, which it has not where a member was lost to another of its name. */
function isPlainlyStrict(value: unknown, text: string): boolean {
  if (text.includes('\\')) return false;
  let quotes = 2 * stringsIn(value);
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) quotes -= 1;
  return quotes === 0;
}

/** How many strings a value has, names among them; NaN where a number may stand for others, too. */
function stringsIn(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + stringsIn(part), 0);
  let sum = 0;
  for (const name in value) sum += 1 + stringsIn((value as Record<string, unknown>)[name]);
  return sum;
}

function requireStrict(text: string): void {
  requireUniqueNames(text);
  for (const [number] of text.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(/-?\d[\d.eE+-]*/g)) {
    requireNumber(number);
  }
}

/** Numbers are those of IEEE 754: integers up to 2^53 - 1 are exact (RFC 7493, 2.2). */
function requireNumber(token: string): void {
  const number = Number(token);
  if (/^-?\d+$/.test(token) ? Number.isSafeInteger(number) : Number.isFinite(number)) return;
  throw malformed(message('errors.json-number', { got: token.slice(0, 40) }));
}

function requireWellFormed(value: unknown): void {
  const text = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string' && !part.isWellFormed()) throw surrogate();
    if (
      typeof part === 'object' &&
      part !== null &&
      !Object.keys(part).every((name) => name.isWellFormed())
    ) {
      throw surrogate();
    }
    return part;
  });
  if (!text.isWellFormed()) throw surrogate();
}

function surrogate(): LedgerError {
  return malformed(message('errors.json-surrogate'));
}

/** Characters in which the place of a fault is looked for. */
const searched = 64 * 1024;

function broken(text: string, cause: unknown): LedgerError {
  if (text.trim() === '') return malformed(message('errors.json-empty'), { cause, details: { line: 1 } });
  if (text.length > searched) return malformed(message('errors.json-other'), { cause });
  const before = text.slice(0, findJsonFault(text)).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  return malformed(message('errors.json-fault', { line, column }), { cause, details: { line, column } });
}

function malformed(
  text: Message<'errors'>,
  options?: { cause?: unknown; details?: Record<string, unknown> },
): LedgerError {
  return new LedgerError('json-malformed', text, options);
}
