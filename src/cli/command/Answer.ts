/** What a command prints, and how it exits. */
export interface Answer {
  /** For programs: ids and amounts become decimal text. */
  data: unknown;
  /** The same for people. */
  text: () => string | Promise<string>;
  /** 0 unless given. */
  exitCode?: number;
}
