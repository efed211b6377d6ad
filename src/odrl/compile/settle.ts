import type { ConflictStrategy } from '../Policy.ts';
import { no, yes, type Truth } from '../Truth.ts';

export type Verdict = 'permitted' | 'denied' | 'undecided';

/**
 * What comes of whether a permission and whether a prohibition applies. Where both do, `perm` lets the permission count;
 * `prohibit` and `invalid`, which makes the policy void, do not (Information Model 2.10). What neither is about is denied.
 */
export function settle(permitted: Truth, prohibited: Truth, conflict: ConflictStrategy | undefined): Verdict {
  if (permitted === no) return 'denied';
  if (conflict === 'perm') return permitted === yes ? 'permitted' : 'undecided';
  if (prohibited === yes) return 'denied';
  return permitted === yes && prohibited === no ? 'permitted' : 'undecided';
}
