import { parseArgs } from 'node:util';
import { line, table } from './print.ts';
import { benchBulk } from './bench/bulk/benchBulk.ts';
import { benchLog } from './bench/benchLog.ts';
import { benchPolicies } from './bench/benchPolicies.ts';
import { benchSignatures } from './bench/benchSignatures.ts';
import { benchTree } from './bench/benchTree.ts';

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '1000000' }, rounds: { type: 'string', default: '3' } },
});
const [entries, rounds] = [Number(values.entries), Number(values.rounds)];
const bulk = await benchBulk(entries, rounds);
// Loads a local chain, whose memory would be counted with that of the log.
const { benchChecks } = await import('./bench/checks/benchChecks.ts');
const checks = await benchChecks(entries);
const measures = [
  ...bulk.measures,
  ...(await benchTree(entries)),
  ...(await benchSignatures()),
  ...(await benchLog()),
  ...checks.measures,
];
table(
  ['what', 'a second', 'against', 'a second', 'times as long'],
  measures.map(({ name, perSecond, baseline, baselinePerSecond, ratio }) => [
    name,
    perSecond.toFixed(0),
    baseline,
    baselinePerSecond.toFixed(0),
    ratio.toFixed(2),
  ]),
);
for (const note of [...bulk.notes, ...checks.notes, ...benchPolicies()]) line(note);
