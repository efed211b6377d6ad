/**
 * Seconds since 1970 in UTC (ISO 8601); the bare seconds beyond the calendar of ECMAScript.
 *
 * @example
 * timeText(1_735_689_600) // '2025-01-01T00:00:00Z'
 */
export function timeText(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? `${seconds} s` : time.toISOString().replace('.000Z', 'Z');
}
