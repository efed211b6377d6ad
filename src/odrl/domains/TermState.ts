import { spend, type Budget, type Domain } from '../solve/Domain.ts';
import { orders, type Hierarchy, type Order } from '../hierarchy/Hierarchy.ts';

/** What can be said of a term: that it is another, is below it, or has it below. */
export type TermAtom = { is: string } | { below: string; order: Order } | { above: string; order: Order };

/** What one term is said to be, with all that follows. */
interface Said {
  is: ReadonlySet<string>;
  above: Record<Order, ReadonlySet<string>>;
  below: Record<Order, ReadonlySet<string>>;
}

export interface TermTheory {
  hierarchy: Hierarchy;
  atoms: readonly TermAtom[];
  /** Words, of which no two are the same unless something is said of them. */
  words: ReadonlySet<string>;
  budget: Budget;
}

/**
 * All terms of which some things are said and others denied, consistent with a hierarchy.
 *
 * The rules are those of order (reflexive, transitive, antisymmetric) and of disjointness (nothing is below two disjoint
 * terms). They are Horn clauses, so that what follows is found by saying all that is said and looking at the least model.
 */
export function termState(
  theory: TermTheory,
  said: readonly number[] = [],
  denied: readonly number[] = [],
): Domain | undefined {
  const all = close(theory, said);
  if (all === undefined || denied.some((atom) => follows(theory.atoms[atom], all))) return undefined;
  const known = new Map<number, boolean | undefined>();
  return {
    truth(atom) {
      if (!known.has(atom)) known.set(atom, toTruth(atom));
      return known.get(atom);
    },
    restrict(atom, holds) {
      const truth = this.truth(atom);
      if (truth !== undefined) return truth === holds ? this : undefined;
      return holds ? termState(theory, [...said, atom], denied) : termState(theory, said, [...denied, atom]);
    },
  };

  function toTruth(atom: number): boolean | undefined {
    if (follows(theory.atoms[atom], all as Said)) return true;
    if (denied.includes(atom)) return false;
    return termState(theory, [...said, atom], denied) === undefined ? false : undefined;
  }
}

/** All that follows of a term from what is said of it; undefined where that cannot be. */
function close(theory: TermTheory, said: readonly number[]): Said | undefined {
  const { hierarchy, budget } = theory;
  // What it takes even where little follows.
  spend(budget, 20);
  const is = new Set<string>();
  const above = { kind: new Set<string>(), part: new Set<string>() };
  const below = { kind: new Set<string>(), part: new Set<string>() };
  const add = (set: Set<string>, more: ReadonlySet<string>) => {
    spend(budget, more.size);
    more.forEach((name) => set.add(name));
  };
  const equate = (name: string) => {
    if (is.has(name)) return;
    is.add(name);
    for (const order of orders) {
      add(above[order], hierarchy.above(order, name));
      add(below[order], hierarchy.below(order, name));
    }
  };
  for (const index of said) {
    const atom = theory.atoms[index];
    if (atom === undefined) continue;
    if ('is' in atom) equate(atom.is);
    else if ('below' in atom) add(above[atom.order], hierarchy.above(atom.order, atom.below));
    else add(below[atom.order], hierarchy.below(atom.order, atom.above));
  }
  for (let size = -1; size !== is.size;) {
    size = is.size;
    for (const order of orders) {
      for (const name of above[order]) if (below[order].has(name)) equate(name);
    }
  }
  return isConsistent(theory, { is, above, below }) ? { is, above, below } : undefined;
}

function isConsistent({ hierarchy, words, budget }: TermTheory, { is, above, below }: Said): boolean {
  const same = [...is];
  spend(budget, same.length ** 2);
  const differ = (one: string, other: string) =>
    hierarchy.areDifferent(one, other) ||
    (words.has(one) && words.has(other) && !hierarchy.isRelated(one, other));
  if (same.some((one, at) => same.some((other, behind) => behind > at && differ(one, other)))) return false;
  for (const order of orders) {
    if (hierarchy.clash(above[order], above[order]) !== undefined) return false;
    // What is below it is now below all that it is below.
    for (const name of below[order]) {
      spend(budget, 1 + above[order].size);
      if (hierarchy.clash(hierarchy.above(order, name), above[order]) !== undefined) return false;
    }
  }
  return true;
}

function follows(atom: TermAtom | undefined, { is, above, below }: Said): boolean {
  if (atom === undefined) return false;
  if ('is' in atom) return is.has(atom.is);
  return 'below' in atom ? above[atom.order].has(atom.below) : below[atom.order].has(atom.above);
}
