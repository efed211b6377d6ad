import type { Literal } from '../values/Literal.ts';
import type { AtomicConstraint, Value } from '../Policy.ts';
import { findOperator, prefixes } from '../vocabulary.ts';
import type { CellDomain } from './CellDomain.ts';
import { all, any, ofSet, type Formula } from '../solve/Formula.ts';
import { numbering, type Group, type Sort } from './Group.ts';
import { opaqueVariable } from './opaqueSort.ts';
import { namedDomains } from './namedDomains.ts';
import type { TermAtom } from './TermState.ts';
import type { Variable } from '../solve/Variable.ts';

/**
 * A variable whose values have names: IRIs and words. Undefined where its literals are none.
 *
 * Territories and languages by their codes are known; words of which nothing is said are what they are; of all others
 * the hierarchy tells.
 */
export function namedSort(group: Group): Sort | undefined {
  const { key, operand, hierarchy, uses } = group;
  const values = new Map<string, Value>();
  const names = new Set<string>();
  const words = new Set<string>();
  for (const literal of uses.flatMap((use) => use.literals)) {
    const name = toName(literal);
    if (name === undefined) return undefined;
    const known = hierarchy.nameOf(name);
    names.add(known);
    if (literal.kind !== 'iri') words.add(known);
  }
  for (const { constraint, literals } of uses) {
    literals.forEach((literal, at) => {
      const value = constraint.right[at];
      const name = hierarchy.nameOf(toName(literal) ?? '');
      if (value !== undefined && !values.has(name)) values.set(name, value);
    });
  }
  const variable: Variable = { ...opaqueVariable(key, operand, 'value'), obscure: undefined };
  const { atoms, indexOf } = numbering<TermAtom>();
  const atom = (one: TermAtom): Formula => ({
    atom: { variable, index: indexOf(JSON.stringify(one), () => one) },
  });
  const formulas = new Map(
    uses.map((use) => [
      use,
      toFormula(
        use.constraint,
        use.literals.map((one) => hierarchy.nameOf(toName(one) ?? '')),
        atom,
      ),
    ]),
  );
  const { candidates, domains, total } = namedDomains(group, names, words, atoms);
  variable.domains = domains;
  variable.total = total;
  variable.names = [...names];
  variable.example = (domain) => {
    const name = candidates[(domain as CellDomain).cells[0] ?? 0];
    if (name === undefined || name.endsWith(' …')) return [];
    const own = name.includes(':') ? { iri: name } : { text: name, type: `${prefixes.xsd}string` };
    return [values.get(name) ?? own];
  };
  return { variable, formulaOf: (use) => formulas.get(use) ?? all() };
}

function toFormula(
  { operator }: AtomicConstraint,
  names: readonly string[],
  atom: (one: TermAtom) => Formula,
): Formula {
  const equal = names.map((is) => atom({ is }));
  const name = findOperator(operator);
  switch (name) {
    case 'isA':
      return any(...names.map((below) => atom({ below, order: 'kind' })));
    case 'isPartOf':
      return any(...names.map((below) => atom({ below, order: 'part' })));
    case 'hasPart':
      return all(...names.map((above) => atom({ above, order: 'part' })));
    default:
      return ofSet(name, equal);
  }
}

function toName(literal: Literal): string | undefined {
  if (literal.kind === 'iri') return literal.iri;
  if (literal.kind === 'text')
    return literal.language === undefined ? literal.text : `${literal.text}@${literal.language}`;
  if (literal.kind === 'boolean') return `${literal.value}`;
  return literal.kind === 'other' ? `${literal.text}^^${literal.type}` : undefined;
}
