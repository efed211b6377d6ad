import type { AtomicConstraint } from '../Policy.ts';
import { opaqueDomain } from './CellDomain.ts';
import type { Formula } from '../solve/Formula.ts';
import { numbering, type Sort } from './Group.ts';
import type { Obscurity, Variable } from '../solve/Variable.ts';

/** A variable of which nothing is understood but that the same said twice is the same. */
export function opaqueVariable(key: string, operand: string, obscure: Obscurity): Variable {
  return {
    key,
    operand,
    domains: { possible: opaqueDomain('possible'), certain: opaqueDomain('certain') },
    example: () => [],
    obscure,
    total: false,
  };
}

export function opaqueSort(key: string, operand: string, obscure: Obscurity): Sort {
  const variable = opaqueVariable(key, operand, obscure);
  const { indexOf } = numbering<true>();
  return {
    variable,
    formulaOf: ({ constraint }): Formula => ({
      atom: { variable, index: indexOf(toText(constraint), () => true) },
    }),
  };
}

function toText({ operator, right, unit }: AtomicConstraint): string {
  const values = right.map((value) => ('iri' in value ? ['', value.iri] : [value.type, value.text]));
  return JSON.stringify([operator, unit ?? '', values]);
}
