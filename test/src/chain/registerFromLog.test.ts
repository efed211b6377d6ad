import { afterAll, beforeAll, expect, it } from 'vitest';
import { computeTermsId, type Terms } from '../../../src/terms/Terms.ts';
import { native } from '../../../src/kernel/values.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';
import { appendEntry, mintEntry, signedEntry, vouchedEntry } from '../../support/loggedEntry.ts';
import { registration } from '../../support/registration.ts';
import { freshService } from '../../support/service.ts';
import { runCli } from '../cli/spawnCli.ts';

let service: Awaited<ReturnType<typeof freshService>>;
beforeAll(async () => {
  service = await freshService();
}, 60_000);
afterAll(async () => {
  await service.close();
});

const mint = (entry: Parameters<typeof mintEntry>[1], offered: Terms[] = []) =>
  mintEntry(service.contracts.works.connect(service.signerOf('platform')), entry, offered);
const append = (entry: ReturnType<typeof vouchedEntry>) => appendEntry(service.ledger, entry);

const terms: Terms = {
  uses: 1,
  passOn: 0,
  currency: native,
  price: 5n,
  revenueShareBps: 0,
  duration: 0,
  cap: 0,
  flags: 1,
  documentHash: `0x${'12'.repeat(32)}`,
};

it('a work its creator signed for the log is minted by anybody, under the id it had, and offered', async () => {
  const { ledger, deployment, accounts, signerOf } = service;
  const mask = registration('signed', 1);
  const termsId = computeTermsId(terms);
  const spoken = { registration: mask, termsId };
  const entry = await append(await signedEntry(deployment, signerOf('painter'), spoken));
  const minted = await mint(entry, [terms]);

  const workId = computeWorkId(accounts.painter, mask.contentHash);
  await ledger.reach();
  const [work, offers] = await ledger.read(
    async (facts) => [await facts.workOf(workId), await facts.offersOf(workId)] as const,
  );
  expect(work).toMatchObject({
    creator: accounts.painter,
    owner: accounts.painter,
    vouched: { author: accounts.painter, index: entry.logged.index, signed: true },
    registered: { transaction: minted.transaction },
  });
  expect(offers).toMatchObject([{ termsId, open: true }]);
});

it('a work an operator vouches for says so: in the API’s answer and on the command line', async () => {
  const { ledger, accounts, url, rpcUrl } = service;
  const mask = registration('vouched', 1);
  const spoken = { creator: accounts.troupe, registration: mask };
  const entry = await append(vouchedEntry(accounts.operator, spoken));
  await mint(entry);

  const workId = computeWorkId(accounts.troupe, mask.contentHash);
  await ledger.reach();
  const answer = await fetch(`${url}/v1/works/${workId}`);
  const { index } = entry.logged;
  expect(await answer.json()).toMatchObject({
    creator: accounts.troupe,
    vouched: { author: accounts.operator, index, signed: false },
  });
  const { stdout } = await runCli(['work', 'show', `${workId}`], { LIANPU_URL: url, RPC_URL: rpcUrl });
  expect(stdout).toContain(`entry ${index}, vouched for by the operator ${accounts.operator}`);
});

it('a work registered without the log was vouched for by nobody', async () => {
  const { ledger, accounts, contracts, signerOf } = service;
  const mask = registration('own', 1);
  await (await contracts.works.connect(signerOf('studio')).register(mask, [])).wait();
  await ledger.reach();
  const workId = computeWorkId(accounts.studio, mask.contentHash);
  expect(await ledger.read((facts) => facts.workOf(workId))).toMatchObject({ vouched: null });
});

it('a proof for an earlier anchor is refused with the size of the last, for which another is made', async () => {
  const { ledger, accounts } = service;
  const spoken = { creator: accounts.troupe, registration: registration('early', 1) };
  const early = await append(vouchedEntry(accounts.operator, spoken));
  const late = { creator: accounts.troupe, registration: registration('late', 1) };
  await append(vouchedEntry(accounts.operator, late));

  const { index } = early.logged;
  await expect(mint(early)).rejects.toMatchObject({
    code: 'entry-not-proven',
    details: { index: `${index}`, size: `${ledger.log.size()}` },
  });
  const proof = ledger.log.proveInclusion(index, ledger.log.size());
  const again = { ...early, logged: { ...early.logged, proof } };
  await expect(mint(again)).resolves.toMatchObject({ block: expect.any(Number) });
  // It is minted now, and no proof is asked for.
  await expect(mint(early)).resolves.toBeDefined();
});

it('who may not speak, and what may not be said for others, is refused with a code of its own', async () => {
  const { deployment, accounts, signerOf } = service;
  const mask = (name: string) => ({ creator: accounts.troupe, registration: registration(name, 1) });
  const payees = [{ account: accounts.studio, shareBps: 10_000 }];
  const paid = { ...mask('paid'), registration: { ...registration('paid', 1), payees } };
  const unsigned = vouchedEntry(accounts.troupe, mask('unsigned'));
  const offered = await signedEntry(deployment, signerOf('painter'), {
    registration: registration('offered', 1),
    termsId: computeTermsId(terms),
  });
  const cases = [
    [vouchedEntry(accounts.studio, mask('strange')), 'operator-required'],
    [vouchedEntry(accounts.operator, paid), 'creator-required'],
    [unsigned, 'signature-invalid'],
    [offered, 'terms-mismatch'],
    [vouchedEntry(accounts.operator, { ...mask('nobody'), creator: native }), 'input-invalid'],
  ] as const;
  for (const [spoken, code] of cases) {
    const entry = await append(spoken);
    const minted = mint(entry);
    await expect(minted, code).rejects.toMatchObject({ code });
  }
  const entry = await append(
    vouchedEntry(accounts.operator, { ...mask('proposed'), termsId: computeTermsId(terms) }),
  );
  const opened = mint(entry, [terms]);
  await expect(opened).rejects.toMatchObject({ code: 'creator-required' });
});
