import { spend, type Budget, type Domain, type Mode } from './Domain.ts';
import { conjuncts, listParts, variablesIn, type Atom, type Formula } from './Formula.ts';
import { linkHolds, type Link } from './Link.ts';
import type { Variable } from './Variable.ts';

/** What is left of each variable where a formula holds. */
export type Model = ReadonlyMap<Variable, Domain>;

/**
 * Finds values under which a formula holds, by trying atoms one after the other (Davis, Putnam, Logemann, Loveland), with
 * the domains of the variables as the theory. Parts that share no variable are solved apart from each other.
 *
 * @param from What is already known of variables.
 * @returns Undefined where there are none: in the possible domains that is a proof.
 * @throws BudgetSpent
 */
export function solve(
  formula: Formula,
  mode: Mode,
  links: readonly Link[],
  budget: Budget,
  from: Model = new Map(),
): Model | undefined {
  const rest: Formula[] = [];
  let model: Model | undefined = from;
  for (const part of conjuncts(formula)) {
    const literal = toLiteral(part);
    if (literal === undefined) {
      rest.push(part);
      continue;
    }
    model = decide(model, literal.atom, literal.holds, mode, budget);
    if (model === undefined) return undefined;
  }
  if (!links.every((link) => linkHolds(link, model as Model, mode))) return undefined;
  for (const parts of apart(rest, links)) {
    model = search({ all: parts }, model, mode, links, budget);
    if (model === undefined) return undefined;
  }
  return model;
}

function search(
  formula: Formula,
  from: Model,
  mode: Mode,
  links: readonly Link[],
  budget: Budget,
): Model | undefined {
  const open: Node[] = [{ model: from, passed: new Set() }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { model, passed } = node;
    if (links.some((link) => !linkHolds(link, model, mode))) continue;
    const truth = evaluate(formula, model, mode, budget);
    if (truth === true) return model;
    if (truth === false) continue;
    const next = pick(formula, node, mode, true, budget);
    if (next === undefined) continue;
    // Where an atom may be neither certainly so nor certainly not, the formula may still hold without it.
    if (mode === 'certain' && !next.atom.variable.total) {
      open.push({ model, passed: new Set(passed).add(toName(next.atom)) });
    }
    for (const holds of [!next.holds, next.holds]) {
      const after = decide(model, next.atom, holds, mode, budget);
      if (after !== undefined) open.push({ model: after, passed });
    }
  }
  return undefined;
}

interface Node {
  model: Model;
  /** Atoms that are left as they are. */
  passed: ReadonlySet<string>;
}

function toName({ variable, index }: Atom): string {
  return `${index} ${variable.key}`;
}

/** What a formula is where the variables have the values that are left; undefined where that is not settled. */
export function evaluate(formula: Formula, model: Model, mode: Mode, budget: Budget): boolean | undefined {
  spend(budget, 1);
  if ('atom' in formula) return domainIn(model, formula.atom.variable, mode)?.truth(formula.atom.index);
  if ('not' in formula) {
    const truth = evaluate(formula.not, model, mode, budget);
    return truth === undefined ? undefined : !truth;
  }
  let open = false;
  if ('one' in formula) {
    let held = 0;
    for (const part of formula.one) {
      const truth = evaluate(part, model, mode, budget);
      if (truth === true) held += 1;
      if (held > 1) return false;
      open ||= truth === undefined;
    }
    return open ? undefined : held === 1;
  }
  const ends = 'any' in formula;
  for (const part of ends ? formula.any : formula.all) {
    const truth = evaluate(part, model, mode, budget);
    if (truth === ends) return ends;
    open ||= truth === undefined;
  }
  return open ? undefined : !ends;
}

/** An atom on which it depends whether a formula is as wanted. */
function pick(
  formula: Formula,
  node: Node,
  mode: Mode,
  wanted: boolean,
  budget: Budget,
): { atom: Atom; holds: boolean } | undefined {
  if ('atom' in formula) {
    return node.passed.has(toName(formula.atom)) ? undefined : { atom: formula.atom, holds: wanted };
  }
  if ('not' in formula) return pick(formula.not, node, mode, !wanted, budget);
  const open = listParts(formula).filter((part) => evaluate(part, node.model, mode, budget) === undefined);
  for (const part of [...open.filter(toLiteral), ...open.filter((one) => toLiteral(one) === undefined)]) {
    const found = pick(part, node, mode, wanted, budget);
    if (found !== undefined) return found;
  }
  return undefined;
}

function decide(
  model: Model,
  { variable, index }: Atom,
  holds: boolean,
  mode: Mode,
  budget: Budget,
): Model | undefined {
  spend(budget, 1);
  const after = domainIn(model, variable, mode)?.restrict(index, holds);
  return after === undefined ? undefined : new Map(model).set(variable, after);
}

export function domainIn(model: Model, variable: Variable, mode: Mode): Domain | undefined {
  return model.get(variable) ?? variable.domains[mode];
}

function toLiteral(formula: Formula): { atom: Atom; holds: boolean } | undefined {
  if ('atom' in formula) return { atom: formula.atom, holds: true };
  return 'not' in formula && 'atom' in formula.not ? { atom: formula.not.atom, holds: false } : undefined;
}

/** Groups of formulas that have no variable in common; linked variables count as one. */
function apart(formulas: readonly Formula[], links: readonly Link[]): Formula[][] {
  let groups: { variables: Set<Variable>; formulas: Formula[] }[] = links.map((link) => ({
    variables: new Set([link.within, ...link.parts]),
    formulas: [],
  }));
  for (const formula of formulas) {
    const joined = { variables: variablesIn(formula), formulas: [formula] };
    const others = [];
    for (const group of groups) {
      if ([...group.variables].some((variable) => joined.variables.has(variable))) {
        group.variables.forEach((variable) => joined.variables.add(variable));
        joined.formulas.unshift(...group.formulas);
      } else others.push(group);
    }
    groups = [...others, joined];
  }
  return groups.map((group) => group.formulas).filter((group) => group.length > 0);
}
