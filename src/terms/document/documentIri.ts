import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../../kernel/bytesText.ts';
import type { Hex } from '../../kernel/values.ts';

const prefix = 'ni:///sha-256;';

/** The IRI of a document by the SHA-256 of its canonical JSON (RFC 6920, section 3). */
export function documentIri(hash: Hex): string {
  const text = toBase64(hexToBytes(hash.slice(2)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace('=', '');
  return `${prefix}${text}`;
}

/** The hash in such an IRI; undefined for any other. */
export function hashOfDocumentIri(iri: string): Hex | undefined {
  const [, text] = /^ni:\/\/\/sha-256;([A-Za-z0-9_-]{43})$/.exec(iri) ?? [];
  if (text === undefined) return undefined;
  return `0x${bytesToHex(fromBase64(`${text.replaceAll('-', '+').replaceAll('_', '/')}=`))}`;
}
