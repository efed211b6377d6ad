import { message, type Message } from '../../messages/Message.ts';
import { describeValue } from './describeValue.ts';
import { formatError, LedgerError } from '../LedgerError.ts';

/** What is wrong with a field of some input; '' is the input itself. */
export interface InputFault {
  field: string;
  fault: Message<'errors'>;
}

/** A fault as `details.issues` of an `input-invalid` holds it. */
export interface InputIssue {
  field: string;
  /** In English; `id` and `values` are the message itself. */
  message: string;
  id: Message<'errors'>['id'];
  values: NonNullable<Message['values']>;
}

/** Faults that are in the text; the others are counted there. `details.issues` has all of them. */
const mostSaid = 3;

/**
 * The refusal of input, with all its faults, of which there is one at least.
 *
 * @example
 * refuseInput([{ field: 'lines[3].period', fault: message('errors.period-order') }])
 */
export function refuseInput(
  faults: readonly InputFault[],
  { cause, details }: { cause?: unknown; details?: Record<string, unknown> } = {},
): LedgerError {
  const said = faults.slice(0, mostSaid).map(toSentence);
  const more = faults.length - said.length;
  if (more > 0) said.push(message('errors.more-faults', { count: more }));
  const text = said.reduceRight((then, first) => message('errors.and-then', { first, then }));
  return new LedgerError('input-invalid', text, {
    ...(cause === undefined ? {} : { cause }),
    details: { issues: faults.map(toIssue), ...details },
  });
}

/**
 * The refusal of one value: what was expected of it, and what it is.
 *
 * @example
 * refuseValue('--count', message('errors.a-whole-number-least', { min: 1 }), '0')
 */
export function refuseValue(field: string, expected: Message<'errors'>, value: unknown): LedgerError {
  return refuseInput([{ field, fault: message('errors.expected', { expected, got: describeValue(value) }) }]);
}

/** The same refusal with other names of the fields, where its reader knows them by others. */
export function renameFields(error: LedgerError, rename: (field: string) => string): LedgerError {
  const issues = (error.details['issues'] ?? []) as InputIssue[];
  const faults = issues.map(({ field, id, values }) => ({ field: rename(field), fault: { id, values } }));
  return faults.length === 0 ? error : refuseInput(faults, { cause: error });
}

function toSentence({ field, fault }: InputFault): Message<'errors'> {
  return field === '' ? fault : message('errors.at-field', { field, fault });
}

function toIssue({ field, fault }: InputFault): InputIssue {
  return { field, message: formatError(fault), id: fault.id, values: fault.values ?? {} };
}
