import type { Gap, Jump } from '../../verify/pack/irregularities.ts';
import type { Say } from '../command/Say.ts';

const jumpWords = {
  backward: 'cli.process.jump-backward',
  ahead: 'cli.process.jump-ahead',
  behind: 'cli.process.jump-behind',
} as const;

/** Gaps between events, and clocks that cannot have been right, a line each. */
export function describeIrregularities(gaps: readonly Gap[], jumps: readonly Jump[], say: Say): string {
  return [
    ...gaps.map((gap) => gapText(gap, say)),
    ...jumps.map(({ event, kind, seconds }) =>
      say(jumpWords[kind], { event: `${event}`, seconds: Math.round(seconds) }),
    ),
  ].join('\n');
}

function gapText({ from, to, seconds, closedBetween }: Gap, say: Say): string {
  const values = { seconds: Math.round(seconds), from: `${from}`, to: `${to}` };
  return closedBetween === 0
    ? say('cli.process.gap', values)
    : say('cli.process.gap-withheld', { ...values, count: closedBetween });
}
