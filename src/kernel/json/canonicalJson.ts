import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { message } from '../../messages/Message.ts';
import { LedgerError } from '../LedgerError.ts';

/** A `0x` string of 64 lower-case hex digits. */
export type Hash = `0x${string}`;

/**
 * The canonical JSON of a value (RFC 8785): one text, and so one hash, for everything that says the same.
 *
 * @throws LedgerError `json-malformed` for what JSON cannot hold: NaN, bigint, lone surrogates, cycles.
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    // What is in order JSON.stringify writes in the form of RFC 8785, 3.2.2, several times as fast.
    const ordered = inOrder(value);
    text = ordered === undefined ? canonicalize(value) : JSON.stringify(ordered);
  } catch (cause) {
    throw new LedgerError('json-malformed', message('errors.json-value', { got: typeof value }), { cause });
  }
  if (text === undefined) {
    throw new LedgerError('json-malformed', message('errors.json-value', { got: typeof value }));
  }
  // RFC 8785, 3.2.2.2
  if (!text.isWellFormed()) throw new LedgerError('json-malformed', message('errors.json-surrogate'));
  return text;
}

/**
 * The same value with the members of objects sorted by UTF-16 code units (RFC 8785, 3.2.3), as JSON.stringify will write
 * them; undefined for what is not plain JSON, and for names that JavaScript keeps in an order of its own.
 */
function inOrder(value: unknown): unknown {
  // Of a lone surrogate JSON.stringify makes an escape, and nobody would notice.
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'object') return undefined;
  if (Array.isArray(value)) {
    const parts = value.map(inOrder);
    return parts.includes(undefined) ? undefined : parts;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype || 'toJSON' in value) return undefined;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(value).sort()) {
    const part = inOrder((value as Record<string, unknown>)[name]);
    if (part === undefined || !plainName.test(name)) return undefined;
    ordered[name] = part;
  }
  return ordered;
}

/** Neither a number, which objects keep before other names, nor `__proto__`, nor anything that needs a look. */
const plainName = /^[A-Za-z][\w .-]*$/;

/** SHA-256 of the canonical JSON of a value. */
export function hashJson(value: unknown): Hash {
  return hashText(canonicalJson(value));
}

/** SHA-256 of a text in UTF-8. */
export function hashText(text: string): Hash {
  return hashBytes(utf8ToBytes(text));
}

/** SHA-256 of a file. */
export function hashBytes(bytes: Uint8Array): Hash {
  return `0x${bytesToHex(sha256(bytes))}`;
}
