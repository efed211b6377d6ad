import type { MaybePromise } from '../kernel/async/MaybePromise.ts';

/** The index of the chain's events, as a stage reads it: `F` is the reads it declares in its `ports.ts`. */
export interface Reads<F> {
  /**
   * Brings the index to the head of the chain.
   *
   * @param maxAge Seconds for which an index that was at the head is good enough; 0 asks the chain in any case.
   * @returns the block it reached: facts of an earlier one are being taken back, and old.
   * @throws LedgerError `chain-unreachable`.
   */
  reach(maxAge?: number): Promise<number>;
  /** Several reads of one state of the index. */
  read<T>(query: (facts: F) => Promise<T>): Promise<T>;
}

/** Reads for questions that are asked often. */
export interface Recalls<F> {
  /**
   * Several reads of the block that was reached last, from memory where a work has not changed since. The query may run
   * again if the store moves under it.
   */
  recall<T>(query: (facts: F) => MaybePromise<T>): MaybePromise<T>;
  /** How the index stands to the chain, as far as it is known without asking. */
  standing(): Standing;
  /** Seconds that the index may be behind the chain's head and still permit something. */
  readonly maxLag: number;
}

export interface Standing {
  /** When the index was last at the chain's head, in seconds since 1970; undefined for never. */
  at: number | undefined;
  /** The block that was reached then; -1 for none. */
  block: number;
  /** The chain's last known head; undefined for none. */
  head: number | undefined;
  /** Whether the chain failed to answer the last question. */
  unreachable: boolean;
}
