import { tryLiteral, type Literal } from '../values/Literal.ts';
import type { AtomicConstraint, Constraint } from '../Policy.ts';
import { odrl, findOperator } from '../vocabulary.ts';
import type { Budget } from '../solve/Domain.ts';
import { all, any, type Formula } from '../solve/Formula.ts';
import type { Group, Sort, Use } from '../domains/Group.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { lineSort } from '../domains/lineSort.ts';
import type { Link } from '../solve/Link.ts';
import { memberSort } from '../domains/memberSort.ts';
import { namedSort } from '../domains/namedSort.ts';
import { opaqueSort } from '../domains/opaqueSort.ts';
import { toPeriod } from '../domains/Period.ts';
import type { Obscurity, Variable } from '../solve/Variable.ts';

/** All that two policies speak of, as variables; and their constraints as formulas over them. */
export interface Space {
  formulaOf: (constraint: Constraint) => Formula;
  /** A name that is not understood, which may be so or not. */
  unknown: (name: string) => Formula;
  links: readonly Link[];
  variables: readonly Variable[];
}

/** Constraints, and whether they refine an action, an asset or a party; then they are of its properties. */
export interface Scoped {
  scope: '' | 'action' | 'target' | 'assignee';
  constraint: Constraint;
}

export function createSpace(all: readonly Scoped[], hierarchy: Hierarchy, budget: Budget): Space {
  const placed = new Map<AtomicConstraint, Place>();
  for (const { scope, constraint } of all) place(constraint, scope, undefined, placed);
  const groups = toGroups(placed, hierarchy, budget);
  const sorts = new Map<AtomicConstraint, { sort: Sort; use: Use }>();
  const variables: Variable[] = [];
  for (const group of groups.values()) {
    const sort = toSort(group);
    variables.push(sort.variable);
    for (const use of group.uses) sorts.set(use.constraint, { sort, use });
  }
  const unknown = new Map<string, Formula>();
  return {
    formulaOf: (constraint) => toFormula(constraint, sorts),
    unknown(name) {
      const before = unknown.get(name);
      if (before !== undefined) return before;
      const { variable } = opaqueSort(`unknown ${name}`, name, 'property');
      const formula = { atom: { variable, index: 0 } };
      unknown.set(name, formula);
      return formula;
    },
    links: listLinks(variables),
    variables,
  };
}

interface Place {
  key: string;
  operand: string;
  obscure: Obscurity | undefined;
}

/** Names the variable that each constraint is about. The delays of a sequence are one after the other. */
function place(
  constraint: Constraint,
  scope: Scoped['scope'],
  step: number | undefined,
  found: Map<AtomicConstraint, Place>,
): void {
  if ('logic' in constraint) {
    const inSequence = constraint.logic === 'andSequence';
    constraint.constraints.forEach((part, at) => place(part, scope, inSequence ? at : step, found));
    return;
  }
  const { leftOperand, operator, right } = constraint;
  const isDelay = step !== undefined && leftOperand === odrl('delayPeriod');
  const operand = toPeriod(constraint) === undefined ? leftOperand : odrl('dateTime');
  const key = `${scope} ${operand}${isDelay ? ` ${step}` : ''}`;
  const known = findOperator(operator);
  const isKnown = known !== undefined && right.length > 0;
  found.set(
    constraint,
    isKnown
      ? { key, operand, obscure: undefined }
      : { key: `${key} ${operator}`, operand, obscure: 'operator' },
  );
}

function toGroups(
  placed: ReadonlyMap<AtomicConstraint, Place>,
  hierarchy: Hierarchy,
  budget: Budget,
): Map<string, Group & { obscure: Obscurity | undefined }> {
  const groups = new Map<string, Group & { obscure: Obscurity | undefined }>();
  let digits = 0;
  for (const [constraint, { key, operand, obscure }] of placed) {
    const kind = hierarchy.kindOf(constraint.leftOperand);
    const group = groups.get(key) ?? {
      ...{ key, operand, kind, uses: [], hierarchy, budget, digits: 0 },
      obscure,
    };
    const literals = constraint.right.map((value) => tryLiteral(value, kind));
    if (literals.includes(undefined)) group.obscure ??= 'value';
    const read = literals.filter((literal): literal is Literal => literal !== undefined);
    for (const literal of read)
      if (literal.kind === 'duration') digits = Math.max(digits, literal.rest.length);
    group.uses.push({ constraint, literals: read });
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.digits = digits;
    if (new Set(group.uses.map((use) => use.constraint.unit)).size > 1) group.obscure ??= 'units';
  }
  return groups;
}

const onNames: readonly string[] = [
  'eq',
  'neq',
  'isA',
  'hasPart',
  'isPartOf',
  'isAllOf',
  'isAnyOf',
  'isNoneOf',
];
const onLines: readonly string[] = [
  'eq',
  'neq',
  'lt',
  'lteq',
  'gt',
  'gteq',
  'isAllOf',
  'isAnyOf',
  'isNoneOf',
];

function toSort(group: Group & { obscure: Obscurity | undefined }): Sort {
  const { key, operand, obscure } = group;
  if (obscure !== undefined) return opaqueSort(key, operand, obscure);
  const areAll = (operators: readonly string[]) =>
    group.uses.every(({ constraint }) => operators.includes(findOperator(constraint.operator) ?? ''));
  const isSet = group.uses.some(
    ({ constraint, literals }) => findOperator(constraint.operator) === 'isAllOf' && literals.length > 1,
  );
  if (isSet) return memberSort(group) ?? opaqueSort(key, operand, 'kinds');
  const line = areAll(onLines) ? lineSort(group) : undefined;
  return line ?? (areAll(onNames) ? namedSort(group) : undefined) ?? opaqueSort(key, operand, 'kinds');
}

function toFormula(
  constraint: Constraint,
  sorts: ReadonlyMap<AtomicConstraint, { sort: Sort; use: Use }>,
): Formula {
  if (!('logic' in constraint)) {
    const found = sorts.get(constraint);
    return found === undefined ? any() : found.sort.formulaOf(found.use);
  }
  const parts = constraint.constraints.map((part) => toFormula(part, sorts));
  if (constraint.logic === 'or') return any(...parts);
  return constraint.logic === 'xone' ? { one: parts } : all(...parts);
}

/** Metered time is elapsed time, and so are the delays of a sequence together (Vocabulary 4.5.8, 4.5.10, 4.5.14). */
function listLinks(variables: readonly Variable[]): Link[] {
  const links: Link[] = [];
  for (const within of variables) {
    if (within.key !== ` ${odrl('elapsedTime')}` || within.ends === undefined) continue;
    const metered = variables.find(({ key }) => key === ` ${odrl('meteredTime')}`);
    if (metered?.ends !== undefined) links.push({ parts: [metered], within });
    const delays = variables.filter(({ key }) => key.startsWith(` ${odrl('delayPeriod')} `));
    const timed = delays.filter(({ ends }) => ends !== undefined);
    if (timed.length > 0) links.push({ parts: timed, within });
  }
  return links;
}
