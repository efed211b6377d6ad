import { MaxUint256, ZeroAddress } from 'ethers';
import { expect, it } from 'vitest';
import { seedChain } from '../../scripts/seed.ts';
import { loadSeeds, worksOf } from '../../seeds/load.ts';
import { canonicalJson } from '../../src/canonical.ts';
import { LocalYuan__factory } from '../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { catchUp } from '../../src/index/follow.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openSqlite } from '../../src/store/openSqlite.ts';
import { freshChain } from '../support/chain.ts';

it('every work of the seeds gets onto a chain, and no right grows from a source to what was made from it', async () => {
  const { connection, contracts, deployment, cast } = await freshChain();
  const seeds = await loadSeeds(`${import.meta.dirname}/../../seeds`);
  const signers = await connection.ethers.getSigners();
  const signerOf = (id: string) => {
    const signer = signers[seeds.people.find((person) => person.id === id)?.account ?? -1];
    if (signer === undefined) throw new Error(`no account of ${id}`);
    return signer;
  };
  const holders = await Promise.all(signers.slice(0, 8).map((signer) => signer.getAddress()));
  const yuan = await new LocalYuan__factory(cast.operator).deploy(holders, 10n ** 24n);
  for (const { id } of seeds.people) {
    await yuan.connect(signerOf(id)).approve(deployment.royalties, MaxUint256);
  }
  const seeded = await seedChain(seeds, {
    deployment,
    contracts,
    signerOf,
    localYuan: await yuan.getAddress(),
    fileOf: (work) => Promise.resolve(Buffer.from(canonicalJson(work))),
  });
  expect(seeded.works.size).toBe(worksOf(seeds).length);

  const store = openSqlite(':memory:');
  await migrate(store);
  await catchUp(store, connection.ethers.provider, deployment);
  const works = await store.selectFrom('works').selectAll().execute();
  const byId = new Map(works.map((work) => [work.workId, work]));
  const edges = await store.selectFrom('sources').selectAll().execute();
  expect(edges.length).toBeGreaterThan(0);
  for (const { workId, sourceId } of edges) {
    const [child, parent] = [byId.get(workId), byId.get(sourceId)];
    expect((child?.ceiling ?? -1) & ~(parent?.ceiling ?? 0)).toBe(0);
    expect((child?.ceiling ?? -1) & (parent?.retained ?? -1)).toBe(0);
  }
  const paid = await store.selectFrom('payments').select(['currency', 'amount']).execute();
  const native = paid.filter(({ currency }) => currency === ZeroAddress);
  expect(await connection.ethers.provider.getBalance(deployment.royalties)).toBe(
    native.reduce((sum, { amount }) => sum + BigInt(amount), 0n),
  );
  await store.destroy();
}, 120_000);
