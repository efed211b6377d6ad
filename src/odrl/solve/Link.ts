import type { Domain, Mode } from './Domain.ts';
import type { Variable } from './Variable.ts';

/**
 * The values of some variables together are at most the value of another: time that is metered is time that elapses, and
 * the delays of a sequence pass one after the other within the time that elapses.
 */
export interface Link {
  parts: readonly Variable[];
  within: Variable;
}

/** Whether there are such values: the lowest of the parts against the highest of what they are within. */
export function linkHolds(
  { parts, within }: Link,
  model: ReadonlyMap<Variable, Domain>,
  mode: Mode,
): boolean {
  const listEnds = (variable: Variable) => {
    const domain = model.get(variable) ?? variable.domains[mode];
    return domain === undefined ? undefined : variable.ends?.(domain);
  };
  const outer = listEnds(within);
  const inner = parts.map(listEnds);
  if (outer?.high === undefined || inner.includes(undefined)) return true;
  const low = inner.reduce((sum, ends) => sum + (ends?.low ?? 0n), 0n);
  const held = outer.highHeld && inner.every((ends) => ends?.lowHeld === true);
  return low < outer.high || (low === outer.high && held);
}
