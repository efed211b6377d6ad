import { requireShallow } from './document.ts';
import { LedgerError } from './error.ts';
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
  // Text that JSON.stringify gives back holds nothing twice, and no number in other digits than its own.
  if (JSON.stringify(value) !== text) requireStrict(text);
  if (!text.isWellFormed() || /\\u[dD][89a-fA-F]/.test(text)) requireWellFormed(value);
  return value;
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
