import { LedgerError } from '../../src/kernel/LedgerError.ts';
import { worksOf } from '../../seeds/load.ts';
import type { Seeds, SeedDerivative, SeedWork } from '../../seeds/schema.ts';
import { message } from '../../src/messages/Message.ts';

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
  const { mask, skin, medallion } = findPlot(seeds);
  return [mask, skin, medallion];
}

/** Finds the works of the story, and its platform, among the seeds. */
export function findPlot(seeds: Seeds): Plot {
  const works = worksOf(seeds);
  const find = (id: string) => {
    const work = works.find((one) => one.id === id);
    if (work === undefined) throw new LedgerError('input-invalid', message('errors.story-work', { id }));
    return work;
  };
  const derivative = (id: string): SeedDerivative => {
    const work = find(id);
    if (!('generation' in work))
      throw new LedgerError('input-invalid', message('errors.story-derivative', { id }));
    return work;
  };
  const platform = seeds.people.find(({ role }) => role === 'videoPlatform');
  if (platform === undefined) throw new LedgerError('input-invalid', message('errors.story-platform'));
  return {
    mask: find(plotIds.mask),
    skin: derivative(plotIds.skin),
    medallion: derivative(plotIds.medallion),
    platform: platform.id,
  };
}
