import type { Say } from '../reader/texts.ts';

/** A length of time in its largest whole unit. */
export function durationText(seconds: number, say: Say): string {
  if (seconds % 86_400 === 0) return say('page.days', { count: seconds / 86_400 });
  if (seconds % 3_600 === 0) return say('page.hours', { count: seconds / 3_600 });
  if (seconds % 60 === 0) return say('page.minutes', { count: seconds / 60 });
  return say('page.seconds', { count: seconds });
}
