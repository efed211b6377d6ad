import type { Literal } from '../values/Literal.ts';
import { findOperator } from '../vocabulary.ts';
import { cellDomain, type CellDomain, type RangeOf, type TruthOn } from './CellDomain.ts';
import type { Domain } from '../solve/Domain.ts';
import { always, all, ofSet, type Formula } from '../solve/Formula.ts';
import { cutByGrids, type Grid, type GridCell } from './Grid.ts';
import { numbering, type Group, type Sort } from './Group.ts';
import { cutLine, lineTruth, toValue, type LineAtom } from './Line.ts';
import { toMeasure, type Measure } from './measures.ts';
import { opaqueVariable } from './opaqueSort.ts';
import { toPeriod } from './Period.ts';
import type { Ends, Variable } from '../solve/Variable.ts';

type Atom = LineAtom | { grid: number };

/** Grids that one variable may be asked about. */
const mostGrids = 6;

/** A variable whose values are in an order: numbers, times, durations. Undefined where its literals are of no one kind. */
export function lineSort(group: Group): Sort | undefined {
  const { key, operand, kind, budget, uses } = group;
  const periods = uses.map((use) => toPeriod(use.constraint));
  const plain = uses.filter((_, at) => periods[at] === undefined);
  const literals = [
    ...plain.flatMap((use) => use.literals),
    ...periods.flatMap((period) => (period === undefined ? [] : [period.anchor])),
  ];
  const measure = toMeasure(literals, kind, operand, group.digits);
  if (measure === undefined) return undefined;
  const { atoms, indexOf } = numbering<Atom>();
  const grids: Grid[] = [];
  const variable: Variable = { ...opaqueVariable(key, operand, 'value'), obscure: undefined };
  const atom = (name: string, make: () => Atom): Formula => ({
    atom: { variable, index: indexOf(name, make) },
  });
  const compared = (relation: LineAtom['relation'], literal: Literal): Formula => {
    const span = measure.spanOf(literal) ?? { from: 0n, until: 0n };
    const margin = measure.marginOf(literal);
    const name = [relation, span.from, span.until, margin].join(' ');
    return atom(name, () => ({ relation, ...span, margin }));
  };
  const formulas = new Map<Group['uses'][number], Formula>();
  for (const [at, use] of uses.entries()) {
    const period = periods[at];
    if (period === undefined) formulas.set(use, toFormula(use.constraint.operator, use.literals, compared));
    else {
      const anchor = measure.spanOf(period.anchor)?.from ?? 0n;
      const step = (BigInt(period.ms) * measure.unit) / 86_400_000n;
      const name = `grid ${anchor} ${step}`;
      formulas.set(
        use,
        atom(name, () => ({ grid: grids.push({ anchor, period: step }) - 1 })),
      );
    }
  }
  if (grids.length > mostGrids) return undefined;
  const comparisons = atoms.filter((one) => 'relation' in one);
  const cells = cutByGrids(cutLine(comparisons, measure), grids, measure.unit, measure.last);
  if (cells === undefined) return undefined;
  const truthOn: TruthOn = (cell, index) => {
    const [at, one] = [cells[cell], atoms[index]];
    if (at === undefined || one === undefined) return undefined;
    return 'grid' in one ? (at.on & (1 << one.grid)) !== 0 : lineTruth(at, one);
  };
  const numbers = cells.map((_, index) => index);
  variable.total = comparisons.every(({ margin }) => margin === 0n);
  const isPlain = variable.total && grids.length === 0;
  const toRange: RangeOf | undefined = isPlain
    ? remembered((index) => rangeIn(cells, atoms[index]))
    : undefined;
  variable.domains = {
    possible: cellDomain(numbers, truthOn, 'possible', budget, toRange),
    certain: cellDomain(numbers, truthOn, 'certain', budget, toRange),
  };
  variable.example = (domain, atLeast) => exampleIn(domain, cells, measure, atLeast);
  variable.ends = (domain) => listEnds(domain, cells);
  return { variable, formulaOf: (use) => formulas.get(use) ?? always };
}

function toFormula(
  operator: string,
  literals: readonly Literal[],
  compared: (relation: LineAtom['relation'], literal: Literal) => Formula,
): Formula {
  const equal = literals.map((literal) => compared('eq', literal));
  const name = findOperator(operator);
  switch (name) {
    case 'lt':
    case 'lteq':
    case 'gt':
    case 'gteq':
      return all(...literals.map((literal) => compared(name, literal)));
    default:
      return ofSet(name, equal);
  }
}

function remembered<T>(make: (index: number) => T): (index: number) => T {
  const known = new Map<number, T>();
  return (index) => {
    const before = known.get(index) ?? make(index);
    known.set(index, before);
    return before;
  };
}

/** The cells on which a comparison holds: all before some point, all behind, or some between. */
function rangeIn(cells: readonly GridCell[], atom: Atom | undefined): [number, number] {
  if (atom === undefined || 'grid' in atom) return [0, -1];
  const toCount = (relation: LineAtom['relation']) => {
    let [low, high] = [0, cells.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const cell = cells[middle];
      if (cell !== undefined && lineTruth(cell, { ...atom, relation }) === true) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const [before, upTo] = [toCount('lt'), toCount('lteq')];
  switch (atom.relation) {
    case 'lt':
      return [0, before - 1];
    case 'lteq':
      return [0, upTo - 1];
    case 'gt':
      return [upTo, cells.length - 1];
    case 'gteq':
      return [before, cells.length - 1];
    case 'eq':
      return [before, upTo - 1];
  }
}

function exampleIn(domain: Domain, cells: readonly GridCell[], measure: Measure, atLeast?: bigint) {
  const left = (domain as CellDomain).cells
    .map((number) => cells[number])
    .filter((cell) => cell !== undefined);
  const fits = (cell: GridCell) => atLeast === undefined || cell.high === undefined || cell.high >= atLeast;
  const points = left.filter((cell) => cell.isPoint && fits(cell));
  const cell = points[0] ?? left.find(fits) ?? left[0];
  const value = cell && measure.valueOf(cell.value ?? toValue(cell, measure.unit, atLeast));
  return value === undefined ? [] : [value];
}

function listEnds(domain: Domain, cells: readonly GridCell[]): Ends {
  const numbers = (domain as CellDomain).cells;
  const [first, last] = [cells[numbers[0] ?? 0], cells[numbers.at(-1) ?? 0]];
  return {
    low: first?.low ?? 0n,
    lowHeld: first?.isPoint ?? false,
    high: last?.high,
    highHeld: last?.isPoint ?? false,
  };
}
