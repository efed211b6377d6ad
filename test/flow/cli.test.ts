import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wholeUnits } from '../../src/kernel/Currency.ts';
import { zeroHash } from '../../src/kernel/values.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { gameTerms, maskDraft, steps } from '../support/drafts.ts';

const ether = 10n ** 18n;
const price = ether / 50n;
const due = ether / 20n;
const period = { from: 1_760_000_000, to: 1_762_000_000 };

let line: Awaited<ReturnType<typeof freshCommandLine>>;
/** What the story has made so far, as the command line told it. */
const made = { mask: '', game: '', terms: '', gameTerms: '', statement: '' };

beforeAll(async () => (line = await freshCommandLine()));
afterAll(async () => await line.close());

describe('the life of a work, told through the command line', () => {
  it('the painter registers a mask with what AI did, and needs no gas money', async () => {
    const { accounts, provider, contracts } = line.service;
    const before = await provider.getBalance(accounts.painter);
    const payees = [
      { account: accounts.painter, shareBps: 7000 },
      { account: accounts.troupe, shareBps: 3000 },
    ];
    const draft = await line.json('mask.json', { ...maskDraft, payees });
    const stepsFile = await line.json('steps.json', steps);
    const file = await line.picture('#b5201c');
    const args = ['work', 'register', file, '--draft', draft, '--steps', stepsFile];
    const registered = await line.done('painter', ...args);
    made.mask = registered.workId;
    expect(registered.assistance.record.summary).toMatchObject({
      digitalSourceType:
        'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
      share: 'combined',
    });
    expect(await provider.getBalance(accounts.painter)).toBe(before);
    expect((await contracts.works.ownerOf(BigInt(made.mask))).toLowerCase()).toBe(accounts.painter);

    const [work, assistance, list] = await Promise.all([
      line.done(null, 'work', 'show', made.mask),
      line.done(null, 'assistance', 'show', made.mask),
      line.done(null, 'work', 'list', '--creator', accounts.painter, '--kind', 'opera-mask'),
    ]);
    expect(work).toMatchObject({
      workId: made.mask,
      creator: accounts.painter,
      aiSummary: 'compositeWithTrainedAlgorithmicMedia',
      metadata: { title: maskDraft.title, traits: maskDraft.traits },
    });
    expect(assistance.records).toMatchObject([{ record: { author: accounts.painter } }]);
    expect(list).toMatchObject({ all: 1, works: [{ workId: made.mask }] });
  });

  it('the studio may not use it until it has acquired a licence', async () => {
    const { studio } = line.service.accounts;
    const terms = await line.json('terms.json', { ...gameTerms, currency: 'native', price: `${price}` });
    made.terms = (await line.done('painter', 'licence', 'offer', made.mask, terms)).termsId;
    expect(await check(studio, 'embedInGame')).toMatchObject({
      exit: 3,
      verdict: 'denied',
      reason: 'no-licence',
      offers: [{ termsId: made.terms, price: `${price}`, needsApproval: false }],
    });

    const acquire = ['licence', 'acquire', made.mask, made.terms, '--max-price'];
    expect(await line.refused('studio', ...acquire, wholeUnits(price - 1n, 18))).toMatchObject({
      exit: 1,
      code: 'price-changed',
    });
    await line.done('studio', ...acquire, `${wholeUnits(price, 18)} ETH`);
    const [game, training, held] = await Promise.all([
      check(studio, 'embedInGame'),
      check(studio, 'aiTraining'),
      line.done(null, 'licence', 'list', '--licensee', studio),
    ]);
    expect(game).toMatchObject({ exit: 0, verdict: 'permitted-with-duties', termsId: made.terms });
    expect(training).toMatchObject({ exit: 3, verdict: 'denied', reason: 'use-retained-by-creator' });
    expect(held.licences).toMatchObject([{ workId: made.mask, termsId: made.terms, price: `${price}` }]);
  });

  it('the studio registers what it made from it, and the platform acquires that', async () => {
    const draft = await line.json('game.json', {
      ...maskDraft,
      kind: 'derivative',
      sources: [{ workId: made.mask, termsId: made.terms }],
    });
    const file = await line.picture('#203040');
    made.game = (await line.done('studio', 'work', 'register', file, '--draft', draft)).workId;
    const terms = await line.json('game-terms.json', {
      title: { en: 'Short videos' },
      uses: ['display'],
      currency: 'native',
      price: `${price / 2n}`,
      revenueShareBps: 500,
      approvalRequired: true,
    });
    made.gameTerms = (await line.done('studio', 'licence', 'offer', made.game, terms)).termsId;
    const licence = [made.game, made.gameTerms];
    expect(await line.refused('platform', 'licence', 'acquire', ...licence)).toMatchObject({
      exit: 1,
      code: 'approval-required',
    });
    await line.done('studio', 'licence', 'approve', ...licence, line.service.accounts.platform);
    await line.done('platform', 'licence', 'acquire', ...licence);
  });

  it('the platform hears what is due, files what it used, and pays', async () => {
    const use = { use: 'display', count: 12_000, revenue: `${ether}` };
    const lines = [made.game, made.mask].map((workId) => ({ workId, ...use }));
    const both = await line.json('both.json', { currency: 'native', period, lines });
    const one = await line.json('one.json', { currency: 'native', period, lines: lines.slice(0, 1) });
    const [judged] = await Promise.all([
      line.ask('usage', 'judge', both, '--reporter', line.service.accounts.platform),
      line.done('platform', 'usage', 'judge', one),
    ]);
    expect(judged).toMatchObject({
      exit: 3,
      unlicensed: 1,
      due: `${due}`,
      lines: [{ licensed: true }, { licensed: false, due: '0', decision: { reason: 'no-licence' } }],
    });

    const filed = await line.done('platform', 'usage', 'file', one);
    expect(filed).toMatchObject({ due: `${due}`, paid: '0', unlicensed: 0 });
    made.statement = filed.reportId;
    expect(await line.refused('platform', 'usage', 'file', one)).toMatchObject({
      exit: 1,
      code: 'report-conflict',
    });
    await line.done('platform', 'usage', 'pay', made.statement);
    const [shown, again] = await Promise.all([
      line.done(null, 'usage', 'show', made.statement),
      line.done('platform', 'usage', 'pay', made.statement),
    ]);
    expect(shown.paid).toBe(`${due}`);
    expect(again).toMatchObject({ reportId: made.statement, transaction: null });
  });

  it('anybody settles and claims for the payees, and each gets its share to the last unit', async () => {
    const { accounts, provider } = line.service;
    const toGame = price / 2n + due;
    const toMask = price + toGame / 10n;
    const shares = {
      studio: toGame - toGame / 10n,
      painter: (toMask * 7n) / 10n,
      troupe: (toMask * 3n) / 10n,
    };
    const settle = async () => (await line.done('auditor', 'royalty', 'settle', made.game)).transactions;
    expect(await settle()).toHaveLength(1);
    expect(await settle()).toEqual([]);

    for (const who of ['studio', 'painter', 'troupe'] as const) {
      const before = await provider.getBalance(accounts[who]);
      const credit = await line.done(null, 'royalty', 'credit', accounts[who]);
      expect(credit.currencies).toMatchObject([{ claimable: `${shares[who]}`, claimed: '0' }]);
      const claim = await line.done('auditor', 'royalty', 'claim', '--payee', accounts[who]);
      expect(claim.claimed).toMatchObject([{ amount: `${shares[who]}` }]);
      expect((await provider.getBalance(accounts[who])) - before).toBe(shares[who]);
    }
    const again = await line.done('painter', 'royalty', 'claim');
    expect(again).toMatchObject({ payee: accounts.painter, claimed: [], transaction: null });
  });

  it('the auditor finds every unit, and the same as the chain holds', async () => {
    const { provider, deployment } = line.service;
    await line.done('platform', 'royalty', 'pay', made.mask, wholeUnits(7n, 18), '--reference', zeroHash);
    const held = await provider.getBalance(deployment.royalties);
    expect(held).toBe(7n);
    const paidIn = price + price / 2n + due + held;
    const [audit, trace] = await Promise.all([
      line.done(null, 'trace', 'ledger'),
      line.done(null, 'trace', 'work', made.game),
    ]);
    expect(audit).toMatchObject({
      sound: true,
      works: 2,
      currencies: [
        {
          paidIn: `${paidIn}`,
          claimed: `${paidIn - held}`,
          claimable: '0',
          heldInWorks: `${held}`,
          balance: `${held}`,
          surplus: '0',
        },
      ],
    });
    expect(trace.lineage).toMatchObject([{ workId: made.mask }, { workId: made.game }]);
    expect(trace.payments).toMatchObject([{ paidFor: 'licence' }, { paidFor: 'report' }]);
    for (const { amount, parts } of trace.payments as { amount: string; parts: { amount: string }[] }[]) {
      expect(`${parts.reduce((sum, part) => sum + BigInt(part.amount), 0n)}`).toBe(amount);
    }
  });

  it.each([
    ['status', () => [], () => line.service.deployment.royalties],
    ['work show', () => [made.mask], () => made.mask],
    ['work list', () => [], () => made.game],
    ['assistance show', () => [made.mask], () => line.service.accounts.painter],
    ['licence offers', () => [made.mask], () => '0.02 ETH'],
    ['licence list', () => ['--work', made.mask], () => line.service.accounts.studio],
    ['usage show', () => [made.statement], () => '0.05 ETH'],
    ['royalty credit', () => [line.service.accounts.troupe], () => '0.0078 ETH'],
    ['trace work', () => [made.game], () => line.service.accounts.platform],
    ['trace ledger', () => [], () => '0.000000000000000007 ETH'],
  ])('%s tells people what it tells programs', async (command, args, value) => {
    const { code, stdout, stderr } = await line.read(...command.split(' '), ...args());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(value());
  });

  it('an offer that is withdrawn is open no more', async () => {
    await line.done('painter', 'licence', 'withdraw', made.mask, made.terms);
    expect((await line.done(null, 'licence', 'offers', made.mask)).offers).toMatchObject([{ open: false }]);
    expect(await line.refused('platform', 'licence', 'acquire', made.mask, made.terms)).toMatchObject({
      exit: 1,
      code: 'licence-not-offered',
    });
  });
});

describe('what is refused', () => {
  it.each([
    ['work-unknown', ['work', 'show', '5']],
    ['work-unknown', ['trace', 'work', '5']],
    ['report-unknown', ['usage', 'show', zeroHash]],
  ])('not found, with exit code 5: %s of %s', async (code, args) => {
    expect(await line.refused(null, ...args)).toMatchObject({ exit: 5, stdout: '', code });
  });

  it('nobody can tell whether an unknown work may be used', async () => {
    const answer = await check(line.service.accounts.studio, 'display', '5');
    expect(answer).toMatchObject({ exit: 5, verdict: 'cannot-tell', reason: 'work-unknown' });
  });

  it('a file that is no picture', async () => {
    const draft = await line.json('draft.json', maskDraft);
    expect(await line.refused('painter', 'work', 'register', draft, '--draft', draft)).toMatchObject({
      exit: 2,
      code: 'media-type-unsupported',
    });
  });

  it('a source without a licence, and shares above the whole', async () => {
    const file = await line.picture('#000002');
    const register = async (draft: object) => {
      const drafted = await line.json('draft.json', { ...maskDraft, ...draft });
      return await line.refused('troupe', 'work', 'register', file, '--draft', drafted);
    };
    expect(await register({ sources: [{ workId: made.mask, termsId: made.terms }] })).toMatchObject({
      exit: 1,
      code: 'licence-missing',
    });
    expect(await register({ payees: [{ account: `0x${'11'.repeat(20)}`, shareBps: 9999 }] })).toMatchObject({
      exit: 1,
      code: 'shares-exceed-whole',
    });
    expect((await line.done(null, 'work', 'list')).all).toBe(2);
  });

  it('a use the creator retained, and what only the creator may say', async () => {
    const terms = await line.json('training.json', { ...gameTerms, uses: ['aiTraining'], passOn: [] });
    expect(await line.refused('painter', 'licence', 'offer', made.mask, terms)).toMatchObject({
      exit: 1,
      code: 'use-retained',
    });
    const declare = ['assistance', 'declare', made.mask, join(line.folder, 'steps.json')];
    expect(await line.refused('studio', ...declare)).toMatchObject({ exit: 1, code: 'creator-required' });
  });

  it('a statement of somebody else', async () => {
    const { studio, platform } = line.service.accounts;
    const lines = [{ workId: made.game, use: 'display', count: 1, revenue: '0' }];
    const foreign = { reporter: platform, currency: 'native', period, lines };
    const statement = await line.json('foreign.json', foreign);
    expect(await line.refused('studio', 'usage', 'file', statement)).toMatchObject({
      exit: 2,
      code: 'input-invalid',
      details: { field: 'reporter', expected: studio, got: platform },
    });
  });

  it('another chain than the service is about', async () => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: '0x1' }));
    }).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const rpc = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    const refused = await line.refused('studio', 'royalty', 'pay', made.mask, '1', '--rpc', rpc);
    other.close();
    expect(refused).toMatchObject({ exit: 1, code: 'chain-mismatch', details: { expected: 31337, got: 1 } });
  });
});

async function check(licensee: string, use: string, work = made.mask) {
  return await line.ask('licence', 'check', work, '--licensee', licensee, '--use', use);
}
