/** An event of which the time is known; `number` counts from one, `time` is in milliseconds since 1970. */
interface Timed {
  number: number;
  time: number;
}

/** A time in which nothing that is disclosed happened. */
export interface Gap {
  from: number;
  to: number;
  seconds: number;
  /** Events between the two whose time is withheld. */
  closedBetween: number;
}

/** A clock that cannot have been right. */
export interface Jump {
  event: number;
  /**
   * `backward`: earlier than the event before it. `ahead`: later than the block that anchored it. `behind`: earlier
   * than the block that anchored a head without it.
   */
  kind: 'backward' | 'ahead' | 'behind';
  seconds: number;
}

/** Times between two events that are longer than `threshold` seconds. */
export function gapsIn(events: readonly Timed[], threshold: number): Gap[] {
  return events.slice(1).flatMap((event, at) => {
    const before = events[at] ?? event;
    const seconds = (event.time - before.time) / 1000;
    if (seconds <= threshold) return [];
    const { number: from } = before;
    return [{ from, to: event.number, seconds, closedBetween: event.number - from - 1 }];
  });
}

/** Events that the clock put before the one they came after. */
export function backwardIn(events: readonly Timed[]): Jump[] {
  return events.slice(1).flatMap((event, at): Jump[] => {
    const seconds = ((events[at]?.time ?? event.time) - event.time) / 1000;
    return seconds > 0 ? [{ event: event.number, kind: 'backward', seconds }] : [];
  });
}

/**
 * Events whose clock was further from the blocks around them than `tolerance` seconds.
 *
 * @param before The timestamp of the block that anchored the first head with the event, in seconds; null if unknown.
 * @param after The timestamp of the block that anchored the last head without it.
 */
export function farFromBlocks(
  { number, time }: Timed,
  { before, after }: { before: number | null; after: number | null },
  tolerance: number,
): Jump[] {
  const ahead = before === null ? 0 : time / 1000 - before;
  const behind = after === null ? 0 : after - time / 1000;
  return [
    ...(ahead > tolerance ? [{ event: number, kind: 'ahead', seconds: ahead } as const] : []),
    ...(behind > tolerance ? [{ event: number, kind: 'behind', seconds: behind } as const] : []),
  ];
}
