import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catchUp } from '../../../src/index/follow.ts';
import type { Facts } from '../../../src/ports/Ledger.ts';
import { readFacts } from '../../../src/store/readFacts.ts';
import { native, type Hex } from '../../../src/kernel/values.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';
import { gameTerms, maskDraft } from '../../support/drafts.ts';
import { engines } from '../../support/engines.ts';
import { appendEntry, mintEntry, vouchedEntry } from '../../support/loggedEntry.ts';
import { picture } from '../../support/picture.ts';
import { registration } from '../../support/registration.ts';
import { freshService } from '../../support/service.ts';

let service: Awaited<ReturnType<typeof freshService>>;
let mask: bigint;
let skin: bigint;
let logged: bigint;
let reportId: Hex;

beforeAll(async () => {
  service = await freshService();
  const { as, accounts, contracts, signerOf } = service;
  const payees = [
    { account: accounts.painter, shareBps: 6000 },
    { account: accounts.troupe, shareBps: 4000 },
  ];
  ({ workId: mask } = await as('painter').work.register({ ...maskDraft, payees }, await picture('#b5201c')));
  const { termsId } = await as('painter').licence.offer(mask, { ...gameTerms, transferable: true });
  const { termsId: ended } = await as('painter').licence.offer(mask, { ...gameTerms, cap: 3 });
  await as('painter').licence.withdraw(mask, ended);
  await as('studio').licence.acquire(mask, termsId, { units: 3 });
  const draft = { ...maskDraft, kind: 'derivative' as const, retained: [], holderUses: [] };
  const sources = [{ workId: `${mask}`, termsId }];
  ({ workId: skin } = await as('studio').work.register({ ...draft, sources }, await picture('#00ff00')));
  const line = { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '1001' };
  ({ reportId } = await as('studio').usage.file({
    currency: native,
    period: { from: 1, to: 2 },
    lines: [line],
  }));
  await as('studio').usage.pay(reportId);
  await as('platform').royalty.pay(skin, 777n);
  await as('auditor').royalty.settle(skin);
  await as('auditor').royalty.claim(accounts.troupe);
  const works = contracts.works.connect(signerOf('painter'));
  await (await works.transferFrom(accounts.painter, accounts.platform, mask)).wait();
  await (await works.proposeCreator(mask, accounts.troupe)).wait();
  await (await contracts.works.connect(signerOf('troupe')).acceptCreator(mask)).wait();
  await (await contracts.works.connect(signerOf('troupe')).freezeMetadata(mask)).wait();
  await as('studio').licence.transfer(mask, termsId, accounts.platform, 1);
  await as('studio').licence.requestApproval(mask, termsId);
  await as('troupe').licence.recordBreach(mask, termsId, accounts.platform, 'unpaid', 'Nothing was paid.');
  await as('auditor').work.attest(accounts.studio);
  await as('troupe').royalty.handOver(accounts.studio);
  const spoken = { creator: accounts.troupe, registration: registration('logged', 1) };
  const entry = await appendEntry(service.ledger, vouchedEntry(accounts.operator, spoken));
  await mintEntry(contracts.works.connect(signerOf('studio')), entry);
  logged = computeWorkId(accounts.troupe, spoken.registration.contentHash);
  await service.ledger.reach();
});
afterAll(async () => {
  await service.close();
});

/** Everything facts can be asked. */
async function all(facts: Facts) {
  const work = await facts.workOf(mask);
  return {
    block: facts.block,
    work,
    works: await facts.worksOf({ limit: 10 }),
    masks: await facts.worksOf({ limit: 10, kind: 'opera-mask', creator: service.accounts.painter }),
    rest: await facts.worksOf({ limit: 10, after: mask }),
    after: await facts.worksOf({ limit: 10, after: skin }),
    count: await facts.countWorks(),
    shares: [await facts.sharesOf(mask), await facts.sharesOf(skin)],
    derivatives: await facts.derivativesOf(mask),
    offers: await facts.offersOf(mask),
    licences: await facts.licencesOf({ licensee: service.accounts.studio }),
    statement: await facts.findReport(reportId),
    paid: await facts.paidFor(reportId, service.accounts.studio, native),
    references: await Promise.all(
      [work?.contentHash, work?.metadataHash, reportId].map((hash) => facts.rolesOf(hash ?? '0x')),
    ),
    incoming: await facts.incomingOf([mask, skin]),
    allocations: await facts.allocationsOf([mask, skin]),
    approvals: await facts.approvalsOf(mask),
    changes: [
      await facts.changesOf({ licensee: service.accounts.studio }, 0, 100),
      await facts.changesOf({ workIds: [mask, skin] }, 0, 3, 1_000_000),
    ],
    places: await Promise.all([service.accounts.troupe, service.accounts.studio].map(facts.recipientOf)),
    accreditations: await Promise.all(
      [service.accounts.academy, service.accounts.studio].map(facts.accreditationOf),
    ),
    credit: await facts.creditOf(service.accounts.troupe),
    money: await facts.money(),
    anchor: await facts.anchorFrom(1),
  };
}

it('facts say what happened: who holds and who has the creator’s role, what is open, what was paid', async () => {
  const { accounts } = service;
  const facts = await service.ledger.read(all);
  expect(facts.work).toMatchObject({ owner: accounts.platform, creator: accounts.troupe });
  expect(facts.works.map(({ workId }) => workId)).toEqual([mask, skin, logged]);
  expect(facts.works.map(({ vouched }) => vouched)).toEqual([
    null,
    null,
    { author: accounts.operator, index: 0, signed: false },
  ]);
  expect([facts.masks.length, facts.rest.length, facts.after.length, facts.count]).toEqual([0, 2, 1, 3]);
  expect(facts.offers.map(({ open }) => open)).toEqual([true, false]);
  expect(facts.derivatives).toEqual([skin]);
  expect(facts.paid).toEqual(new Map([[mask, 100n]]));
  expect(facts.references).toEqual([['content'], ['metadata'], []]);
  expect(facts.work).toMatchObject({ registrant: accounts.painter, frozen: true, regime: null, until: null });
  expect(facts.licences).toMatchObject([{ licensee: accounts.studio, units: 2, breach: null }]);
  expect(facts.approvals).toMatchObject([{ licensee: accounts.studio, state: 'requested' }]);
  expect(facts.places).toEqual([
    { recipient: accounts.troupe, successor: accounts.studio },
    { recipient: accounts.studio, successor: null },
  ]);
  expect(facts.accreditations).toEqual([
    { account: accounts.academy, roles: ['custodian', 'community'], attestedBy: [] },
    { account: accounts.studio, roles: [], attestedBy: [accounts.auditor] },
  ]);
  expect(facts.credit).toEqual([
    { currency: native, credited: facts.credit[0]?.claimed, claimed: expect.any(BigInt) as bigint },
  ]);
});

describe.each(engines)('$name', ({ start }) => {
  it('answers every question as any other engine does', async () => {
    const engine = await start();
    const store = await engine.fresh();
    await catchUp(store, service.provider, service.deployment);
    const expected = await service.ledger.read(all);
    expect(await readFacts(store, all)).toEqual(expected);
    await engine.stop();
  });
});
