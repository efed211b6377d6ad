import { ZeroHash, type Provider } from 'ethers';
import { beforeAll, expect, it } from 'vitest';
import { readRange } from '../../../src/index/readRange.ts';
import { freshChain } from '../../support/chain.ts';
import { registration } from '../../support/registration.ts';

let chain: Awaited<ReturnType<typeof freshChain>>;
let range: Parameters<typeof readRange>[1];
beforeAll(async () => {
  chain = await freshChain();
  const { contracts, cast, connection, deployment } = chain;
  await contracts.works.connect(cast.painter).register(registration('mask', 1), []);
  await connection.provider.request({ method: 'hardhat_mine', params: ['0x5'] });
  const to = await connection.ethers.provider.getBlockNumber();
  range = { after: { number: deployment.block - 1 }, to, address: [deployment.works] };
});

it('a range is its logs, the blocks they are in and its last block, in the order of the chain', async () => {
  const read = await readRange(chain.connection.ethers.provider, range);
  const logged = new Set(read?.logs.map(({ blockNumber }) => blockNumber));
  expect(logged.size).toBeGreaterThan(0);
  expect(read?.blocks.map(({ number }) => number)).toEqual([...logged, range.to]);
});

it('logs of a block that the chain has otherwise are not given', async () => {
  const { provider } = chain.connection.ethers;
  const divided = {
    getBlock: (number: number) => provider.getBlock(number),
    getLogs: async (filter: Parameters<Provider['getLogs']>[0]) =>
      (await provider.getLogs(filter)).map((log) => ({ ...log, blockHash: ZeroHash })),
  } as unknown as Provider;
  expect(await readRange(divided, range)).toBeUndefined();
});

it('a range beyond the head is not given', async () => {
  const beyond = { ...range, to: range.to + 1 };
  expect(await readRange(chain.connection.ethers.provider, beyond)).toBeUndefined();
});
