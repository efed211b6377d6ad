import { hasFailed } from './compare.ts';
import type { Check } from './checks.ts';
import type { Against, Verification, Row } from './Verification.ts';

/**
 * What a list of checks comes to: one that failed refuses.
 *
 * @param needed Checks without which nobody can tell; others that were not made refuse nothing.
 */
export function conclude(against: Against, rows: Row[], needed: readonly Check[] = []): Verification {
  if (hasFailed(rows)) return { verdict: 'does-not-hold', against, rows };
  const isOpen = rows.some(({ check, ok }) => ok === null && needed.includes(check));
  return { verdict: isOpen ? 'cannot-tell' : 'holds', against, rows };
}
