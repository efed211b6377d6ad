import { tryLiteral } from '../../odrl/values/Literal.ts';
import type { Value } from '../../odrl/Policy.ts';

/** A duration in seconds; undefined for what is none, and for months, which are not equally long. */
export function toSeconds(value: Value): number | undefined {
  const literal = tryLiteral(value, 'duration');
  if (literal?.kind !== 'duration' || literal.months > 0 || literal.negative) return undefined;
  return literal.rest === '' && literal.ms % 1000 === 0 ? literal.ms / 1000 : undefined;
}
