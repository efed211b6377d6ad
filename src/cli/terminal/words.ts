import type { LogPosition } from '../../log/LogPosition.ts';
import type { Say } from '../command/Say.ts';
import { timeText } from './format.ts';

/** A length of time in its largest whole unit; what lasts 0 seconds has no expiry. */
export function durationWords(say: Say, seconds: number): string {
  if (seconds === 0) return say('cli.no-expiry');
  if (seconds % 86_400 === 0) return say('cli.days', { count: seconds / 86_400 });
  if (seconds % 3_600 === 0) return say('cli.hours', { count: seconds / 3_600 });
  if (seconds % 60 === 0) return say('cli.minutes', { count: seconds / 60 });
  return say('cli.seconds', { count: seconds });
}

/** Names of codes stay in one language, so a list of them does, too. */
export function listWords(say: Say, parts: readonly string[]): string {
  return parts.length === 0 ? say('cli.none') : parts.join(', ');
}

/** A block of the chain with its time. */
export function blockWords(say: Say, block: { number: number; timestamp: number }): string {
  return say('cli.block-at', { block: `${block.number}`, time: timeText(block.timestamp) });
}

/** A position in the log, with the block that anchored it. */
export function positionWords(say: Say, { index, anchor }: Pick<LogPosition, 'index' | 'anchor'>): string {
  return anchor === null
    ? say('cli.entry-unanchored', { index: `${index}` })
    : say('cli.entry-anchored', { index: `${index}`, block: `${anchor.block}` });
}
