import type { Hex } from '../kernel/values.ts';
import { hashWords } from '../kernel/hashWords.ts';

/** A work's id is its content: the id a creator's file has, registered or not. */
export function computeWorkId(creator: Hex, contentHash: Hex): bigint {
  return BigInt(hashWords(creator, contentHash));
}
