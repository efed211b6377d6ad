import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawMask, isSymmetric } from '../../../seeds/drawing/drawMask.ts';
import { drawWork } from '../../../seeds/drawing/drawWork.ts';
import { loadSeeds } from '../../../seeds/load.ts';
import { maskPatterns } from '../../../seeds/schema.ts';

const seeds = await loadSeeds('seeds');
const sample = [
  ...maskPatterns.map((pattern) => seeds.masks.find((mask) => mask.traits.pattern === pattern)),
  seeds.heritage[0],
  seeds.heritage.at(-1),
  seeds.derivatives[0],
  seeds.derivatives.at(-1),
].filter((work) => work !== undefined);

async function mirrored(png: Buffer): Promise<boolean> {
  const plain = await sharp(png).raw().toBuffer();
  return plain.equals(await sharp(png).flop().raw().toBuffer());
}

describe('drawing works', () => {
  it.each(sample.map((work) => [work.id, work] as const))(
    '%s is drawn the same twice, in full size',
    async (_, work) => {
      const png = await drawWork(work, seeds);
      expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1024, height: 1024 });
      expect((await sharp(png).stats()).channels[0]?.stdev).toBeGreaterThan(20);
      expect((await drawWork(work, seeds)).equals(png)).toBe(true);
    },
  );

  it('every mask pattern occurs in the seeds', () => {
    expect(sample.filter((work) => 'character' in work)).toHaveLength(maskPatterns.length);
  });

  it('a mask is symmetric to the pixel unless its pattern is crooked', async () => {
    for (const id of ['mask-guan-yu', 'mask-zheng-ziming']) {
      const mask = seeds.masks.find((one) => one.id === id);
      if (mask === undefined) throw new Error(id);
      expect(isSymmetric(mask)).toBe(id === 'mask-guan-yu');
      expect(await mirrored(await drawWork(mask, seeds))).toBe(isSymmetric(mask));
    }
  });

  it('another trait is another picture', () => {
    const [mask] = seeds.masks;
    if (mask === undefined) throw new Error('no mask');
    const before = drawMask(mask);
    for (const change of [
      { pattern: 'six-part' },
      { brows: 'flame' },
      { eyes: 'round' },
      { nose: 'winged' },
      { mouth: 'fierce' },
      { foreheadMark: 'bat' },
      { beard: 'red' },
    ] as const) {
      expect(drawMask({ ...mask, traits: { ...mask.traits, ...change } })).not.toBe(before);
    }
  });
});
