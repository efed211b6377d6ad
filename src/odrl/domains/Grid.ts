import { toValue, type Cell } from './Line.ts';

/** Points on a line: an anchor and every period after it. */
export interface Grid {
  anchor: bigint;
  period: bigint;
}

/** A part of a cell that is on some grids and on none of the others, with a value in it. */
export interface GridCell extends Cell {
  /** Which grids it is on, one bit each. */
  on: number;
  value: bigint | undefined;
}

/** Points of a grid that are looked at in one cell. */
const mostPoints = 10_000;

export function isOn({ anchor, period }: Grid, value: bigint): boolean {
  return value >= anchor && (value - anchor) % period === 0n;
}

/**
 * Cuts cells by the grids their values are on, exactly: by the points that grids have in common (Chinese remainders).
 *
 * @param last No value is behind it.
 * @returns Undefined where that takes too many points to tell.
 */
export function cutByGrids(
  cells: readonly Cell[],
  grids: readonly Grid[],
  unit: bigint,
  last: bigint | undefined,
): GridCell[] | undefined {
  if (grids.length === 0) return cells.map((cell) => ({ ...cell, on: 0, value: undefined }));
  const found: GridCell[] = [];
  for (const cell of cells) {
    if (cell.isPoint) {
      const value = cell.low ?? 0n;
      found.push({ ...cell, on: countBits(grids, value), value });
      continue;
    }
    for (let on = 0; on < 2 ** grids.length; on += 1) {
      const value = on === 0 ? offAll(cell, grids, unit) : pointOn(cell, grids, on, last);
      if (value === 'unknown') return undefined;
      if (value !== undefined) found.push({ ...cell, on, value });
    }
  }
  return found;
}

function countBits(grids: readonly Grid[], value: bigint): number {
  return grids.reduce((bits, grid, at) => bits | (isOn(grid, value) ? 1 << at : 0), 0);
}

/** Of a stretch there are always values off all grids: it is dense, and they are not. */
function offAll(cell: Cell, grids: readonly Grid[], unit: bigint): bigint | undefined {
  const value = toValue(cell, unit);
  for (const near of [0n, 1n, -1n, 2n, -2n, 3n, -3n, 4n, -4n]) {
    const other = value + near;
    const inside = (cell.low ?? other - 1n) < other && other < (cell.high ?? other + 1n);
    if (inside && countBits(grids, other) === 0) return other;
  }
  return value;
}

function pointOn(
  cell: Cell,
  grids: readonly Grid[],
  on: number,
  last: bigint | undefined,
): bigint | undefined | 'unknown' {
  const chosen = grids.filter((_, at) => (on & (1 << at)) !== 0);
  const shared = chosen
    .slice(1)
    .reduce<Grid | undefined>((one, other) => (one === undefined ? undefined : meet(one, other)), chosen[0]);
  if (shared === undefined) return undefined;
  const { anchor, period } = shared;
  const common = grids
    .filter((_, at) => (on & (1 << at)) === 0)
    .flatMap((other) => meet(shared, other) ?? []);
  let value = anchor;
  if (cell.low !== undefined && cell.low >= anchor) value += ((cell.low - anchor) / period + 1n) * period;
  // Once all others have started, what is on them comes again and again.
  const started = common.reduce((last, other) => (other.anchor > last ? other.anchor : last), value);
  const cycle = common.reduce((all, other) => all * (other.period / divide(all, other.period)[0]), period);
  const round = started + cycle;
  const end = last === undefined || last >= round ? round : last + 1n;
  for (let points = 0; value < end && (cell.high === undefined || value < cell.high); points += 1) {
    if (countBits(grids, value) === on) return value;
    if (points === mostPoints) return 'unknown';
    value += period;
  }
  return undefined;
}

/** The points that two grids have in common, which are a grid; undefined where there are none. */
export function meet(one: Grid, other: Grid): Grid | undefined {
  const [divisor, factor] = divide(one.period, other.period);
  const apart = other.anchor - one.anchor;
  if (apart % divisor !== 0n) return undefined;
  const period = (one.period / divisor) * other.period;
  const steps = (apart / divisor) * factor;
  const point = one.anchor + one.period * (steps % (other.period / divisor));
  const last = one.anchor > other.anchor ? one.anchor : other.anchor;
  const behind = (last - point) % period;
  return { anchor: behind === 0n ? last : last - behind + (behind > 0n ? period : 0n), period };
}

/** The greatest common divisor, and how often the first goes into it modulo the second (extended Euclid). */
function divide(one: bigint, other: bigint): [bigint, bigint] {
  let [a, b, factor, next] = [one, other, 1n, 0n];
  while (b !== 0n) {
    const times = a / b;
    [a, b, factor, next] = [b, a - times * b, next, factor - times * next];
  }
  return [a, factor];
}
