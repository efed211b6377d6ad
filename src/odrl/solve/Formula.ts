import type { Variable } from './Variable.ts';

/** One thing that can be said of one variable: its atom by number. */
export interface Atom {
  variable: Variable;
  index: number;
}

/** What has to hold: of constraints, of rules, of policies. `all` of nothing is true, `any` of nothing is false. */
export type Formula =
  | { atom: Atom }
  | { not: Formula }
  | { all: readonly Formula[] }
  | { any: readonly Formula[] }
  | { one: readonly Formula[] };

export const always: Formula = { all: [] };

export function all(...parts: readonly Formula[]): Formula {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { all: parts };
}

export function any(...parts: readonly Formula[]): Formula {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { any: parts };
}

export function not(part: Formula): Formula {
  return 'not' in part ? part.not : { not: part };
}

/** What an operator on a set comes to where each of its members is a formula: any of them, unless it says otherwise. */
export function ofSet(operator: string | undefined, members: readonly Formula[]): Formula {
  if (operator === 'isAllOf') return all(...members);
  return operator === 'neq' || operator === 'isNoneOf' ? not(any(...members)) : any(...members);
}

export function listParts(formula: Formula): readonly Formula[] {
  if ('atom' in formula) return [];
  if ('not' in formula) return [formula.not];
  if ('all' in formula) return formula.all;
  return 'any' in formula ? formula.any : formula.one;
}

/** The variables a formula speaks of. */
export function variablesIn(formula: Formula, found = new Set<Variable>()): Set<Variable> {
  if ('atom' in formula) found.add(formula.atom.variable);
  for (const part of listParts(formula)) variablesIn(part, found);
  return found;
}

/** The parts that all have to hold, none of them an `all` of its own. */
export function conjuncts(formula: Formula): Formula[] {
  if ('all' in formula) return formula.all.flatMap(conjuncts);
  if ('not' in formula && 'any' in formula.not)
    return formula.not.any.flatMap((part) => conjuncts(not(part)));
  return [formula];
}
