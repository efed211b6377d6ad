import { line, table } from '../print.ts';
import type { Verdict } from './pool.ts';

/** A verdict, or a survivor that docs/develop/mutants.md explains. */
export type State = Verdict['state'] | 'explained';

/**
 * Prints what became of the mutants, per file and in all.
 *
 * @returns How many of a hundred were killed, of all that could be: a survivor counts, explained or not.
 */
export function report(states: Map<string, State[]>): number {
  const rows = [...states].map(([file, list]) => row(file, list));
  const all = [...states.values()].flat();
  table(['file', 'mutants', 'killed', 'survived', 'explained', 'killed, %'], [...rows, row('all', all)]);
  const [invalid, equivalent, duplicate] = (['invalid', 'equivalent', 'duplicate'] as const).map(
    (state) => all.filter((one) => one === state).length,
  );
  line('');
  line(`  Not counted: ${invalid} that do not compile, ${equivalent} that compile to the same code,`);
  line(`  ${duplicate} that compile to the code of another.`);
  return toShare(all);
}

function row(name: string, list: State[]): string[] {
  const count = (...wanted: State[]) => list.filter((state) => wanted.includes(state)).length;
  return [
    name,
    `${count('killed', 'survived', 'explained')}`,
    `${count('killed')}`,
    `${count('survived')}`,
    `${count('explained')}`,
    toShare(list).toFixed(1),
  ];
}

function toShare(list: State[]): number {
  const killed = list.filter((state) => state === 'killed').length;
  const counted = list.filter((state) => ['killed', 'survived', 'explained'].includes(state)).length;
  return counted === 0 ? 100 : (killed / counted) * 100;
}
