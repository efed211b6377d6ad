import { tryLiteral } from '../values/Literal.ts';
import type { Moment } from '../values/moment.ts';
import type { AtomicConstraint } from '../Policy.ts';
import { odrl } from '../vocabulary.ts';

/** Times that come again: the first, and how many milliseconds there are between them. */
interface Period {
  anchor: Moment;
  ms: number;
}

/** By which a constraint says when its first interval starts, of a vocabulary for such constraints. */
export const anchorProperty = 'http://w3id.org/drk/ontology/anchor';

/**
 * The times a constraint on `timeInterval` allows, where it says when they start; undefined for any other constraint.
 *
 * ODRL only has `eq` for it, with the duration between two exercises (Vocabulary 4.5.29), and does not say from when.
 */
export function toPeriod(constraint: AtomicConstraint): Period | undefined {
  if (constraint.leftOperand !== odrl('timeInterval') || constraint.operator !== odrl('eq')) return undefined;
  const [value] = constraint.others?.find(({ name }) => name === anchorProperty)?.values ?? [];
  const [right] = constraint.right;
  const anchor = value && tryLiteral(value, 'moment');
  const duration = right && tryLiteral(right, 'duration');
  if (anchor?.kind !== 'moment' || duration?.kind !== 'duration') return undefined;
  const { months, ms, rest, negative } = duration;
  return months === 0 && ms > 0 && rest === '' && !negative ? { anchor, ms } : undefined;
}
