import { message, type Message } from '../messages/Message.ts';
import { LedgerError } from './LedgerError.ts';
import { toJson } from './values.ts';

/** One fact of two that contradict: of a step, counted from zero, or (null) of the record or the token. */
export interface ConflictSide {
  step: number | null;
  field: string;
  says: unknown;
}

/** Two facts that cannot both be true, and the rule they break together: what was expected, as a phrase. */
export interface Contradiction {
  statements: [ConflictSide, ConflictSide];
  rule: Message<'errors'>;
}

/** The refusal that names both facts. */
export function refuseConflict({ statements, rule }: Contradiction): LedgerError {
  const [first, second] = statements;
  return new LedgerError(
    'assistance-conflict',
    message('errors.conflict', { rule, first: describe(first), second: describe(second) }),
    { details: { rule, statements } },
  );
}

function describe({ step, field, says }: ConflictSide): Message<'errors'> {
  const value = toJson(says) ?? 'null';
  return step === null
    ? message('errors.record-field', { field, value })
    : message('errors.step-field', { step: step + 1, field, value });
}
