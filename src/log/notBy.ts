import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';

/** The refusal of what somebody else has to say. */
export function notBy(expected: string, got: string): LedgerError {
  return new LedgerError('creator-required', message('errors.creator', { expected, got }), {
    details: { expected, got },
  });
}
