import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gatherCast } from '../../scripts/seed/cast.ts';
import { tellStory } from '../../scripts/story/tellStory.ts';
import { loadSeeds } from '../../seeds/load.ts';
import type { Seeds } from '../../seeds/schema.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeEach(async () => {
  service = await freshService();
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await service.close();
});

/** Tells the story with these seeds; says what each wallet gained. */
async function gainsOf(seeds: Seeds) {
  const { deployment, provider, url, signerOf } = service;
  const cast = await gatherCast(seeds, deployment, provider, signerOf('operator'), url);
  const colours = ['#100000', '#200000', '#300000'];
  const fileOf = () => picture(colours.pop() ?? '#400000');
  const seeded = { works: new Map(), terms: new Map() };
  const { sound, gains } = await tellStory({ seeds, ...cast, fileOf, seeded, deployment, provider, url });
  expect(sound).toBe(true);
  return new Map(
    gains.map(({ person, currency, gained }) => [
      `${person} ${currency === cast.yuan ? 'LCNY' : 'ETH'}`,
      gained,
    ]),
  );
}

it('the story ends with money in three wallets, by the shares of the seeds', async () => {
  const gains = await gainsOf(await loadSeeds('seeds'));
  expect(new Set([...gains.keys()].map((key) => key.split(' ')[0]))).toEqual(
    new Set(['shen-yunzhi', 'qingyun-troupe', 'lantern-fox']),
  );
  // A medallion's licence of 200 and 8 % of what was sold, of which 10 % go up, of which 15 %, of which 85 %.
  const paid = 200n * 10n ** 18n + 2002236n * 10n ** 15n;
  expect(
    [...gains].filter(([key]) => key.endsWith('LCNY')).reduce((sum, [, gained]) => sum + gained, 0n),
  ).toBe(paid);
  expect(gains.get('shen-yunzhi LCNY')).toBe(((((paid / 10n) * 15n) / 100n) * 85n) / 100n);
}, 60_000);

it('another share in the seeds is other money in the wallets', async () => {
  const seeds = await loadSeeds('seeds');
  const mask = seeds.masks.find(({ id }) => id === 'mask-guan-yu');
  if (mask === undefined) throw new Error('no mask');
  mask.payees = [
    { person: 'shen-yunzhi', shareBps: 2500 },
    { person: 'qingyun-troupe', shareBps: 7500 },
  ];
  const gains = await gainsOf(seeds);
  const paid = 200n * 10n ** 18n + 2002236n * 10n ** 15n;
  expect(gains.get('shen-yunzhi LCNY')).toBe(((((paid / 10n) * 15n) / 100n) * 25n) / 100n);
}, 60_000);
