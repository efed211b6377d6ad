import { h } from 'preact';
import { timeText } from '../../kernel/timeText.ts';

/**
 * A moment in UTC to the minute (ISO 8601), or to the second where it is within one; `timestamp` is in seconds since
 * 1970.
 */
export function When({ timestamp }: { timestamp: number }) {
  const iso = timeText(timestamp);
  return h('time', { dateTime: iso }, iso.replace('T', ' ').replace(/(:00)?Z$/, ' UTC'));
}
