import type { Block, Hex } from '../kernel/values.ts';

/** A transaction as the chain has it, with the roots that contracts took in it. */
export interface FoundAnchor {
  block: Block;
  roots: { contract: Hex; size: number; root: Hex }[];
}
