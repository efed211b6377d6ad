import type { Check } from './checks.ts';
import type { About, Row } from './Verification.ts';

/**
 * A check of two values that have to be the same.
 *
 * @param expected null if what is trusted has no such value, which fails; undefined if it was not asked.
 *
 * @example
 * compare('root', root, bundle.root) // { check: 'root', expected: '0x…', got: '0x…', ok: true }
 * compare('root', undefined, bundle.root) // { check: 'root', expected: null, got: '0x…', ok: null }
 */
export function compare(
  check: Check,
  expected: string | null | undefined,
  got: string | null,
  about: About = {},
): Row {
  const ok = expected === undefined ? null : expected !== null && expected === got;
  return { check, ...about, expected: expected ?? null, got, ok };
}

/** Whether any of the checks failed. */
export function hasFailed(rows: readonly Row[]): boolean {
  return rows.some(({ ok }) => ok === false);
}
