import type { Constraint, Value } from '../Policy.ts';

/** A constraint in short, such as `count lteq 5`; of a logical one what it joins. */
export function constraintText(constraint: Constraint): string {
  if ('logic' in constraint)
    return `(${constraint.constraints.map(constraintText).join(` ${constraint.logic} `)})`;
  const { leftOperand, operator, right } = constraint;
  return `${shortName(leftOperand)} ${shortName(operator)} ${right.map(valueText).join(', ')}`;
}

export function valueText(value: Value): string {
  return 'iri' in value ? shortName(value.iri) : value.text;
}

/** The last part of an IRI. */
export function shortName(iri: string): string {
  return iri.replace(/^.*[/#]/, '');
}
