import { LedgerError } from '../kernel/LedgerError.ts';

/** The refusal of what somebody else has to say. */
export function notBy(expected: string, got: string): LedgerError {
  return new LedgerError('creator-required', `expected the creator ${expected}, got ${got}`, {
    details: { expected, got },
  });
}
