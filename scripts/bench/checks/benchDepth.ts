import { checkLicence } from '../../../src/check/checkLicence.ts';
import type { Ledger } from '../../../src/ports/Ledger.ts';
import type { Use } from '../../../src/work/Uses.ts';
import type { CheckWorld } from './checkWorld.ts';
import { measure, type Measure } from '../measure.ts';

/** Times each line is asked about in a round. */
const times = 100;

/** Checks of works at the end of a long line of works, against those of works made from one other. */
export async function benchDepth(ledger: Ledger, { licensee, lines }: CheckWorld): Promise<Measure[]> {
  const [shallow, deep] = lines;
  if (shallow === undefined || deep === undefined) throw new Error('expected lines of two depths');
  const asking = (works: readonly bigint[], use: Use, reason: string) => async () => {
    for (let time = 0; time < times; time += 1) {
      for (const workId of works) {
        const decision = await checkLicence(ledger, { workId, licensee, use });
        if (decision.reason !== reason) throw new Error(`expected ${reason}, got ${decision.reason}`);
      }
    }
  };
  const measures: Measure[] = [];
  for (const [use, reason, what] of [
    ['display', 'licence', 'permitted'],
    ['broadcast', 'use-above-ceiling', 'denied by the first of the line'],
  ] as const) {
    const name = `checks of works made ${deep.depth} generations on, ${what}`;
    const baseline = `of works made ${shallow.depth} generation on`;
    measures.push(
      await measure(
        { name, baseline },
        deep.works.length * times,
        asking(deep.works, use, reason),
        asking(shallow.works, use, reason),
      ),
    );
  }
  return measures;
}
