import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Hex } from './values.ts';

/** Bytes as base64 (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  // In pieces: a call takes only so many arguments.
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x2000) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 0x2000) as unknown as number[]);
  }
  return btoa(text);
}

/** @throws DOMException for text that is no base64. */
export function fromBase64(text: string): Uint8Array {
  const decoded = atob(text);
  const bytes = new Uint8Array(decoded.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = decoded.charCodeAt(at);
  return bytes;
}

/** Bytes as 0x and lower-case hex digits. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`;
}

/** @throws Error for text that is not 0x and an even number of hex digits. */
export function fromHex(text: string): Uint8Array {
  return hexToBytes(text.slice(2));
}
