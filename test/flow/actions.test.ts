import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { curePeriod } from '../../src/terms/Breach.ts';
import { presetTerms } from '../../src/terms/draft/presets.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import { compiled } from '../support/compile.ts';
import { gameTerms, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService, passTime } from '../support/service.ts';

const day = 86_400;
let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
});
afterAll(() => service.close());

let colour = 0;
/** A picture that no other work has. */
const fresh = () => picture(`#${(0x100000 + ++colour).toString(16)}`);

async function mask(draft: object = {}) {
  return (await service.as('painter').work.register({ ...maskDraft, ...draft }, await fresh())).workId;
}

describe('a community', () => {
  it('closes uses by labels, for its element and whatever is made from it, and a check says so', async () => {
    const { as, accounts } = service;
    const { workId: element } = await as('academy').work.register(
      { ...maskDraft, kind: 'heritage-element', retained: [], labels: ['TK NC', 'TK A'] },
      await fresh(),
    );
    const found = await as('auditor').work.find(element);
    expect(found).toMatchObject({
      labels: ['TK A', 'TK NC'],
      labelled: true,
      metadata: { labels: ['TK A', 'TK NC'] },
    });
    expect(found.ceiling).not.toContain('merchandise');
    const { termsId } = await as('academy').licence.offer(element, presetTerms('nonCommercialShareAlike'));
    await as('studio').licence.acquire(element, termsId);
    const { workId: made } = await as('studio').work.register(
      {
        ...maskDraft,
        kind: 'derivative',
        retained: [],
        holderUses: [],
        sources: [{ workId: `${element}`, termsId }],
      },
      await fresh(),
    );
    expect(await as('auditor').work.find(made)).toMatchObject({ labels: [], labelled: true });

    const ask = (workId: bigint, use: 'merchandise' | 'display' | 'broadcast', purpose?: 'commercial') =>
      as('platform').licence.check({
        workId: `${workId}`,
        licensee: workId === element ? accounts.studio : accounts.platform,
        use,
        ...(purpose === undefined ? {} : { purpose }),
      });
    expect(await ask(element, 'merchandise')).toMatchObject({
      verdict: 'denied',
      reason: 'closed-by-community',
      clause: 'labels.TK NC',
    });
    expect(await ask(made, 'merchandise')).toMatchObject({
      reason: 'closed-by-community',
      clause: `sources.${element}.labels.TK NC`,
    });
    // What the licence did not pass on is told apart.
    expect(await ask(made, 'broadcast')).toMatchObject({ reason: 'use-above-ceiling' });
    expect(await ask(element, 'display')).toMatchObject({ reason: 'fact-missing', missing: ['purpose'] });
    expect(await ask(element, 'display', 'commercial')).toMatchObject({
      verdict: 'denied',
      reason: 'purpose-not-licensed',
    });
  });

  it('is accredited, and an element of its own: others set no labels', async () => {
    const { as, accounts } = service;
    expect(await as('auditor').work.accreditation(accounts.academy)).toEqual({
      account: accounts.academy,
      roles: ['custodian', 'community'],
      attestedBy: [],
    });
    await expect(mask({ labels: ['TK NC'] })).rejects.toMatchObject({ code: 'community-required' });
    await expect(mask({ labels: ['TK NC', 'TK NC'] })).rejects.toMatchObject({ code: 'input-invalid' });
    const conflicting = { ...maskDraft, kind: 'heritage-element' as const, retained: [] };
    const bytes = await fresh();
    await as('academy').work.register(conflicting, bytes);
    await expect(
      as('academy').work.register({ ...conflicting, labels: ['TK S'] }, bytes),
    ).rejects.toMatchObject({ code: 'work-conflict' });
  });
});

describe('a restricted token', () => {
  it('names a registrar that is accredited', async () => {
    const regime = { registrar: service.accounts.studio, maxTransfers: 1 };
    await expect(mask({ regime })).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

describe('a licence', () => {
  it('is bought by the unit, for somebody else, and passed on in part', async () => {
    const { as, accounts } = service;
    const workId = await mask();
    const { termsId } = await as('painter').licence.offer(workId, { ...gameTerms, transferable: true });
    await as('studio').licence.acquire(workId, termsId, { units: 3, licensee: accounts.troupe });
    await as('troupe').licence.transfer(workId, termsId, accounts.platform, 1);
    const held = async () =>
      (await as('auditor').licence.licences({ workId })).map(({ licensee, units, price }) => [
        licensee,
        units,
        price,
      ]);
    const price = BigInt(gameTerms.price);
    expect(await held()).toEqual([
      [accounts.troupe, 2, 3n * price],
      [accounts.platform, 1, 0n],
    ]);
    expect((await as('auditor').trace.work(workId)).payments[0]).toMatchObject({
      payer: accounts.studio,
      amount: 3n * price,
      paidFor: 'licence',
    });
    await expect(as('troupe').licence.transfer(workId, termsId, accounts.platform, 3)).rejects.toMatchObject({
      code: 'units-invalid',
    });
    await as('troupe').licence.transfer(workId, termsId, accounts.platform);
    const ask = { workId: `${workId}`, licensee: accounts.troupe, use: 'display' as const };
    expect(await as('auditor').licence.check(ask)).toMatchObject({ reason: 'no-licence' });
  });

  it('of a derivative ends with the one it was made under, until that is renewed and the end revised', async () => {
    const { as } = service;
    const workId = await mask({ retained: [] });
    const { termsId } = await as('painter').licence.offer(workId, { ...gameTerms, duration: 20 * day });
    await as('studio').licence.acquire(workId, termsId);
    const { workId: made } = await as('studio').work.register(
      {
        ...maskDraft,
        kind: 'derivative',
        retained: [],
        holderUses: [],
        sources: [{ workId: `${workId}`, termsId }],
      },
      await fresh(),
    );
    const { until } = await as('studio').work.find(made);
    expect(until).not.toBeNull();
    const endless = { ...gameTerms, uses: ['display' as const], passOn: [] };
    await expect(as('studio').licence.offer(made, endless)).rejects.toMatchObject({
      code: 'licence-outlives-source',
    });
    const { termsId: month } = await as('studio').licence.offer(made, { ...endless, duration: 30 * day });
    await expect(as('platform').licence.acquire(made, month)).rejects.toMatchObject({
      code: 'licence-outlives-source',
    });
    await as('studio').licence.acquire(workId, termsId);
    await as('auditor').work.reviseEnd(made);
    expect((await as('studio').work.find(made)).until).toBeGreaterThan(until ?? 0);
    await as('platform').licence.acquire(made, month);
  });
});

describe('works and money', () => {
  it('several works are registered by one transaction, all or none', async () => {
    const { as } = service;
    const works = [
      { draft: maskDraft, bytes: await fresh(), making: steps },
      { draft: { ...maskDraft, title: { en: 'Another' } }, bytes: await fresh() },
    ];
    const registered = await as('troupe').work.registerMany(works);
    expect(new Set(registered.map(({ transaction }) => transaction)).size).toBe(1);
    expect(registered.map(({ assistance }) => assistance === null)).toEqual([false, true]);
    for (const { workId } of registered) {
      expect((await as('auditor').work.find(workId)).metadata).not.toBeNull();
    }
    const before = (await as('auditor').status()).works;
    const bad = { draft: { ...maskDraft, kind: 'heritage-element' as const }, bytes: await fresh() };
    await expect(
      as('troupe').work.registerMany([{ draft: maskDraft, bytes: await fresh() }, bad]),
    ).rejects.toMatchObject({ code: 'custodian-required' });
    expect((await as('auditor').status()).works).toBe(before);
  });

  it('several works are paid by one transaction, and one with a permit in place of an allowance', async () => {
    const { as, accounts, signerOf, provider } = service;
    const [first, second] = [await mask(), await mask()];
    await as('platform').royalty.payMany([
      { workId: first, amount: 5n },
      { workId: second, amount: 7n },
    ]);
    const heldIn = async (workId: bigint) => (await as('auditor').trace.work(workId)).held;
    expect(await heldIn(first)).toEqual([{ currency: native, amount: 5n }]);
    expect(await heldIn(second)).toEqual([{ currency: native, amount: 7n }]);

    const yuan = await compiled('PermitYuan', signerOf('operator')).deploy(accounts.platform, 100n);
    await yuan.waitForDeployment();
    const currency = (await yuan.getAddress()).toLowerCase() as Hex;
    const sent = await provider.getTransactionCount(accounts.platform);
    await as('platform').royalty.pay(first, 30n, { currency, permit: true });
    expect(await provider.getTransactionCount(accounts.platform)).toBe(sent + 1);
    expect(await heldIn(first)).toContainEqual({ currency, amount: 30n });
    await expect(
      as('platform').royalty.pay(first, 1n, { currency: accounts.studio, permit: true }),
    ).rejects.toMatchObject({ code: 'currency-refused' });
  });

  it('what a payee is owed goes to whom it handed over to, and the ledger stays sound', async () => {
    const { as, accounts, provider } = service;
    const workId = await mask();
    await as('platform').royalty.pay(workId, 1000n);
    await as('auditor').royalty.settle(workId);
    const credit = () => as('auditor').royalty.credit(accounts.painter);
    await expect(as('troupe').royalty.acceptHandOver(accounts.painter)).rejects.toMatchObject({
      code: 'successor-required',
    });
    await as('painter').royalty.handOver(accounts.troupe);
    expect(await credit()).toMatchObject({ recipient: accounts.painter, successor: accounts.troupe });
    await as('troupe').royalty.acceptHandOver(accounts.painter);
    expect(await credit()).toMatchObject({ recipient: accounts.troupe, successor: null });
    const before = await provider.getBalance(accounts.troupe);
    const receipt = await as('auditor').royalty.claim(accounts.painter);
    const claimed = receipt?.claimed.find(({ currency }) => currency === native)?.amount ?? 0n;
    expect(claimed).toBeGreaterThanOrEqual(1000n);
    expect((await provider.getBalance(accounts.troupe)) - before).toBe(claimed);
    expect(await as('auditor').trace.ledger()).toMatchObject({ sound: true });
  });
});

/** Signatures are good for an hour of the clock: what is signed is signed before the chain's time is moved. */
describe('as time passes', () => {
  let restricted: bigint;
  let offered: bigint;
  let asked: Hex;
  const regime = () => ({ registrar: service.accounts.auditor, minHolding: day, maxTransfers: 1 });
  beforeAll(async () => {
    restricted = await mask({ regime: regime() });
    offered = await mask();
    const terms = { ...gameTerms, approvalRequired: true };
    ({ termsId: asked } = await service.as('painter').licence.offer(offered, terms));
  });

  it('a restricted token passes only to holders its registrar vouches for, after a time, and so often', async () => {
    const { as, accounts, provider } = service;
    const workId = restricted;
    expect(await as('auditor').work.find(workId)).toMatchObject({ regime: regime() });

    await expect(as('painter').work.transfer(workId, accounts.troupe)).rejects.toMatchObject({
      code: 'holder-not-attested',
    });
    await expect(as('painter').work.attest(accounts.troupe)).rejects.toMatchObject({
      code: 'registrar-required',
    });
    await as('auditor').work.attest(accounts.troupe);
    expect((await as('auditor').work.accreditation(accounts.troupe)).attestedBy).toEqual([accounts.auditor]);
    await expect(as('painter').work.transfer(workId, accounts.troupe)).rejects.toMatchObject({
      code: 'regime-refused',
    });
    await passTime(provider, day);
    await expect(as('studio').work.transfer(workId, accounts.troupe)).rejects.toMatchObject({
      code: 'holder-required',
    });
    await as('painter').work.transfer(workId, accounts.troupe);
    expect(await as('auditor').work.find(workId)).toMatchObject({ owner: accounts.troupe });
    await passTime(provider, day);
    await expect(as('troupe').work.transfer(workId, accounts.troupe)).rejects.toMatchObject({
      code: 'regime-refused',
    });
    await as('auditor').work.attest(accounts.troupe, false);
    expect((await as('auditor').work.accreditation(accounts.troupe)).attestedBy).toEqual([]);
  });

  it('a licence is asked for, approved, broken, cured, broken again and revoked', async () => {
    const { as, accounts, provider } = service;
    const [workId, termsId] = [offered, asked];
    const studio = as('studio').licence;
    const painter = as('painter').licence;
    await studio.requestApproval(workId, termsId);
    expect(await painter.approvals(workId)).toMatchObject([
      { termsId, licensee: accounts.studio, state: 'requested' },
    ]);
    await expect(studio.acquire(workId, termsId)).rejects.toMatchObject({ code: 'approval-required' });
    await painter.approve(workId, termsId, accounts.studio);
    expect(await painter.approvals(workId)).toMatchObject([{ state: 'approved' }]);
    await studio.acquire(workId, termsId);
    await expect(studio.transfer(workId, termsId, accounts.platform)).rejects.toMatchObject({
      code: 'licence-not-transferable',
    });

    const record = () =>
      painter.recordBreach(workId, termsId, accounts.studio, 'unattributed', 'No name in the credits.');
    const { evidence } = await record();
    expect(hashBytes(await as('auditor').work.file(evidence))).toBe(evidence);
    await expect(record()).rejects.toMatchObject({ code: 'licence-in-breach' });
    const ask = { workId: `${workId}`, licensee: accounts.studio, use: 'embedInGame' as const };
    const warned = await studio.check(ask);
    expect(warned.verdict).toBe('permitted-with-duties');
    expect(warned.duties).toContainEqual(
      expect.objectContaining({ duty: 'cure-breach', breach: 'unattributed' }),
    );
    await expect(painter.revoke(workId, termsId, accounts.studio)).rejects.toMatchObject({
      code: 'breach-curable',
    });
    await painter.forgiveBreach(workId, termsId, accounts.studio);
    await expect(painter.revoke(workId, termsId, accounts.studio)).rejects.toMatchObject({
      code: 'breach-missing',
    });
    await record();
    await passTime(provider, curePeriod + 1);
    await painter.revoke(workId, termsId, accounts.studio);
    expect(await studio.check(ask)).toMatchObject({ verdict: 'denied', reason: 'licence-revoked' });
    expect(await studio.licences({ workId })).toMatchObject([
      { revoked: true, breach: { breach: 'unattributed', evidence } },
    ]);
    expect(await painter.approvals(workId)).toMatchObject([{ state: 'withdrawn' }]);
  });
});
