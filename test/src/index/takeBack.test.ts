import type { Provider } from 'ethers';
import { expect, it } from 'vitest';
import { lastCommon, takeBack } from '../../../src/index/takeBack.ts';
import { openStore } from '../../../src/store/openStore.ts';

const numbers = [3, 5, 8, 9, 12, 20, 21, 22, 40];

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'a store of 9 blocks finds that %i of them are the chain’s, and takes the others back',
  async (common) => {
    const store = await openStore(':memory:');
    const blocks = numbers.map((number) => ({ number, hash: `0x${number}`, timestamp: number }));
    await store.insertInto('blocks').values(blocks).execute();
    let questions = 0;
    const provider = {
      getBlock: (number: number) => {
        questions += 1;
        const index = numbers.indexOf(number);
        return Promise.resolve(index < common ? { hash: `0x${number}` } : null);
      },
    } as unknown as Provider;

    const { block, stale } = await lastCommon(store, provider);
    expect({ block, stale }).toEqual({ block: blocks[common - 1], stale: common < 9 });
    expect(questions).toBeLessThanOrEqual(5);

    await store.transaction().execute((trx) => takeBack(trx, block?.number));
    expect(await store.selectFrom('blocks').selectAll().orderBy('number').execute()).toEqual(
      blocks.slice(0, common),
    );
    await store.destroy();
  },
);
