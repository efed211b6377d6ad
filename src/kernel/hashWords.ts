import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Hex } from './values.ts';

/**
 * keccak256 of values as the contracts encode them: `abi.encode` of types of fixed size is 32 bytes each, big-endian.
 *
 * @param words Numbers below 2^256, addresses and hashes.
 */
export function hashWords(...words: (bigint | number | Hex)[]): Hex {
  const text = words.map((word) => BigInt(word).toString(16).padStart(64, '0')).join('');
  return `0x${bytesToHex(keccak_256(hexToBytes(text)))}`;
}
