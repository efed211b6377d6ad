import { requireShallow } from './parseInput.ts';
import { LedgerError } from '../LedgerError.ts';
import { requireUniqueNames } from './requireUniqueNames.ts';

/**
 * Parses JSON of which every reader understands the same: no member twice in an object (RFC 8259, 4, leaves open which
 * counts), no number that another number stands for once it is read, no lone surrogates (RFC 7493, 2), and not deeper than
 * any document of ours.
 *
 * @throws LedgerError `json-malformed`, saying which member or number; `input-invalid` for what is too deep.
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new LedgerError('json-malformed', `expected JSON, got ${String(cause)}`, { cause });
  }
  requireShallow(value);
  if (!isPlainlyStrict(value, text)) requireStrict(text);
  if (!text.isWellFormed() || (text.includes('\\') && /\\u[dD][89a-fA-F]/.test(text)))
    requireWellFormed(value);
  return value;
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
  throw new LedgerError('json-malformed', `expected numbers up to 2^53 - 1, got ${token.slice(0, 40)}`);
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
  return new LedgerError('json-malformed', 'expected Unicode text, got a lone surrogate (RFC 7493, 2.1)');
}
