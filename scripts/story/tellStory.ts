import { LedgerError } from '../../src/error.ts';
import { worksOf } from '../../seeds/load.ts';
import type { Seeds, SeedDerivative, SeedWork } from '../../seeds/schema.ts';
import type { Deployment } from '../../src/ledger.ts';
import type { JsonRpcProvider } from 'ethers';
import type { SeedContext, Seeded } from '../seeding/seedWorks.ts';
import { registerMask, declareSteps, licenseMask } from './creation.ts';
import { line } from './print.ts';
import { reportUsage, settleAndClaim, traceAll, type Gain } from './money.ts';

export interface StoryContext extends SeedContext {
  seeded: Seeded;
  deployment: Deployment;
  provider: JsonRpcProvider;
  url: string;
}

/** The works the story is about: what is made from one mask, and from that. */
export interface Plot {
  mask: SeedWork;
  /** Made from the mask. */
  skin: SeedDerivative;
  /** Made from the skin. */
  medallion: SeedDerivative;
  /** Who licenses the medallion and reports its use. */
  platform: string;
}

const plotIds = { mask: 'mask-guan-yu', skin: 'guan-yu-skin', medallion: 'guan-yu-medallion' };

/** The works that the story registers itself. */
export function storyWorks(seeds: Seeds): SeedWork[] {
  const { mask, skin, medallion } = plotOf(seeds);
  return [mask, skin, medallion];
}

/**
 * Tells the life of one mask on real transactions, stage by stage. Every number is read back from the chain or from
 * the service's index of it.
 *
 * @returns whether every wei is accounted for, and what each wallet gained.
 */
export async function tellStory(context: StoryContext): Promise<{ sound: boolean; gains: Gain[] }> {
  const plot = plotOf(context.seeds);
  const registered = await registerMask(context, plot);
  await declareSteps(context, plot, registered);
  await licenseMask(context, plot);
  const statement = await reportUsage(context, plot);
  const gains = await settleAndClaim(context, plot, statement);
  const sound = await traceAll(context, plot);
  const workId = context.seeded.works.get(plot.skin.id) ?? 0n;
  line('\nThree commands to try in another terminal, while `npm start` is up:');
  const url = context.url === 'http://127.0.0.1:3000' ? '' : ` --url ${context.url}`;
  line(
    `  npx lianpu${url} licence check ${workId} --licensee ${context.accountOf(plot.platform)} --use merchandise`,
  );
  line(`  npx lianpu${url} trace work ${workId}`);
  line(`  npx lianpu${url} trace ledger`);
  return { sound, gains };
}

function plotOf(seeds: Seeds): Plot {
  const works = worksOf(seeds);
  const find = (id: string) => {
    const work = works.find((one) => one.id === id);
    if (work === undefined)
      throw new LedgerError('input-invalid', `expected ${id} in the seeds, which the story needs`);
    return work;
  };
  const derivative = (id: string): SeedDerivative => {
    const work = find(id);
    if (!('generation' in work)) throw new LedgerError('input-invalid', `expected ${id} to be a derivative`);
    return work;
  };
  const platform = seeds.people.find(({ role }) => role === 'videoPlatform');
  if (platform === undefined)
    throw new LedgerError('input-invalid', 'expected a short-video platform in the seeds');
  return {
    mask: find(plotIds.mask),
    skin: derivative(plotIds.skin),
    medallion: derivative(plotIds.medallion),
    platform: platform.id,
  };
}
