/**
 * The values that a variable may still have.
 *
 * There are two of every variable. The *possible* one keeps a value as long as nothing excludes it, so that what cannot
 * hold in it can hold nowhere: it proves conflicts. The *certain* one keeps only what is known to be as it was asked, so
 * that what holds in it holds whatever else turns out: it proves examples. Between the two nothing is decided.
 */
export interface Domain {
  /** What an atom is on every value that is left; undefined where it differs or cannot be told. */
  truth: (atom: number) => boolean | undefined;
  /** The values on which an atom holds, or does not; undefined where there is none. */
  restrict: (atom: number, holds: boolean) => Domain | undefined;
}

export type Mode = 'possible' | 'certain';

/** What bounds the work: every look at a value costs one. */
export interface Budget {
  left: number;
}

/** Thrown, and caught again, where a comparison takes more steps than its budget. */
export class BudgetSpent extends Error {}

export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) throw new BudgetSpent();
}
