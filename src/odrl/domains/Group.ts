import type { AtomicConstraint } from '../Policy.ts';
import type { Literal } from '../values/Literal.ts';
import type { ValueKind } from '../vocabulary.ts';
import type { Budget } from '../solve/Domain.ts';
import type { Formula } from '../solve/Formula.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import type { Variable } from '../solve/Variable.ts';

/** The constraints of both policies on one variable, and what is needed to make one of them. */
export interface Group {
  key: string;
  /** IRI of the left operand. */
  operand: string;
  kind: ValueKind;
  uses: Use[];
  hierarchy: Hierarchy;
  budget: Budget;
  /** Decimal digits of durations behind the millisecond, in all groups alike, so that they can be compared. */
  digits: number;
}

/** A constraint with its right operands read. */
export interface Use {
  constraint: AtomicConstraint;
  literals: Literal[];
}

/** A variable with what each of its constraints says of it. */
export interface Sort {
  variable: Variable;
  formulaOf: (use: Use) => Formula;
}

/** A numbering of atoms in which the same atom has the same number. */
export function numbering<T>(): { atoms: T[]; indexOf: (key: string, make: () => T) => number } {
  const numbers = new Map<string, number>();
  const atoms: T[] = [];
  return {
    atoms,
    indexOf(key, make) {
      const before = numbers.get(key);
      if (before !== undefined) return before;
      numbers.set(key, atoms.length);
      atoms.push(make());
      return atoms.length - 1;
    },
  };
}
