import type { JsonRpcProvider, Signer } from 'ethers';
import { loadSeeds, worksOf } from '../../seeds/load.ts';
import type { Deployment } from '../../src/ports/Deployment.ts';
import { gatherCast } from '../seed/cast.ts';
import { drawWork } from '../../seeds/drawing/drawWork.ts';
import { seedWorks, type Seeded } from '../seed/seedWorks.ts';
import { line, progress } from '../print.ts';
import { tellConditions } from './conditions.ts';
import { storyWorks } from './Plot.ts';
import { tellStory } from './tellStory.ts';

/**
 * Loads the seeds into a fresh ledger and tells the story of one mask.
 *
 * @returns whether every wei is accounted for.
 */
export async function startStory(context: {
  deployment: Deployment;
  provider: JsonRpcProvider;
  operator: Signer;
  url: string;
}): Promise<boolean> {
  const { deployment, provider, operator, url } = context;
  const seeds = await loadSeeds(`${import.meta.dirname}/../../seeds`);
  const cast = await gatherCast(seeds, deployment, provider, operator, url);
  // All at once: drawing is what takes long, and sharp works on threads of its own.
  const files = new Map(worksOf(seeds).map((work) => [work.id, drawWork(work, seeds)]));
  const seeded: Seeded = { works: new Map(), terms: new Map() };
  const seedContext = {
    seeds,
    ...cast,
    fileOf: async (work: { id: string }) => (await files.get(work.id)) ?? Buffer.of(),
  };
  const told = storyWorks(seeds);
  const others = worksOf(seeds).filter((work) => !told.includes(work));
  await seedWorks(others, seeded, seedContext, (done, work) => progress(done, others.length, work.title.en));
  progress(others.length, others.length, '');
  line(
    `${others.length} works are registered from the seeds, each by its creator's signature, drawn from its traits.`,
  );
  await tellConditions({ ...seedContext, seeded });
  const { sound } = await tellStory({ ...context, ...seedContext, seeded });
  return sound;
}
