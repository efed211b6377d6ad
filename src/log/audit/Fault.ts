/** Where a log is not what it should be. */
export interface Fault {
  /** The first entry that differs; null for what is about the whole log. */
  entry: number | null;
  /** The last entry it can be; that same entry where it is known exactly. */
  last: number | null;
  /** What was looked at: a file, or a part of the record, the checkpoint or the chain. */
  what: string;
  expected: string;
  got: string;
}
