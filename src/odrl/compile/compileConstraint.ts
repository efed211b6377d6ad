import { compareLiterals, equalLiterals, readLiteral, tryLiteral, type Literal } from '../values/Literal.ts';
import { momentLiteral } from '../values/moment.ts';
import { daysOfWeek, type Knowledge } from '../Knowledge.ts';
import type { AtomicConstraint, Constraint, Value } from '../Policy.ts';
import { toName, relate, type Named } from './relate.ts';
import { exactlyOne, no, not, or, unknown, yes, type Truth } from '../Truth.ts';
import { odrl, findOperator, type Operator, type ValueKind } from '../vocabulary.ts';

/** What is stated by whoever asks: the time, and values by the IRI of their left operand. */
export interface Facts {
  /** Milliseconds since 1970; NaN where nobody says the time. */
  time: number;
  facts: ReadonlyMap<string, readonly Value[]>;
}

export type Test = (asked: Facts) => Truth;

/** A constraint ready to be tested. */
export interface CompiledConstraint {
  constraint: Constraint;
  test: Test;
  /** Of a logical constraint those that it is made of; of an atomic one none. */
  parts: readonly CompiledConstraint[];
  /** Whether its left operand and its operator are known; if not it is never more than unknown. */
  understood: boolean;
  /** The values of its left operand; undefined where nobody stated one, or one that cannot be read. */
  values: (asked: Facts) => readonly Literal[] | undefined;
}

/** Constraints of which all have to hold (Information Model 2.5.3). */
export interface CompiledConstraints {
  test: Test;
  parts: readonly CompiledConstraint[];
}

/** @returns Undefined for none. */
export function compileConstraints(
  constraints: readonly Constraint[],
  knowledge: Knowledge,
): CompiledConstraints | undefined {
  if (constraints.length === 0) return undefined;
  const parts = constraints.map((one) => compileConstraint(one, knowledge));
  return { test: all(parts.map(({ test }) => test)), parts };
}

/** The atomic constraints that constraints are made of, in their order. */
export function listAtoms(parts: readonly CompiledConstraint[]): CompiledConstraint[] {
  return parts.flatMap((one) => ('logic' in one.constraint ? listAtoms(one.parts) : [one]));
}

/** A constraint as a test in three values; of a sequence nobody says in which order it was met, so it is as `and`. */
function compileConstraint(constraint: Constraint, knowledge: Knowledge): CompiledConstraint {
  if (!('logic' in constraint)) return compileAtom(constraint, knowledge);
  const parts = constraint.constraints.map((one) => compileConstraint(one, knowledge));
  const tests = parts.map(({ test }) => test);
  const test = {
    and: () => all(tests),
    andSequence: () => all(tests),
    or: () => any(tests),
    xone: () => (asked: Facts) => exactlyOne(tests.map((one) => one(asked))),
  }[constraint.logic]();
  return { constraint, test, parts, understood: true, values: () => undefined };
}

function all(tests: readonly Test[]): Test {
  const [only, second] = tests;
  if (only !== undefined && second === undefined) return only;
  return (asked) => {
    let least: Truth = yes;
    for (const test of tests) {
      const truth = test(asked);
      if (truth === no) return no;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function any(tests: readonly Test[]): Test {
  return (asked) => {
    let most: Truth = no;
    for (const test of tests) {
      const truth = test(asked);
      if (truth === yes) return yes;
      if (truth > most) most = truth;
    }
    return most;
  };
}

/** A constraint of two operands (2.5.1). What nobody stated is its status, if it has one. */
function compileAtom(constraint: AtomicConstraint, knowledge: Knowledge): CompiledConstraint {
  const { leftOperand } = constraint;
  const kind = knowledge.kindOf(leftOperand);
  const operator = findOperator(constraint.operator);
  const values = listValues(constraint, kind ?? 'any');
  if (kind === undefined || operator === undefined) {
    return { constraint, test: () => unknown, parts: [], understood: false, values };
  }
  const rights = constraint.right.map((value) => readLiteral(value, kind));
  const compare = comparing(operator, rights, kind, knowledge);
  const test: Test = (asked) => {
    const found = values(asked);
    return found === undefined || found.length === 0 || rights.length === 0 ? unknown : compare(found);
  };
  return { constraint, test, parts: [], understood: true, values };
}

function listValues(
  { leftOperand, unit, status }: AtomicConstraint,
  kind: ValueKind,
): CompiledConstraint['values'] {
  const already = status === undefined ? undefined : [readLiteral(status, kind)];
  const isTime = leftOperand === odrl('dateTime');
  const isDay = daysOfWeek.has(leftOperand);
  return ({ facts, time }) => {
    const stated = facts.get(leftOperand) ?? (unit === undefined ? undefined : facts.get(unit));
    if (stated !== undefined) return toLiterals(stated, kind);
    if (isTime && !Number.isNaN(time)) return [momentLiteral(time)];
    if (isDay) return toDay(facts.get(odrl('dateTime')), time) ?? already;
    return already;
  };
}

/** Values that cannot be read are as if they were not stated. */
function toLiterals(stated: readonly Value[], kind: ValueKind): Literal[] | undefined {
  const found: Literal[] = [];
  for (const value of stated) {
    const literal = tryLiteral(value, kind);
    if (literal === undefined) return undefined;
    found.push(literal);
  }
  return found;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The day of the week of a stated dateTime where it is, or of the time in UTC. */
function toDay(stated: readonly Value[] | undefined, time: number): Literal[] | undefined {
  const [value] = stated ?? [];
  const moment = value === undefined ? undefined : tryLiteral(value, 'moment');
  const day = days[new Date(moment?.kind === 'moment' ? moment.at : time).getUTCDay()];
  return day === undefined ? undefined : [{ kind: 'text', text: day, language: undefined }];
}

/**
 * What an operator says of the values of a left operand. Where several are stated it has to hold for each; holding for
 * some is unknown, but what contains the right operand may be one of them (`hasPart`, `isAllOf`).
 */
function comparing(
  operator: Operator,
  literals: readonly Literal[],
  kind: ValueKind,
  knowledge: Knowledge,
): (values: readonly Literal[]) => Truth {
  const rights = literals.map((literal) => toName(literal, kind));
  const [right] = rights as [Named];
  const same = (value: Named, other: Named) => sameTruth(value, other, kind, knowledge);
  const within = (value: Named, other: Named) => withinTruth(value, other, kind, knowledge);
  const amongRights = (value: Named) => greatest(rights, (other) => same(value, other));
  const byName = (test: (values: readonly Named[]) => Truth) => (values: readonly Literal[]) =>
    test(values.map((value) => toName(value, kind)));
  switch (operator) {
    case 'eq':
      return byName(forEach((value) => same(value, right)));
    case 'neq':
      return byName((values) => not(greatest(values, (value) => same(value, right))));
    case 'isAnyOf':
      return byName(forEach(amongRights));
    case 'isNoneOf':
      return byName((values) => not(greatest(values, amongRights)));
    case 'isAllOf':
      return byName((values) => least(rights, (other) => greatest(values, (value) => same(value, other))));
    case 'isPartOf':
    case 'isA':
      return byName(forEach((value) => greatest(rights, (other) => within(value, other))));
    case 'hasPart':
      return byName((values) => least(rights, (other) => greatest(values, (value) => within(other, value))));
    case 'lt':
      return forEach((value) => ordered(value, right.literal, (order) => order < 0));
    case 'lteq':
      return forEach((value) => ordered(value, right.literal, (order) => order <= 0));
    case 'gt':
      return forEach((value) => ordered(value, right.literal, (order) => order > 0));
    case 'gteq':
      return forEach((value) => ordered(value, right.literal, (order) => order >= 0));
  }
}

function forEach<T>(test: (value: T) => Truth): (values: readonly T[]) => Truth {
  return (values) => {
    const [first, ...rest] = values as [T, ...T[]];
    const truth = test(first);
    return rest.every((value) => test(value) === truth) ? truth : unknown;
  };
}

function greatest<T>(of: readonly T[], test: (one: T) => Truth): Truth {
  let most: Truth = no;
  for (const one of of) {
    most = or(most, test(one));
    if (most === yes) break;
  }
  return most;
}

function least<T>(of: readonly T[], test: (one: T) => Truth): Truth {
  return not(greatest(of, (one) => not(test(one))));
}

function ordered(value: Literal, right: Literal, holds: (order: number) => boolean): Truth {
  const order = compareLiterals(value, right);
  return order === undefined ? unknown : holds(order) ? yes : no;
}

/**
 * Whether two values are the same. Of named things one within the other it cannot be told: somebody who writes "equals
 * the European Union" may mean what is in it. Where the ontology knows only one of the two it cannot be told either.
 */
function sameTruth(value: Named, other: Named, kind: ValueKind, knowledge: Knowledge): Truth {
  const equal = equalLiterals(value.literal, other.literal);
  if (equal === undefined) return unknown;
  if (equal) return yes;
  if (value.name === undefined || other.name === undefined || !named.has(kind)) return no;
  switch (relate(value, other, kind, knowledge)) {
    case 'same':
      return yes;
    case 'apart':
      return no;
    case 'open':
      return knowledge.isKnown(value.name) !== knowledge.isKnown(other.name) ? unknown : no;
    default:
      return unknown;
  }
}

/** Whether one thing is another, or a part or a kind of it. */
function withinTruth(value: Named, other: Named, kind: ValueKind, knowledge: Knowledge): Truth {
  if (equalLiterals(value.literal, other.literal) === true) return yes;
  switch (relate(value, other, kind, knowledge)) {
    case 'same':
    case 'within':
      return yes;
    case 'open':
      return unknown;
    default:
      return no;
  }
}

/** Kinds of things that may be within one another. */
const named: ReadonlySet<ValueKind> = new Set<ValueKind>(['concept', 'territory', 'language']);
