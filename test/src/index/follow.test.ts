import { ZeroAddress, ZeroHash, toBeHex } from 'ethers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import { catchUp } from '../../../src/index/follow.ts';
import { auditLedger } from '../../../src/trace/auditLedger.ts';
import { readFacts } from '../../../src/store/readFacts.ts';
import { native } from '../../../src/kernel/values.ts';
import { usesToBits } from '../../../src/work/Uses.ts';
import { freshChain } from '../../support/chain.ts';
import { engines, listRows, type Engine } from '../../support/engines.ts';
import { registration } from '../../support/registration.ts';

describe.each(engines)('on $name', ({ start }) => {
  let chain: Awaited<ReturnType<typeof freshChain>>;
  let engine: Engine;
  beforeAll(async () => {
    chain = await freshChain();
    engine = await start();
  });
  afterAll(() => engine.stop());

  it('the index rebuilds the story of a mask from events, and its money adds up', async () => {
    const { contracts, cast, connection, deployment } = chain;
    const store = await engine.fresh();
    const mask = registration('mask', 1);
    await contracts.works.connect(cast.painter).register(mask, []);
    const maskId = await contracts.works.workIdOf(cast.painter, mask.contentHash);
    const terms = {
      uses: usesToBits(['display', 'adapt', 'embedInGame']),
      passOn: usesToBits(['display', 'embedInGame']),
      currency: ZeroAddress,
      price: 1000n,
      revenueShareBps: 1500,
      duration: 0,
      cap: 0,
      flags: 1,
      documentHash: hashBytes(Buffer.from('terms')),
    };
    await contracts.licences.connect(cast.painter).offer(maskId, terms);
    await contracts.licences
      .connect(cast.studio)
      .acquire(maskId, terms, cast.studio, 1, 1000n, { value: 1000n });
    const termsId = (await contracts.licences.termsIdOf(terms)) as `0x${string}`;
    const source = { workId: maskId, termsId, shareBps: 1500, absolute: false };
    const character = { ...registration('character', 2), sources: [source] };
    await contracts.works.connect(cast.studio).register(character, []);
    const characterId = await contracts.works.workIdOf(cast.studio, character.contentHash);
    await contracts.royalties
      .connect(cast.platform)
      .pay(characterId, ZeroAddress, 777n, ZeroHash, { value: 777n });
    await catchUp(store, connection.ethers.provider, deployment);

    const fixed = await store.selectFrom('shares').selectAll().executeTakeFirstOrThrow();
    const settlements = [
      { workId: characterId, shares: JSON.parse(fixed.shares) as never },
      { workId: maskId, shares: { sources: [], inherited: [], payees: [] } },
    ];
    await contracts.royalties.settle(settlements, ZeroAddress);
    await contracts.royalties.claim(cast.painter, [ZeroAddress]);
    await catchUp(store, connection.ethers.provider, deployment);

    expect(await store.selectFrom('works').select(['workId', 'ceiling']).orderBy('block').execute()).toEqual([
      {
        workId: toBeHex(maskId, 32),
        ceiling: usesToBits([
          'display',
          'reproduce',
          'distribute',
          'perform',
          'adapt',
          'merchandise',
          'embedInGame',
          'broadcast',
          'textAndDataMining',
          'aiGeneration',
        ]),
      },
      { workId: toBeHex(characterId, 32), ceiling: usesToBits(['display', 'embedInGame']) },
    ]);
    const balance = await connection.ethers.provider.getBalance(deployment.royalties);
    const [audited] = auditLedger(
      await readFacts(store, (facts) => facts.money()),
      [native],
      new Map([[native, balance]]),
    );
    // 15 % of 777 is 116.55: the painter gets 116 and the price, the studio the rest.
    expect(audited).toMatchObject({
      paidIn: 1777n,
      claimed: 1116n,
      claimable: 661n,
      heldInWorks: 0n,
      sound: true,
    });
    expect(audited?.balance).toBe(661n);
  });

  it('what a reorganisation took back leaves the index, and the index equals one built from nothing', async () => {
    const { contracts, cast, connection, deployment } = chain;
    const store = await engine.fresh();
    const snapshot: unknown = await connection.provider.request({ method: 'evm_snapshot' });
    await contracts.works.connect(cast.troupe).register(registration('taken back', 1), []);
    await catchUp(store, connection.ethers.provider, deployment);
    const before = await store.selectFrom('works').select('workId').execute();

    await connection.provider.request({ method: 'evm_revert', params: [snapshot] });
    await contracts.works.connect(cast.academy).register(registration('instead', 1), []);
    await catchUp(store, connection.ethers.provider, deployment);

    const after = await store.selectFrom('works').select('workId').execute();
    expect(after).not.toEqual(before);
    expect(after.length).toBe(before.length);
    const followed = await listRows(store);
    const rebuilt = await engine.fresh();
    await catchUp(rebuilt, connection.ethers.provider, deployment);
    expect(followed).toEqual(await listRows(rebuilt));
  });
});

it('both engines hold the same rows of one chain, numbers as numbers', async () => {
  const { contracts, cast, connection, deployment } = await freshChain();
  await contracts.works.connect(cast.painter).register(registration('mask', 1), []);
  const workId = await contracts.works.workIdOf(cast.painter, registration('mask', 1).contentHash);
  await contracts.royalties
    .connect(cast.platform)
    .pay(workId, ZeroAddress, 10n ** 18n, ZeroHash, { value: 10n ** 18n });
  const held: unknown[] = [];
  for (const { start } of engines) {
    const engine = await start();
    const store = await engine.fresh();
    await catchUp(store, connection.ethers.provider, deployment);
    const blocks = await store.selectFrom('blocks').selectAll().orderBy('number').execute();
    held.push({ blocks, rows: await listRows(store) });
    await engine.stop();
  }
  expect(held[0]).toMatchObject({ rows: { payments: [expect.any(String)] } });
  expect(held[0]).toEqual(held[1]);
});
