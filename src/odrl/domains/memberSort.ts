import { equalLiterals, type Literal } from '../values/Literal.ts';
import type { Value } from '../Policy.ts';
import { findOperator } from '../vocabulary.ts';
import { cellDomain } from './CellDomain.ts';
import { all, any, not, type Formula } from '../solve/Formula.ts';
import type { Group, Sort } from './Group.ts';
import { opaqueVariable } from './opaqueSort.ts';
import type { Variable } from '../solve/Variable.ts';

/** Sets of more values than these are not told apart. */
const mostMembers = 12;

/**
 * A variable that has several values at once, as whoever writes `isAllOf` with several takes it to have: `isAllOf` is that
 * all of these are among them, `isAnyOf` and `eq` that there are no others, `isNoneOf` and `neq` that none of these are.
 *
 * Undefined where two values may be the same without a word on it, and where there are more than twelve.
 */
export function memberSort(group: Group): Sort | undefined {
  const { key, operand, budget, uses } = group;
  const members: Literal[] = [];
  const toNumber = new Map<Literal, number>();
  for (const literal of uses.flatMap((use) => use.literals)) {
    const before = members.findIndex((one) => isSame(one, literal, group) === true);
    toNumber.set(literal, before === -1 ? members.push(literal) - 1 : before);
  }
  if (members.length > mostMembers) return undefined;
  const unclear = members.some((one, at) =>
    members.some((other, behind) => behind > at && isSame(one, other, group) === undefined),
  );
  const known: (string | undefined)[] = ['eq', 'neq', 'isAllOf', 'isAnyOf', 'isNoneOf'];
  if (unclear || uses.some(({ constraint }) => !known.includes(findOperator(constraint.operator))))
    return undefined;
  const variable: Variable = { ...opaqueVariable(key, operand, 'value'), obscure: undefined, total: true };
  // A cell is a set of members, one bit each; the last bit is for all others. It is not empty.
  const sets = Array.from({ length: 2 ** (members.length + 1) - 1 }, (_, at) => at + 1);
  const truthOn = (cell: number, member: number) => ((sets[cell] ?? 0) & (1 << member)) !== 0;
  const cells = sets.map((_, at) => at);
  variable.domains = {
    possible: cellDomain(cells, truthOn, 'possible', budget),
    certain: cellDomain(cells, truthOn, 'certain', budget),
  };
  const named = new Map<number, Value>();
  for (const { constraint, literals } of uses) {
    literals.forEach((literal, at) => named.set(toNumber.get(literal) ?? 0, constraint.right[at] as Value));
  }
  variable.example = (domain) => {
    const set = sets[(domain as { cells?: readonly number[] }).cells?.[0] ?? 0] ?? 0;
    return members.flatMap((_, at) => ((set & (1 << at)) === 0 ? [] : (named.get(at) ?? [])));
  };
  const has = (member: number): Formula => ({ atom: { variable, index: member } });
  const others = has(members.length);
  return {
    variable,
    formulaOf({ constraint, literals }) {
      const own = new Set(literals.map((literal) => toNumber.get(literal) ?? 0));
      const operator = findOperator(constraint.operator);
      if (operator === 'isAllOf') return all(...[...own].map(has));
      if (operator === 'isNoneOf' || operator === 'neq') return not(any(...[...own].map(has)));
      return not(
        any(
          others,
          ...members
            .map((_, at) => at)
            .filter((at) => !own.has(at))
            .map(has),
        ),
      );
    },
  };
}

function isSame(one: Literal, other: Literal, { hierarchy }: Group): boolean | undefined {
  const [name, otherName] = [one, other].map((literal) =>
    literal.kind === 'iri' ? hierarchy.nameOf(literal.iri) : undefined,
  );
  if (name !== undefined && otherName !== undefined) {
    if (name === otherName) return true;
    return hierarchy.areDifferent(name, otherName) ? false : undefined;
  }
  return equalLiterals(one, other);
}
