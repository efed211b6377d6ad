import { toName, relate, type Named } from '../compile/relate.ts';
import { listPlaces, findTerritory } from '../territories/territories.ts';
import { cellDomain, type RangeOf, type TruthOn } from './CellDomain.ts';
import type { Domain, Mode } from '../solve/Domain.ts';
import type { Group } from './Group.ts';
import { odrlKnowledge } from '../hierarchy/Hierarchy.ts';
import { termState, type TermAtom, type TermTheory } from './TermState.ts';

/** The values of a named variable that examples are looked for among, and its domains. */
interface NamedDomains {
  /** Names; one that ends in ` …` is something within that nobody names. */
  candidates: readonly string[];
  domains: Record<Mode, Domain | undefined>;
  total: boolean;
}

/** Terms beside the named ones that examples are looked for among. */
const mostCandidates = 2_000;

/** By what is known of the values: by code, by word, or by what the hierarchy says. */
export function namedDomains(
  group: Group,
  names: ReadonlySet<string>,
  words: ReadonlySet<string>,
  atoms: readonly TermAtom[],
): NamedDomains {
  const { hierarchy, operand, kind } = group;
  const isUnsaid =
    hierarchy.valuesOf(operand) === undefined && [...names].every((name) => !hierarchy.knows(name));
  if (isUnsaid && isCoded(kind, names)) return codes(group, names, atoms);
  const isFlat = atoms.every((one) => 'is' in one);
  if (isUnsaid && isFlat && words.size === names.size) return plainWords(group, names, atoms);
  return terms(group, names, words, atoms);
}

/** Places and languages, by their codes. */
function codes(group: Group, names: ReadonlySet<string>, atoms: readonly TermAtom[]): NamedDomains {
  const all =
    group.kind === 'territory'
      ? [
          ...names,
          ...listPlaces([...names].map((name) => findTerritory(name) ?? name)),
          ...[...names].map(within),
        ]
      : [...names, ...[...names].flatMap(ranges), ...[...names].map(within), 'qaa'];
  const candidates = [...new Set(all)];
  const truthOn: TruthOn = (cell, index) => codeTruth(candidates[cell], atoms[index], group.kind);
  return { candidates, domains: cellDomains(candidates.length, truthOn, group), total: false };
}

function within(name: string): string {
  return `${name} …`;
}

/** A language tag, and the shorter ones it begins with. */
function ranges(name: string): string[] {
  return name.split('-').map((_, at, all) => all.slice(0, at + 1).join('-'));
}

function isCoded(kind: Group['kind'], names: ReadonlySet<string>): boolean {
  return [...names].every((name) => codeIn(name, kind).code !== undefined);
}

/** A value within a place or a range of languages may be meant by its name, as in an evaluation; one around it is not. */
function codeTruth(
  candidate: string | undefined,
  atom: TermAtom | undefined,
  kind: Group['kind'],
): boolean | undefined {
  const name = nameIn(atom);
  if (candidate === undefined || atom === undefined || name === undefined) return undefined;
  const isInside = candidate.endsWith(within(''));
  const code = isInside ? candidate.slice(0, -within('').length) : candidate;
  const relation = relate(codeIn(code, kind), codeIn(name, kind), kind, odrlKnowledge);
  if (relation === 'apart') return false;
  if (relation === 'open') return undefined;
  const isWithin = relation === 'within' || (isInside && relation === 'same');
  if (isWithin) return 'below' in atom ? true : 'above' in atom ? false : undefined;
  // What is within a place may be within a part of it.
  if (isInside) return undefined;
  if (relation === 'same') return true;
  return relation === 'around' && 'above' in atom;
}

function codeIn(text: string, kind: Group['kind']): Named {
  return toName({ kind: 'text', text, language: undefined }, kind);
}

/** Words of which nothing is said are what they are; there is always another, but of truth values. */
function plainWords(group: Group, names: ReadonlySet<string>, atoms: readonly TermAtom[]): NamedDomains {
  const isBoolean = group.uses.every((use) => use.literals.every((literal) => literal.kind === 'boolean'));
  const candidates = isBoolean ? ['true', 'false'] : [...names];
  const truthOn: TruthOn = (cell, index) => candidates[cell] === nameIn(atoms[index]);
  const size = isBoolean ? 2 : candidates.length + 1;
  const numbers = new Map(candidates.map((name, at) => [name, at]));
  const toCell = atoms.map((one) => numbers.get(nameIn(one) ?? '') ?? -1);
  const toRange: RangeOf = (index) => [toCell[index] ?? -1, toCell[index] ?? -1];
  return { candidates, domains: cellDomains(size, truthOn, group, toRange), total: true };
}

/** Terms, by what the hierarchy says; where it does not list the values there is always another. */
function terms(
  group: Group,
  names: ReadonlySet<string>,
  words: ReadonlySet<string>,
  atoms: readonly TermAtom[],
): NamedDomains {
  const { hierarchy, operand, budget } = group;
  const listed = hierarchy.valuesOf(operand);
  const candidates = [...new Set(listed?.map(hierarchy.nameOf) ?? near(group, names))];
  const theory: TermTheory = { hierarchy, atoms, words, budget };
  const states = new Map<number, Domain | undefined>();
  const truthOn: TruthOn = (cell, index) => {
    const is = candidates[cell];
    if (is === undefined) return false;
    if (!states.has(cell)) {
      states.set(cell, termState({ ...theory, atoms: [...atoms, { is }] }, [atoms.length]));
    }
    return states.get(cell)?.truth(index);
  };
  const size = candidates.length + (listed === undefined ? 1 : 0);
  const domains = cellDomains(size, truthOn, group);
  if (listed === undefined) domains.possible = termState(theory);
  return { candidates, domains, total: false };
}

/** The named terms, and those around them, then others. */
function near({ hierarchy }: Group, names: ReadonlySet<string>): string[] {
  const found = new Set(names);
  const add = (more: Iterable<string>) => {
    for (const one of more) if (found.size < mostCandidates) found.add(one);
  };
  for (const name of names) {
    for (const order of ['kind', 'part'] as const) {
      add(hierarchy.below(order, name));
      add(hierarchy.above(order, name));
    }
  }
  add(hierarchy.names());
  return [...found];
}

function cellDomains(
  size: number,
  truthOn: TruthOn,
  { budget }: Group,
  rangeOf?: RangeOf,
): Record<Mode, Domain | undefined> {
  const cells = Array.from({ length: size }, (_, cell) => cell);
  return {
    possible: cellDomain(cells, truthOn, 'possible', budget, rangeOf),
    certain: cellDomain(cells, truthOn, 'certain', budget, rangeOf),
  };
}

function nameIn(atom: TermAtom | undefined): string | undefined {
  if (atom === undefined) return undefined;
  return 'is' in atom ? atom.is : 'below' in atom ? atom.below : atom.above;
}
