import type { Thing } from '../Policy.ts';
import { actionParents, odrl } from '../vocabulary.ts';
import { cellDomain, type TruthOn } from '../domains/CellDomain.ts';
import type { Budget, Mode } from '../solve/Domain.ts';
import { always, type Formula } from '../solve/Formula.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { opaqueVariable } from '../domains/opaqueSort.ts';
import { listNames, placeOfActions, type Part } from './parts.ts';
import type { Variable } from '../solve/Variable.ts';

/** What parts are about as formulas. Where one policy names no asset at all both are about the same; so with parties. */
export function toAbout(
  parts: { a: readonly Part[]; b: readonly Part[] },
  hierarchy: Hierarchy,
  budget: Budget,
): (part: Part) => Formula[] {
  const both = [...parts.a, ...parts.b];
  const actions = new Set(both.flatMap(({ action }) => action?.name ?? []));
  const action = toVariable(
    'action',
    [
      ...new Set([
        ...actions,
        ...actionParents.keys(),
        ...[...actions].flatMap((name) => [...hierarchy.below('kind', name)]),
      ]),
    ],
    [...actions],
    (candidate, name) => {
      const place = placeOfActions(candidate ?? '', name, hierarchy);
      return place === undefined ? undefined : place === 'same' || place === 'within';
    },
    budget,
  );
  const things = (of: 'target' | 'assignee') => {
    const named = (side: 'a' | 'b') => parts[side].some((part) => listNames(part[of]).length > 0);
    if (!named('a') || !named('b')) return () => always;
    const found = [...new Set(both.flatMap((part) => part[of] ?? []))];
    const toNumber = new Map(found.map((thing, index) => [thing, index]));
    const byName = new Map<string, Thing[]>();
    for (const thing of found) {
      for (const name of listNames(thing)) byName.set(name, [...(byName.get(name) ?? []), thing]);
    }
    const names = [...new Set(found.flatMap(listNames))];
    const { variable } = toVariable(
      of,
      names,
      [...found.keys()].map(String),
      (candidate, at) => isIn(candidate, found[Number(at)], byName),
      budget,
      true,
    );
    return (thing: Thing | undefined): Formula =>
      listNames(thing).length === 0 || thing === undefined
        ? always
        : { atom: { variable, index: toNumber.get(thing) ?? 0 } };
  };
  const [target, assignee] = [things('target'), things('assignee')];
  const numbers = new Map([...actions].map((name, at) => [name, at]));
  return (part) => [
    part.action === undefined
      ? always
      : { atom: { variable: action.variable, index: numbers.get(part.action.name) ?? 0 } },
    target(part.target),
    assignee(part.assignee),
  ];
}

/** Whether an asset or a party is one, or in one; undefined where nobody says what a collection has in it. */
function isIn(
  candidate: string | undefined,
  thing: Thing | undefined,
  byName: ReadonlyMap<string, readonly Thing[]>,
): boolean | undefined {
  if (thing === undefined) return undefined;
  const names = listNames(thing);
  if (candidate === undefined) return thing.isCollection ? undefined : false;
  if (names.includes(candidate)) return true;
  const own = byName.get(candidate) ?? [];
  if (own.some(({ partOf }) => partOf.some((name) => names.includes(name)))) return true;
  return thing.isCollection ? undefined : false;
}

function toVariable(
  name: string,
  candidates: readonly string[],
  atoms: readonly string[],
  truth: (candidate: string | undefined, atom: string) => boolean | undefined,
  budget: Budget,
  isOpen = false,
): { variable: Variable } {
  const known = new Map<number, boolean | undefined>();
  const truthOn: TruthOn = (cell, atom) => {
    const key = cell * atoms.length + atom;
    if (!known.has(key)) known.set(key, truth(candidates[cell], atoms[atom] ?? ''));
    return known.get(key);
  };
  const cells = Array.from({ length: candidates.length + (isOpen ? 1 : 0) }, (_, cell) => cell);
  const domain = (mode: Mode) => cellDomain(cells, truthOn, mode, budget);
  const variable: Variable = {
    ...opaqueVariable(name, odrl(name), 'value'),
    obscure: undefined,
    domains: { possible: domain('possible'), certain: domain('certain') },
    example: (of) => {
      const iri = candidates[(of as { cells?: readonly number[] }).cells?.[0] ?? 0];
      return iri === undefined ? [] : [{ iri }];
    },
  };
  return { variable };
}
