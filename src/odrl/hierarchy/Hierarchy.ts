import { createKnowledge } from '../Knowledge.ts';
import type { ValueKind } from '../vocabulary.ts';
import { BudgetSpent } from '../solve/Domain.ts';

/** What ODRL's own vocabulary says, without any ontology. */
export const odrlKnowledge = createKnowledge({});

/** In which way a term is below another: as an instance or a kind of it, or as a part of it. */
export type Order = 'kind' | 'part';
export const orders = ['kind', 'part'] as const;

/** What is said of terms (IRIs or words). What is not said may be or not be: the world is open. */
export interface Facts {
  /** A term, and one that it is directly below; of `skos:broader` in both ways. */
  below: { term: string; wider: string; orders: readonly Order[] }[];
  /** Sets of terms of which no two have anything below both. */
  disjoint: string[][];
  /** Sets of terms of which no two are the same; nothing is below two of them, unless one is related to the other. */
  different: string[][];
  /** Sets of names for the same. */
  same: string[][];
  /** All the values that a left operand can have. */
  values: Map<string, string[]>;
  /** The kinds of values of left operands beside ODRL's. */
  kinds: ReadonlyMap<string, ValueKind>;
}

export interface Hierarchy {
  /** The one name by which a term is known here. */
  nameOf: (term: string) => string;
  knows: (term: string) => boolean;
  names: () => readonly string[];
  /** A name and all above it. */
  above: (order: Order, name: string) => ReadonlySet<string>;
  /** A name and all below it. */
  below: (order: Order, name: string) => ReadonlySet<string>;
  isRelated: (one: string, other: string) => boolean;
  areDifferent: (one: string, other: string) => boolean;
  areDisjoint: (one: string, other: string) => boolean;
  /** Two names, one of either set, that are disjoint. */
  clash: (some: ReadonlySet<string>, others: ReadonlySet<string>) => readonly [string, string] | undefined;
  /** Two disjoint terms that have something below both. */
  contradiction: () => { name: string; disjoint: readonly [string, string] } | undefined;
  valuesOf: (operand: string) => readonly string[] | undefined;
  /** The kind of an operand's values; of one that is not known their datatypes tell. */
  kindOf: (operand: string) => ValueKind;
}

/** Asking it throws `BudgetSpent` where terms have too many others above and below them. */
export function createHierarchy(facts: Facts): Hierarchy {
  const toName = listNames(facts.same);
  const edges = { kind: new Edges(), part: new Edges() };
  for (const { term, wider, orders: of } of facts.below) {
    for (const order of of) edges[order].add(toName(term), toName(wider));
  }
  const disjoint = new Groups(facts.disjoint.map((group) => group.map(toName)));
  const different = new Groups(
    [...facts.different, ...facts.values.values()].map((group) => group.map(toName)),
  );
  const known = new Set([
    ...orders.flatMap((order) => edges[order].names()),
    ...disjoint.names(),
    ...different.names(),
    ...facts.same.flat().map(toName),
  ]);
  const isRelated = (one: string, other: string) =>
    orders.some((order) => edges[order].above(one).has(other) || edges[order].above(other).has(one));
  const haveCommon = (one: string, other: string) =>
    orders.some((order) => {
      const below = edges[order].below(other);
      return [...edges[order].below(one)].some((name) => below.has(name));
    });
  const areDisjoint = (one: string, other: string) =>
    disjoint.share(one, other) ||
    (different.share(one, other) && !isRelated(one, other) && !haveCommon(one, other));
  const hasMarks = disjoint.names().length + different.names().length > 0;
  const isMarked = (name: string) => disjoint.has(name) || different.has(name);
  return {
    nameOf: toName,
    knows: (term) => known.has(toName(term)),
    names: () => [...known],
    above: (order, name) => edges[order].above(name),
    below: (order, name) => edges[order].below(name),
    isRelated,
    areDisjoint,
    areDifferent: (one, other) =>
      one !== other && (different.share(one, other) || disjoint.share(one, other)),
    clash(some, others) {
      if (!hasMarks) return undefined;
      const marked = [...others].filter(isMarked);
      if (marked.length === 0) return undefined;
      for (const one of some) {
        if (!isMarked(one)) continue;
        const other = marked.find((name) => areDisjoint(one, name));
        if (other !== undefined) return [one, other];
      }
      return undefined;
    },
    contradiction() {
      const above = { kind: new Map<string, Set<string>>(), part: new Map<string, Set<string>>() };
      for (const marked of disjoint.names()) {
        for (const order of orders) {
          for (const name of edges[order].below(marked)) {
            const others = above[order].get(name) ?? new Set();
            for (const other of others) {
              if (disjoint.share(marked, other)) return { name, disjoint: [other, marked] };
            }
            above[order].set(name, others.add(marked));
          }
        }
      }
      return undefined;
    },
    valuesOf: (operand) => facts.values.get(operand),
    kindOf: (operand) => odrlKnowledge.kindOf(operand) ?? facts.kinds.get(operand) ?? 'any',
  };
}

/** Pairs of terms, one somewhere above the other, that are kept. */
const mostPairs = 2_000_000;

/** Directed edges, followed to the end once. */
class Edges {
  #pairs = 0;
  #up = new Map<string, Set<string>>();
  #down = new Map<string, Set<string>>();
  #closed = new Map<string, ReadonlySet<string>>();

  add(from: string, to: string): void {
    if (from === to) return;
    this.#up.set(from, (this.#up.get(from) ?? new Set()).add(to));
    this.#down.set(to, (this.#down.get(to) ?? new Set()).add(from));
  }

  names(): string[] {
    return [...this.#up.keys(), ...this.#down.keys()];
  }

  above(name: string): ReadonlySet<string> {
    return this.#follow('^', this.#up, name);
  }

  below(name: string): ReadonlySet<string> {
    return this.#follow('v', this.#down, name);
  }

  #follow(mark: string, edges: ReadonlyMap<string, Set<string>>, name: string): ReadonlySet<string> {
    const key = mark + name;
    const before = this.#closed.get(key);
    if (before !== undefined) return before;
    const found = new Set([name]);
    for (const one of found) edges.get(one)?.forEach((next) => found.add(next));
    this.#pairs += found.size;
    if (this.#pairs > mostPairs) throw new BudgetSpent();
    this.#closed.set(key, found);
    return found;
  }
}

/** Sets of names, by the sets that a name is in. */
class Groups {
  #of = new Map<string, Set<number>>();

  constructor(groups: readonly (readonly string[])[]) {
    groups.forEach((group, index) => {
      for (const name of group) this.#of.set(name, (this.#of.get(name) ?? new Set()).add(index));
    });
  }

  names(): string[] {
    return [...this.#of.keys()];
  }

  has(name: string): boolean {
    return this.#of.has(name);
  }

  share(one: string, other: string): boolean {
    const [some, others] = [this.#of.get(one), this.#of.get(other)];
    return (
      one !== other && some !== undefined && others !== undefined && [...some].some((at) => others.has(at))
    );
  }
}

/** One name for all that are the same (union of sets). */
function listNames(same: readonly (readonly string[])[]): (term: string) => string {
  const parents = new Map<string, string>();
  const find = (term: string): string => {
    let at = term;
    for (let next = parents.get(at); next !== undefined; next = parents.get(at)) at = next;
    if (at !== term) parents.set(term, at);
    return at;
  };
  for (const [first, ...others] of same) {
    if (first === undefined) continue;
    for (const other of others) {
      const [one, two] = [find(first), find(other)];
      if (one !== two) parents.set(two, one);
    }
  }
  return find;
}
