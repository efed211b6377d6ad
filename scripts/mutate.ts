import { parseArgs } from 'node:util';
import { toKey, readExplained } from './mutate/explained.ts';
import { splitLines, listMutants, type Mutant } from './mutate/listMutants.ts';
import { judgeAll } from './mutate/pool.ts';
import { report, type State } from './mutate/report.ts';
import { takeSample } from './mutate/takeSample.ts';
import { readTestbed } from './solidity/testbed.ts';
import { line } from './print.ts';

/** How many of a hundred changes the tests have to notice. */
const bar = 90;
const processes = 2;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    list: { type: 'boolean', default: false },
  },
});
const { contracts, trees } = readTestbed();
const files = Object.keys(contracts).filter((file) => holdsRules(file) && isAskedFor(file));
const all = files.flatMap((file) => {
  const tree = trees[file];
  return tree === undefined ? [] : listMutants(file, contracts[file] ?? '', tree);
});
if (all.length === 0) throw new Error(`expected names of files of contracts/, got ${positionals.join(' ')}`);
const mutants =
  values.sample === undefined ? all : takeSample(all, Number(values.sample), Number(values.seed));
if (values.list) mutants.forEach(show);
else if ((await judge()) < bar) process.exitCode = 1;

async function judge(): Promise<number> {
  const start = performance.now();
  const explained = readExplained();
  const states = new Map<string, State[]>(files.map((file) => [file, []]));
  const needed = new Set<string>();
  let judged = 0;
  line(`${mutants.length} of ${all.length} mutants, in ${processes} processes`);
  const told = (mutant: Mutant, state: State) => {
    const { before, after } = toTexts(mutant);
    const key = toKey(mutant.file, before, after);
    const isExplained = state === 'survived' && explained.has(key);
    if (isExplained) needed.add(key);
    states.get(mutant.file)?.push(isExplained ? 'explained' : state);
    if (state === 'survived') {
      line(isExplained ? 'explained' : 'survived');
      show(mutant);
    }
    judged += 1;
    if (judged % 100 === 0) line(`  ${judged} of ${mutants.length}`);
  };
  const left = (tests: string[]) => {
    if (judged === 0) line(`  not asked, as they bound gas: ${tests.join(', ') || 'none'}`);
  };
  await judgeAll(mutants, processes, (mutant, { state }) => told(mutant, state), left);
  line('');
  const share = report(states);
  if (values.sample === undefined && positionals.length === 0) {
    const stale = [...explained].filter((key) => !needed.has(key));
    for (const key of stale) line(`  Explains nothing: ${key.replaceAll('\n', ' | ')}`);
  }
  line(`  ${((performance.now() - start) / 1000).toFixed(0)} s; at least ${bar} % have to be killed.`);
  return share;
}

function holdsRules(file: string): boolean {
  return file.startsWith('contracts/') && !/^contracts\/local\/|\/I[A-Z]\w+\.sol$/.test(file);
}

function isAskedFor(file: string): boolean {
  return positionals.length === 0 || positionals.some((name) => file.endsWith(name));
}

function toTexts(mutant: Mutant): { before: string; after: string } {
  return splitLines(mutant, contracts[mutant.file] ?? '');
}

function show(mutant: Mutant): void {
  const { before, after } = toTexts(mutant);
  line(`  ${mutant.file}:${mutant.line}\n    - ${before}\n    + ${after}`);
}
