import { spend, type Budget, type Domain, type Mode } from '../solve/Domain.ts';

/** What an atom is on a cell: a set of values between which no atom tells; undefined where it cannot be told. */
export type TruthOn = (cell: number, atom: number) => boolean | undefined;

/** A domain of finitely many cells, in order. */
export interface CellDomain extends Domain {
  cells: readonly number[];
}

/** The first and the last cell that an atom holds on, if it holds on all between them and on no others. */
export type RangeOf = (atom: number) => readonly [number, number];

/** All the cells of a variable that are left, by number; with ranges, if there are any, many are as fast as few. */
export function cellDomain(
  cells: readonly number[],
  truthOn: TruthOn,
  mode: Mode,
  budget: Budget,
  rangeOf?: RangeOf,
): CellDomain | undefined {
  return cells.length === 0 ? undefined : toDomain(cells, new Map());

  function toDomain(left: readonly number[], decided: ReadonlyMap<number, boolean>): CellDomain {
    const known = new Map<number, boolean | undefined>();
    return {
      cells: left,
      truth(atom) {
        const before = decided.get(atom);
        if (before !== undefined) return before;
        // Ranges are as fast as remembering.
        if (rangeOf !== undefined) return everywhere(left, atom);
        if (!known.has(atom)) known.set(atom, everywhere(left, atom));
        return known.get(atom);
      },
      restrict(atom, holds) {
        const before = decided.get(atom);
        if (before !== undefined) return before === holds ? this : undefined;
        const kept = keep(left, atom, holds);
        spend(budget, 1 + kept.length);
        return kept.length === 0 ? undefined : toDomain(kept, new Map(decided).set(atom, holds));
      },
    };
  }

  function keep(left: readonly number[], atom: number, holds: boolean): readonly number[] {
    if (rangeOf !== undefined) {
      const [first, last] = rangeOf(atom);
      const [start, end] = [countBelow(left, first), countBelow(left, last + 1)];
      return holds ? left.slice(start, end) : [...left.slice(0, start), ...left.slice(end)];
    }
    spend(budget, left.length);
    return left.filter((cell) => {
      const truth = truthOn(cell, atom);
      return mode === 'certain' ? truth === holds : truth !== !holds;
    });
  }

  function everywhere(left: readonly number[], atom: number): boolean | undefined {
    if (rangeOf !== undefined) {
      const [first, last] = rangeOf(atom);
      const held = countBelow(left, last + 1) - countBelow(left, first);
      spend(budget, 1);
      return held <= 0 ? false : held === left.length ? true : undefined;
    }
    const first = truthOn(left[0] ?? 0, atom);
    if (first === undefined) return undefined;
    const differs = left.findIndex((cell) => truthOn(cell, atom) !== first);
    spend(budget, differs === -1 ? left.length : differs + 1);
    return differs === -1 ? first : undefined;
  }
}

/** How many of numbers in ascending order are below one. */
function countBelow(numbers: readonly number[], end: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A domain of which nothing is understood: possibly each atom is as one likes, certainly none is anything. */
export function opaqueDomain(mode: Mode, decided: ReadonlyMap<number, boolean> = new Map()): Domain {
  return {
    truth: (atom) => decided.get(atom),
    restrict(atom, holds) {
      if (mode === 'certain') return undefined;
      const before = decided.get(atom);
      if (before !== undefined) return before === holds ? this : undefined;
      return opaqueDomain(mode, new Map(decided).set(atom, holds));
    },
  };
}
