import { table } from './story/print.ts';
import { benchChecks } from './bench/checks.ts';
import { benchLog } from './bench/log.ts';

const measures = [...(await benchLog()), ...(await benchChecks())];
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
