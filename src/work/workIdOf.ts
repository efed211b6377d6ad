import type { Hex } from '../values.ts';
import { hashWords } from '../hashWords.ts';

/** A work's id is its content: the id a creator's file has, registered or not. */
export function workIdOf(creator: Hex, contentHash: Hex): bigint {
  return BigInt(hashWords(creator, contentHash));
}
