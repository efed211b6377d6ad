import { h } from 'preact';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in the reader's own time; `timestamp` is in seconds since 1970. */
export function When({ timestamp }: { timestamp: number }) {
  const date = new Date(timestamp * 1000);
  return h('time', { dateTime: date.toISOString() }, format.format(date));
}
