import type { Check } from './checks.ts';

/** Whether what was verified holds; `cannot-tell` where the ground cannot show what the answer needs. */
export type Verdict = 'holds' | 'does-not-hold' | 'cannot-tell';

/** What a verification rests on: a chain, a root that was given, or the file alone. */
export type Against = 'chain' | 'root' | 'itself';

/** What a check is about, where a file holds several of a kind. */
export interface About {
  /** An entry of the log by its index, counted from zero, and the last that a range ends with. */
  entry?: number;
  last?: number;
  /** A head of a process pack, by the number of events it covers. */
  head?: number;
  /** An event of a process pack, counted from one. */
  event?: number;
  /** A file of the log. */
  file?: string;
  /** A block of the chain. */
  block?: number;
  /** A field of a decision. */
  field?: string;
}

/** One check, with the two values that have to be the same. */
export interface Row extends About {
  check: Check;
  /** By what is trusted more, such as the chain; null where it has none, or was not asked. */
  expected: string | null;
  /** By what is trusted less, such as the file; null for none. */
  got: string | null;
  /** Null where it was not checked. */
  ok: boolean | null;
}

/** What was verified, check by check. */
export interface Verification {
  verdict: Verdict;
  against: Against;
  rows: Row[];
}
