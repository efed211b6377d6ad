import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { LedgerError } from './error.ts';

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
    text = canonicalize(value);
  } catch (cause) {
    throw new LedgerError('json-malformed', `expected a JSON value, got ${typeof value}`, { cause });
  }
  if (text === undefined)
    throw new LedgerError('json-malformed', `expected a JSON value, got ${typeof value}`);
  if (!text.isWellFormed()) {
    throw new LedgerError(
      'json-malformed',
      'expected Unicode text, got a lone surrogate (RFC 8785, 3.2.2.2)',
    );
  }
  return text;
}

/** SHA-256 of the canonical JSON of a value. */
export function hashJson(value: unknown): Hash {
  return hashBytes(utf8ToBytes(canonicalJson(value)));
}

/** SHA-256 of a file. */
export function hashBytes(bytes: Uint8Array): Hash {
  return `0x${bytesToHex(sha256(bytes))}`;
}
