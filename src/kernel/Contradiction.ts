import { LedgerError } from './LedgerError.ts';
import { toJson } from './values.ts';

/** One statement of two that clash: of a step, counted from zero, or (null) of the record or the token. */
export interface ConflictSide {
  step: number | null;
  field: string;
  says: unknown;
}

/** Two statements that cannot both be true, and the rule they break together. */
export interface Contradiction {
  statements: [ConflictSide, ConflictSide];
  rule: string;
}

/** The refusal that names both statements. */
export function refuseConflict({ statements, rule }: Contradiction): LedgerError {
  const [first, second] = statements.map(
    ({ step, field, says }) => `${step === null ? '' : `step ${step + 1}: `}${field} ${toJson(says)}`,
  );
  return new LedgerError('assistance-conflict', `expected ${rule}; got ${first} beside ${second}`, {
    details: { rule, statements },
  });
}
