import { formatError, LedgerError } from '../../kernel/LedgerError.ts';
import { message, type Message } from '../../messages/Message.ts';

/** The refusal of an argument or option, by its name on the command line. */
export function refuseArgument(field: string, fault: Message<'errors'>): LedgerError {
  return new LedgerError('input-invalid', message('errors.at-field', { field, fault }), {
    details: { issues: [{ field, message: formatError(fault) }] },
  });
}
