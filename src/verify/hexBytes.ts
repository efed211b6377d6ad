import type { Hex } from '../kernel/values.ts';

/** Bytes as 0x and lower-case hex digits. */
export function toHex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`;
}

/** The bytes that hex digits after 0x stand for. */
export function fromHex(text: string): Uint8Array {
  return Buffer.from(text.slice(2), 'hex');
}
