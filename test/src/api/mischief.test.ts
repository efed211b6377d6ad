import { MaxUint256, ZeroAddress } from 'ethers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { assistanceData } from '../../../src/assistance/record/assistanceData.ts';
import { AssistanceRecord } from '../../../src/assistance/record/Assistance.ts';
import { Declaration } from '../../../src/assistance/record/Declaration.ts';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import { LocalYuan__factory } from '../../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { native, toJson, type Hex } from '../../../src/kernel/values.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';
import { gameTerms, maskDraft, steps } from '../../support/drafts.ts';
import { picture } from '../../support/picture.ts';
import { registration } from '../../support/registration.ts';
import { freshService } from '../../support/service.ts';

/** What somebody can do who means harm, or restores the wrong backup, and what must not come of it. */
let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
beforeEach(async () => {
  service = await freshService();
  ({ workId: mask } = await service.as('painter').work.register(maskDraft, await picture('#b5201c'), steps));
});
afterEach(async () => {
  await service.close();
});

it('metadata that are a picture spoil no list', async () => {
  const { contracts, signerOf, as, url, accounts } = service;
  const bytes = await picture('#0000ff');
  const hash = hashBytes(bytes);
  const spoilt = { ...registration('spoilt', 1), contentHash: hash, metadataHash: hash };
  await (await contracts.works.connect(signerOf('studio')).register(spoilt, [])).wait();
  await fetch(`${url}/v1/files/${hash}`, { method: 'PUT', body: new Blob([bytes.slice()]) });
  const { works } = await as('auditor').work.list();
  expect(works.map(({ metadata }) => metadata === null)).toEqual([false, true]);
  expect((await as('auditor').trace.work(computeWorkId(accounts.studio, hash))).title).toBeNull();
});

it('a hash that a stranger named as a picture still takes the document its owner names', async () => {
  const { contracts, signerOf, as } = service;
  const line = { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1' };
  const draft = { currency: native, period: { from: 1, to: 2 }, lines: [line] };
  const { documentHash } = await as('platform').usage.judge(draft);
  const named = { ...registration('named', 1), contentHash: documentHash };
  await (await contracts.works.connect(signerOf('studio')).register(named, [])).wait();
  expect(await as('platform').usage.file(draft)).toMatchObject({ documentHash });
});

it('a creator’s role that passed on takes no permission along', async () => {
  const { as, accounts, contracts, signerOf } = service;
  const draft = { ...maskDraft, kind: 'derivative' as const, retained: [], sources: [{ workId: `${mask}` }] };
  const { workId } = await as('painter').work.register(draft, await picture('#00ff00'));
  const ask = (use: 'aiTraining' | 'display') =>
    as('troupe').licence.check({ workId: `${workId}`, licensee: accounts.troupe, use });
  const works = contracts.works.connect(signerOf('painter'));
  await (await works.proposeCreator(workId, accounts.troupe)).wait();
  await (await contracts.works.connect(signerOf('troupe')).acceptCreator(workId)).wait();
  await service.ledger.reach();
  expect(await ask('aiTraining')).toMatchObject({ verdict: 'denied', reason: 'use-not-licensed' });

  const { termsId } = await as('painter').licence.offer(mask, {
    ...gameTerms,
    duration: 5000,
    shareAlike: true,
  });
  await as('troupe').licence.acquire(mask, termsId);
  const answer = await ask('display');
  expect(answer).toMatchObject({ verdict: 'permitted-with-duties', reason: 'creator' });
  expect(answer.until).not.toBeNull();
  expect(answer.duties.map(({ duty }) => duty)).toEqual([
    'attribute',
    'share-alike',
    'report-and-pay',
    'pay',
  ]);
});

it('what is paid to other works under a statement’s name settles nothing of it', async () => {
  const { as } = service;
  const { termsId } = await as('painter').licence.offer(mask, { ...gameTerms, price: '0' });
  await as('studio').licence.acquire(mask, termsId);
  const { workId: own } = await as('studio').work.register(maskDraft, await picture('#ffff00'));
  const line = { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1000000' };
  const filed = await as('studio').usage.file({
    currency: native,
    period: { from: 1, to: 2 },
    lines: [line],
  });
  expect(filed.due).toBe(100_000n);
  await as('studio').royalty.pay(own, 100_000n, { reference: filed.reportId });
  expect(await as('studio').usage.find(filed.reportId)).toMatchObject({ paid: 0n });
  await as('studio').royalty.pay(mask, 5n, { reference: termsId });
  await as('auditor').royalty.pay(mask, 7n, { reference: filed.reportId });
  const { payments } = await as('auditor').trace.work(mask);
  expect(payments.map(({ amount, paidFor }) => [amount, paidFor])).toEqual([
    [5n, 'other'],
    [7n, 'other'],
  ]);
  await as('studio').usage.pay(filed.reportId);
  expect((await as('auditor').trace.work(mask)).payments.at(-1)).toMatchObject({ paidFor: 'report' });
});

it('a statement is judged by the licence that costs least, whoever holds the token', async () => {
  const { as, contracts, signerOf, accounts } = service;
  const { termsId } = await as('painter').licence.offer(mask, { ...gameTerms, price: '0' });
  await as('studio').licence.acquire(mask, termsId);
  const works = contracts.works.connect(signerOf('painter'));
  await (await works.transferFrom(accounts.painter, accounts.studio, mask)).wait();
  const line = { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1000' };
  const draft = { currency: native, period: { from: 1, to: 2 }, lines: [line] };
  expect(await as('studio').usage.judge(draft)).toMatchObject({
    due: 100n,
    lines: [{ termsId, licensed: true }],
  });
  await expect(as('studio').usage.judge({ ...draft, currency: accounts.auditor })).rejects.toMatchObject({
    code: 'input-invalid',
    details: { expected: native },
  });
});

it('a token that stops answering leaves the other currencies audited', async () => {
  const { as, accounts, signerOf, provider, deployment } = service;
  const yuan = await new LocalYuan__factory(signerOf('operator')).deploy([accounts.studio], 100n);
  await yuan.waitForDeployment();
  const currency = (await yuan.getAddress()).toLowerCase() as Hex;
  await (await yuan.connect(signerOf('studio')).approve(deployment.royalties, MaxUint256)).wait();
  await as('studio').royalty.pay(mask, 5n, { currency });
  await as('studio').royalty.pay(mask, 6n);
  await provider.send('hardhat_setCode', [currency, '0x60006000fd']);
  const { currencies, sound } = await as('auditor').trace.ledger();
  expect(sound).toBe(false);
  expect(currencies.find((one) => one.currency === ZeroAddress)).toMatchObject({ paidIn: 6n, sound: true });
  expect(currencies.find((one) => one.currency === currency)).toMatchObject({ balance: null, sound: false });
  await expect(as('studio').royalty.pay(mask, 1n, { currency })).rejects.toMatchObject({
    code: 'chain-refused',
  });
});

it('a registration that is there is not sent and paid for again, nor its record logged again', async () => {
  const { provider, accounts, as } = service;
  const { registered } = await as('painter').work.find(mask);
  for (let tries = 0; (await as('painter').status()).log.anchored < 1 && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const before = await provider.getTransactionCount(accounts.operator);
  const { workId, transaction } = await as('painter').work.register(
    maskDraft,
    await picture('#b5201c'),
    steps,
  );
  expect([workId, transaction]).toEqual([mask, registered?.transaction]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await provider.getTransactionCount(accounts.operator)).toBe(before);
  expect(service.ledger.log.size()).toBe(1);
});

it('a record that is there is not logged again in another form of its signature', async () => {
  const { deployment, accounts, signerOf, url, ledger } = service;
  const [logged] = await service.as('auditor').assistance.of(mask);
  if (logged === undefined) throw new Error('no record');
  const v = Number(BigInt(`0x${logged.signature.slice(-2)}`));
  const forms = [
    `0x${logged.signature.slice(2).toUpperCase()}`,
    `${logged.signature.slice(0, -2)}0${v - 27}`,
    logged.signature,
  ];
  for (const signature of forms) {
    const body = toJson({
      chainId: deployment.chainId,
      record: z.encode(AssistanceRecord, logged.record),
      signature,
    });
    await fetch(`${url}/v1/assistance`, { method: 'POST', body });
  }
  expect(ledger.log.size()).toBe(1);

  const [first] = steps;
  const record = { ...logged.record, ...Declaration.parse({ steps: [first, first, steps[1]] }) };
  const { domain, types, message } = assistanceData({ deployment }, record);
  const signed = await signerOf('painter').signTypedData(domain, types, message);
  const signature = `${signed.slice(0, -2)}0${Number(BigInt(`0x${signed.slice(-2)}`)) - 27}`;
  const body = toJson({ chainId: deployment.chainId, record, signature });
  const response = await fetch(`${url}/v1/assistance`, { method: 'POST', body });
  expect(await response.json()).toMatchObject({
    code: 'signature-invalid',
    details: { signer: accounts.painter },
  });
});

it('nothing is permitted while the chain does not answer', async () => {
  const { as, accounts, ledger } = service;
  const { termsId } = await as('painter').licence.offer(mask, { ...gameTerms, price: '0' });
  await as('studio').licence.acquire(mask, termsId);
  const { checkLicence } = await import('../../../src/check/checkLicence.ts');
  const question = { workId: mask, licensee: accounts.studio, use: 'display' as const };
  expect(await checkLicence(ledger, question)).toMatchObject({ verdict: 'permitted-with-duties' });
  // What was reached lately is good enough: these were not.
  const old = { ...ledger, standing: () => ({ ...ledger.standing(), at: ledger.now() - 3600 }) };
  const silent = { ...old, reach: () => new Promise<number>(() => undefined) };
  const dead = { ...old, reach: () => Promise.reject(new Error('gone')) };
  const ahead = { ...old, reach: () => Promise.resolve(1_000_000) };
  for (const broken of [silent, dead, ahead]) {
    expect(await checkLicence(broken, question)).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'index-behind',
      duties: [],
    });
  }
  expect((await checkLicence(ledger, question)).chain).toMatchObject({ state: 'connected', blocks: 0 });
  expect((await checkLicence(ahead, question)).chain.state).toBe('behind');
  expect((await checkLicence(dead, question)).chain.state).toBe('unreachable');
});

it('how old news may be is for the operator to say, and is told with every answer', async () => {
  const { as, accounts, ledger } = service;
  const { checkLicence } = await import('../../../src/check/checkLicence.ts');
  const question = { workId: mask, licensee: accounts.painter, use: 'display' as const };
  const { block } = await as('studio').licence.check({ ...question, workId: `${mask}` });
  /** As `openLedger` does it, with a chain that was last reached a minute ago and is silent since. */
  const allowing = (maxLag: number): typeof ledger => ({
    ...ledger,
    maxLag,
    standing: () => ({ ...ledger.standing(), at: ledger.now() - 60, head: block.number, unreachable: true }),
    reach: (maxAge = 0) =>
      maxAge >= 60 ? Promise.resolve(block.number) : Promise.reject(new Error('no answer')),
  });
  expect(await checkLicence(allowing(3600), question)).toMatchObject({
    verdict: 'permitted',
    chain: { state: 'unreachable', blocks: null, seconds: 60 },
  });
  expect(await checkLicence(allowing(59), question)).toMatchObject({
    verdict: 'cannot-tell',
    reason: 'index-behind',
    chain: { state: 'unreachable', seconds: 60 },
  });
});
