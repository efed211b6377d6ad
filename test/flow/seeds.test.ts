import { afterAll, beforeAll, expect, it } from 'vitest';
import { gatherCast } from '../../scripts/seed/cast.ts';
import { seedWorks, type Seeded } from '../../scripts/seed/seedWorks.ts';
import { loadSeeds, worksOf } from '../../seeds/load.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
});
afterAll(async () => {
  await service.close();
});

it('every work of the seeds gets onto a ledger, and no right grows from a source to what was made from it', async () => {
  const seeds = await loadSeeds(`${import.meta.dirname}/../../seeds`);
  const { deployment, provider, url, signerOf, as } = service;
  const cast = await gatherCast(seeds, deployment, provider, signerOf('operator'), url);
  const seeded: Seeded = { works: new Map(), terms: new Map() };
  const works = worksOf(seeds);
  // Any picture will do, if each work has its own: what is drawn is tested elsewhere.
  const fileOf = ({ id }: { id: string }) =>
    picture(
      `#${works
        .findIndex((work) => work.id === id)
        .toString(16)
        .padStart(6, '0')}`,
    );
  await seedWorks(works, seeded, { seeds, ...cast, fileOf }, () => undefined);
  expect(seeded.works.size).toBe(works.length);

  const listed = await as('auditor').work.list({ limit: 200 });
  expect(listed.all).toBe(works.length);
  const byId = new Map(listed.works.map((work) => [work.workId, work]));
  let edges = 0;
  for (const child of listed.works) {
    for (const { workId } of child.metadata?.sources ?? []) {
      const parent = byId.get(workId);
      edges += 1;
      expect(child.ceiling.filter((use) => !parent?.ceiling.includes(use))).toEqual([]);
      expect(child.ceiling.filter((use) => parent?.retained.includes(use))).toEqual([]);
    }
  }
  expect(edges).toBeGreaterThan(10);

  // The community's conditions hold for its element and for all that is made from it.
  const [semar] = listed.works.filter(({ labels }) => labels.length > 0);
  expect(semar).toMatchObject({ labels: ['TK A', 'TK NC'], metadata: { labels: ['TK A', 'TK NC'] } });
  const labelled = listed.works.filter((work) => work.labelled);
  expect(labelled.length).toBe(3);
  for (const { ceiling } of labelled) expect(ceiling).not.toContain('merchandise');
  const [restricted] = listed.works.filter(({ regime }) => regime !== null);
  const academy = cast.accountOf('mingsha-academy');
  expect((await as('auditor').work.accreditation(academy)).attestedBy).toEqual([
    restricted?.regime?.registrar,
  ]);

  const declared = works.filter((work) => 'assistance' in work && work.assistance.length > 0);
  const { log } = await as('auditor').status();
  expect(log.size).toBe(declared.length);
  expect(await as('auditor').trace.ledger()).toMatchObject({ sound: true });

  const pages = [...(await paged())];
  expect(pages).toEqual(listed.works.map(({ workId }) => workId));
}, 120_000);

/** All works, seven at a time. */
async function paged(): Promise<bigint[]> {
  const ids: bigint[] = [];
  for (;;) {
    const after = ids.at(-1);
    const { works } = await service
      .as('auditor')
      .work.list({ limit: 7, ...(after === undefined ? {} : { after }) });
    if (works.length === 0) return ids;
    ids.push(...works.map(({ workId }) => workId));
  }
}
