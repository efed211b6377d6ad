import type { Provider } from 'ethers';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../../src/index/follow.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { freshChain } from '../../support/chain.ts';
import { engines, listRows, type Engine } from '../../support/engines.ts';
import { interrupted } from '../../support/interrupted.ts';
import { registration } from '../../support/registration.ts';

describe.each(engines)('on $name', ({ name, start }) => {
  let chain: Awaited<ReturnType<typeof freshChain>>;
  let provider: Provider;
  let engine: Engine;
  beforeAll(async () => {
    chain = await freshChain();
    provider = chain.connection.ethers.provider;
    engine = await start();
  });
  afterAll(() => engine.stop());

  const request = (method: string, ...params: unknown[]): Promise<unknown> =>
    chain.connection.provider.request({ method, params });
  const register = (who: 'painter' | 'troupe', content: string) =>
    chain.contracts.works.connect(chain.cast[who]).register(registration(content, 1), []);
  const rebuilt = async () => {
    const store = await engine.fresh();
    await catchUp(store, provider, chain.deployment);
    return listRows(store);
  };

  it('many blocks that are gone are taken back in one write', async () => {
    const store = await engine.fresh();
    await catchUp(store, provider, chain.deployment);
    const snapshot = await request('evm_snapshot');
    for (let i = 0; i < 6; i += 1) {
      await register('painter', `gone ${i}`);
      await catchUp(store, provider, chain.deployment);
    }
    await request('evm_revert', snapshot);
    await register('troupe', 'instead of six');
    const before = await turnAndBlocks(store);
    const head = await catchUp(store, provider, chain.deployment);

    const after = await turnAndBlocks(store);
    // One write takes back, one reads the block that came instead.
    expect(after.turn - before.turn).toBe(2);
    expect(before.blocks.length - after.blocks.length).toBe(5);
    expect(after.blocks.at(-1)).toBe(head);
    expect(await listRows(store)).toEqual(await rebuilt());
  });

  it('a chain that was reset leaves nothing behind', async () => {
    const store = await engine.fresh();
    await register('painter', 'before the reset');
    await catchUp(store, provider, chain.deployment);
    chain = await freshChain();
    provider = chain.connection.ethers.provider;
    await register('troupe', 'after the reset');
    await catchUp(store, provider, chain.deployment);
    const rows = await listRows(store);
    expect(rows['works']).toHaveLength(1);
    expect(rows).toEqual(await rebuilt());
  });

  it('logs of blocks that go while they are read are not kept', async () => {
    const store = await engine.fresh();
    await catchUp(store, provider, chain.deployment);
    const snapshot = await request('evm_snapshot');
    await register('painter', 'read too early');
    const changing = interrupted(provider, 'getLogs', async () => {
      await request('evm_revert', snapshot);
      await register('troupe', 'came instead');
    });
    await catchUp(store, changing, chain.deployment);
    expect(await listRows(store)).toEqual(await rebuilt());
  });

  it('events are not missed where blocks without any go while they are read', async () => {
    const store = await engine.fresh();
    await catchUp(store, provider, chain.deployment);
    const snapshot = await request('evm_snapshot');
    await request('hardhat_mine', '0x2');
    const changing = interrupted(provider, 'getLogs', async () => {
      await request('evm_revert', snapshot);
      await register('troupe', 'came where nothing was');
      await request('hardhat_mine', '0x1');
    });
    await catchUp(store, changing, chain.deployment);
    expect(await listRows(store)).toEqual(await rebuilt());
  });

  it('the block the store stands at is taken back too if it goes while the next are read', async () => {
    const store = await engine.fresh();
    const snapshot = await request('evm_snapshot');
    await register('painter', 'stood at');
    await catchUp(store, provider, chain.deployment);
    await request('hardhat_mine', '0x1');
    // After the store was compared with the chain, before the range is read.
    const changing = interrupted(provider, 'getBlockNumber', async () => {
      await request('evm_revert', snapshot);
      await register('troupe', 'stands there now');
      await request('hardhat_mine', '0x1');
    });
    await catchUp(store, changing, chain.deployment);
    expect(await listRows(store)).toEqual(await rebuilt());
  });

  it('a chain that never holds still is given up with chain-unstable', async () => {
    const store = await engine.fresh();
    let block = 0;
    const restless = {
      getBlockNumber: () => provider.getBlockNumber(),
      getLogs: () => Promise.resolve([]),
      getBlock: (number: number) => Promise.resolve({ number, hash: `0x${(block += 1)}`, timestamp: 0 }),
    } as unknown as Provider;
    await expect(catchUp(store, restless, chain.deployment)).rejects.toMatchObject({
      code: 'chain-unstable',
    });
    expect(await store.selectFrom('blocks').selectAll().execute()).toEqual([]);
  });

  it('what another follower wrote meanwhile is not written twice', async () => {
    const store = await engine.fresh();
    const other = await engine.again();
    await register('painter', `seen by two on ${name}`);
    const overtaken = interrupted(provider, 'getLogs', () => catchUp(other, provider, chain.deployment));
    const head = await catchUp(store, overtaken, chain.deployment);
    expect(head).toBe(await provider.getBlockNumber());
    expect((await turnAndBlocks(store)).turn).toBe(1);
    expect(await listRows(store)).toEqual(await rebuilt());
  });

  // In one process SQLite cannot wait for itself.
  it.runIf(name === 'PostgreSQL')('followers who write at the same moment write once', async () => {
    const stores = [await engine.fresh(), await engine.again(), await engine.again()];
    await Promise.all(stores.map((store) => catchUp(store, provider, chain.deployment)));
    const rows = await listRows(await engine.again());
    expect(rows).toEqual(await rebuilt());
  });
});

async function turnAndBlocks(store: Kysely<Tables>) {
  const { turn } = await store.selectFrom('cursor').selectAll().executeTakeFirstOrThrow();
  const blocks = await store.selectFrom('blocks').select('number').orderBy('number').execute();
  return { turn, blocks: blocks.map(({ number }) => number) };
}
