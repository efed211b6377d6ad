import type { Seeds, SeedMask, SeedWork } from '../schema.ts';
import { drawDerivative } from './drawDerivative.ts';
import { drawHeritage } from './drawHeritage.ts';
import { drawMask, isSymmetric } from './drawMask.ts';
import { rasterise } from './svg.ts';

/** The picture of a work as PNG, 1024 × 1024: the same seeds give the same bytes. */
export async function drawWork(work: SeedWork, seeds: Seeds): Promise<Buffer> {
  if ('character' in work) return await rasterise(drawMask(work), isSymmetric(work));
  if ('sources' in work) return await rasterise(drawDerivative(work, maskBehind(work, seeds)));
  return await rasterise(drawHeritage(work));
}

function maskBehind(work: SeedWork, seeds: Seeds): SeedMask | undefined {
  if ('character' in work) return work;
  if (!('sources' in work)) return undefined;
  for (const source of work.sources) {
    const next = [...seeds.masks, ...seeds.derivatives].find(({ id }) => id === source.work);
    const found = next === undefined ? undefined : maskBehind(next, seeds);
    if (found !== undefined) return found;
  }
  return undefined;
}
