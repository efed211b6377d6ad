/** The checks of a log that can fail as a whole, or at an entry. */
export const faultChecks = [
  'origin',
  'checkpoint-signature',
  'checkpoint-root',
  'anchor-root',
  'anchor-size',
  'record-file',
  'record-length',
  'record',
  'payload-hash',
  'document',
  'tile',
] as const;

/** Where a log is not what it should be. */
export interface Fault {
  check: (typeof faultChecks)[number];
  /** The first entry that differs; null for what is about the whole log. */
  entry: number | null;
  /** The last entry it can be; that same entry where it is known exactly. */
  last: number | null;
  /** The file that was read, where one is to blame. */
  file?: string;
  /** The block of the anchor that was compared. */
  block?: number;
  /** Null where nothing was expected, or nothing was found. */
  expected: string | null;
  got: string | null;
}
