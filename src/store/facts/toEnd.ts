/** The largest end there is on chain, a uint40: without end. */
const endless = 2 ** 40 - 1;

/** The last second that something holds, in seconds since 1970; null is without end. */
export function toEnd(until: number): number | null {
  return until === endless ? null : until;
}
