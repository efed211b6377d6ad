import { Wallet } from 'ethers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { native, type Hex } from '../../../src/kernel/values.ts';
import { gameTerms, maskDraft } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
let terms: Hex;

beforeAll(async () => {
  service = await freshService();
  ({ workId: mask } = await service.as('painter').work.register(maskDraft, await picture('#b5201c')));
  ({ termsId: terms } = await service.as('painter').licence.offer(mask, gameTerms));
});
afterAll(async () => {
  await service.close();
});

it('two works registered at once by one client are both registered', async () => {
  const { work } = service.as('painter');
  const pictures = [await picture('#000001'), await picture('#000002')];
  const made = await Promise.all(pictures.map((bytes) => work.register(maskDraft, bytes)));
  for (const { workId } of made) {
    expect(await work.find(workId)).toMatchObject({ creator: service.accounts.painter });
  }
});

it('two offers made at once by one client both stand', async () => {
  const { licence } = service.as('painter');
  const made = await Promise.all(
    ['1', '2'].map((price) => licence.offer(mask, { ...gameTerms, title: { en: 'Sale' }, price })),
  );
  const offered = (await licence.offers(mask)).map(({ termsId }) => termsId);
  expect(offered).toEqual(expect.arrayContaining(made.map(({ termsId }) => termsId)));
});

it('a refused registration does not hold up the one behind it', async () => {
  const { work } = service.as('painter');
  const [refused, made] = await Promise.allSettled([
    work.register({ ...maskDraft, traits: { pattern: 'other', colours: [] } }, await picture('#b5201c')),
    work.register(maskDraft, await picture('#000003')),
  ]);
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'work-conflict' } });
  expect(made).toMatchObject({ status: 'fulfilled' });
});

it('a call after a refused one goes through, with the same signer', async () => {
  const { licence, royalty } = service.as('studio');
  await royalty.pay(mask, 1n);
  await expect(licence.withdraw(mask, terms)).rejects.toMatchObject({ code: 'creator-required' });
  const { transaction } = await within(10_000, royalty.pay(mask, 2n));
  expect(await service.provider.getTransaction(transaction)).toMatchObject({ value: 2n });
});

it('of calls at once one is refused, and the others go through', async () => {
  const { licence, royalty } = service.as('studio');
  const [, refused, ...paid] = await within(
    20_000,
    Promise.allSettled([
      royalty.pay(mask, 3n),
      licence.withdraw(mask, terms),
      royalty.pay(mask, 4n),
      royalty.pay(mask, 5n),
    ]),
  );
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'creator-required' } });
  expect(paid.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

it('a statement that is paid twice at once is paid once', async () => {
  const { licence, usage } = service.as('platform');
  await licence.acquire(mask, terms);
  const { reportId, due } = await usage.file({
    currency: native,
    period: { from: 1, to: 2 },
    lines: [{ workId: `${mask}`, use: 'display', count: 1, revenue: '1000' }],
  });
  const [first, second] = await Promise.all([usage.pay(reportId), usage.pay(reportId)]);
  expect([first === null, second]).toEqual([false, null]);
  expect(await usage.find(reportId)).toMatchObject({ due, paid: due });
});

it('a payment whose gas price was raised meanwhile is told by the place it has', async () => {
  const { provider, keys } = service;
  await provider.send('evm_setAutomine', [false]);
  try {
    const paying = service.as('auditor').royalty.pay(mask, 6n);
    const sent = await listPending(service.accounts.auditor);
    const replaced = await new Wallet(keys.auditor, provider).sendTransaction({
      to: sent.to,
      data: sent.input,
      value: sent.value,
      nonce: Number(sent.nonce),
      gasLimit: sent.gas,
      maxFeePerGas: BigInt(sent.maxFeePerGas) * 3n,
      maxPriorityFeePerGas: BigInt(sent.maxPriorityFeePerGas) * 3n,
    });
    // ethers looks for a replacement at each block after the first that it hears of.
    const mining = setInterval(() => void provider.send('evm_mine', []), 300);
    const { block, transaction } = await within(20_000, paying).finally(() => {
      clearInterval(mining);
    });
    expect(transaction).toBe(replaced.hash);
    expect(block).toBe((await provider.getTransactionReceipt(replaced.hash))?.blockNumber);
  } finally {
    await provider.send('evm_setAutomine', [true]);
    await provider.send('evm_mine', []);
  }
});

type Sent = Record<
  'from' | 'to' | 'input' | 'value' | 'nonce' | 'gas' | 'maxFeePerGas' | 'maxPriorityFeePerGas',
  Hex
>;

async function listPending(account: Hex): Promise<Sent> {
  for (;;) {
    const pending = (await service.provider.send('eth_pendingTransactions', [])) as Sent[];
    const found = pending.find(({ from }) => from === account);
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A transaction behind a hole in the nonces is never in a block. */
async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, milliseconds, new Error(`expected an answer within ${milliseconds} ms`)).unref();
  });
  return await Promise.race([answer, late]);
}
