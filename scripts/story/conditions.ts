import type { SeedContext, Seeded } from '../seed/seedWorks.ts';
import { worksOf } from '../../seeds/load.ts';
import { useNames } from '../../src/work/Uses.ts';
import { labelNames } from '../../src/work/Labels.ts';
import { line } from '../print.ts';

/** Says which of the seeds stand under a community's labels, or trade under a regime, as the service has them. */
export async function tellConditions({
  seeds,
  seeded,
  clientOf,
  accountOf,
}: SeedContext & { seeded: Seeded }): Promise<void> {
  const toName = (account: string) =>
    seeds.people.find(({ id }) => accountOf(id) === account)?.names.en ?? account;
  for (const seed of worksOf(seeds)) {
    const { id, title, creator, regime } = seed;
    const labels = 'labels' in seed ? seed.labels : [];
    const workId = seeded.works.get(id);
    if (workId === undefined || (labels.length === 0 && regime === undefined)) continue;
    const client = clientOf(creator);
    const work = await client.work.find(workId);
    if (work.labels.length > 0) {
      const named = work.labels.map((label) => `${label} ${labelNames[label]}`).join(', ');
      const closed = useNames.filter((use) => !work.ceiling.includes(use) && !work.retained.includes(use));
      const { lineage } = await client.trace.work(workId);
      const made = lineage.filter(({ generation }) => generation > 0).length;
      line(
        `“${title.en}” stands under its community's labels ${named}: nobody licenses ${closed.join(' or ')} of it, nor of the ${made} works made from it.`,
      );
    }
    if (work.regime !== null) {
      line(
        `“${title.en}” is a restricted token: it passes only to holders that ${toName(work.regime.registrar)} vouches for.`,
      );
    }
  }
}
