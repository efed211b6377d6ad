/**
 * A part of a line of exact values that is cut at the values that anybody names: one of those (`low` is `high`), or all
 * that are between two; without an end it goes on for ever.
 *
 * Values are whole numbers of a unit small enough that there is one between any two that are named.
 */
export interface Cell {
  low: bigint | undefined;
  high: bigint | undefined;
  isPoint: boolean;
}

/** A comparison with a value that may be a stretch itself, such as a day, from `from` to before `until`. */
export interface LineAtom {
  relation: 'lt' | 'lteq' | 'gt' | 'gteq' | 'eq';
  from: bigint;
  until: bigint;
  /** How far off the value may be either way: of a time without a zone 14 hours. */
  margin: bigint;
}

/**
 * Cuts a line at all that its atoms name. No value is below the floor or above the ceiling; values are whole multiples of
 * the step.
 */
export function cutLine(
  atoms: readonly LineAtom[],
  {
    floor,
    ceiling,
    step,
  }: { floor: bigint | undefined; ceiling: bigint | undefined; step: bigint | undefined },
): Cell[] {
  const named = new Set([floor, ceiling].filter((end) => end !== undefined));
  for (const { from, until, margin } of atoms) {
    for (const value of [from, until])
      [value - margin, value, value + margin].forEach((cut) => named.add(cut));
  }
  const cuts = [...named].sort((one, other) => (one < other ? -1 : 1));
  const cells: Cell[] = [{ low: undefined, high: cuts[0], isPoint: false }];
  cuts.forEach((cut, index) => {
    cells.push({ low: cut, high: cut, isPoint: true }, { low: cut, high: cuts[index + 1], isPoint: false });
  });
  return cells.filter(
    (cell) =>
      (floor === undefined || toSide(cell, floor) >= 0) &&
      (ceiling === undefined || toSide(cell, ceiling) <= 0) &&
      (step === undefined || hasMultiple(cell, step)),
  );
}

/** What a comparison is on a cell; undefined within its margin. */
export function lineTruth(cell: Cell, { relation, from, until, margin }: LineAtom): boolean | undefined {
  const before = (value: bigint) => compare(value, (side) => side < 0);
  const upTo = (value: bigint) => compare(value, (side) => side <= 0);
  const compare = (value: bigint, holds: (side: number) => boolean) => {
    if (margin === 0n) return holds(toSide(cell, value));
    if (toSide(cell, value - margin) < 0) return true;
    return toSide(cell, value + margin) > 0 ? false : undefined;
  };
  const invert = (truth: boolean | undefined) => (truth === undefined ? undefined : !truth);
  const last = from === until ? upTo(from) : before(until);
  if (relation === 'lt') return before(from);
  if (relation === 'lteq') return last;
  if (relation === 'gteq') return invert(before(from));
  if (relation === 'gt') return invert(last);
  const started = invert(before(from));
  if (started === false || last === false) return false;
  return margin === 0n ? true : undefined;
}

/** A value of a cell, at least so much: a plain one `unit` from an end where there is room, or one in the middle. */
export function toValue(cell: Cell, unit: bigint, atLeast?: bigint): bigint {
  if (cell.isPoint) return cell.low ?? 0n;
  const { high } = cell;
  const low =
    atLeast !== undefined && (cell.low === undefined || atLeast > cell.low) ? atLeast - 1n : cell.low;
  if (low === undefined) return high === undefined ? 0n : high - unit;
  const next = (floorDivide(low, unit) + 1n) * unit;
  return high === undefined || next < high ? next : (low + high) / 2n;
}

/** Below zero where a cell is before a value, above where it is behind; zero where it is the value. */
function toSide(cell: Cell, value: bigint): number {
  if (cell.isPoint) return cell.low === value ? 0 : (cell.low ?? 0n) < value ? -1 : 1;
  return cell.high !== undefined && cell.high <= value ? -1 : 1;
}

function hasMultiple({ low, high, isPoint }: Cell, step: bigint): boolean {
  if (low === undefined || high === undefined) return true;
  if (isPoint) return low % step === 0n;
  return (floorDivide(low, step) + 1n) * step < high;
}

export function floorDivide(one: bigint, by: bigint): bigint {
  const whole = one / by;
  return one % by < 0n ? whole - 1n : whole;
}
