import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeUnits } from '../../src/kernel/Currency.ts';
import { freshCommandLine } from '../src/cli/commandLine.ts';
import { gameTerms, maskDraft } from '../support/drafts.ts';

let line: Awaited<ReturnType<typeof freshCommandLine>>;
/** What was made so far, as the command line told it. */
const made = { mask: '', terms: '', remix: '', skin: '' };

beforeAll(async () => (line = await freshCommandLine()));
afterAll(async () => await line.close());

it('a restricted mask goes to a holder that the registrar attests, and to no other', async () => {
  const { auditor, troupe, studio } = line.service.accounts;
  const draft = await line.json('mask.json', { ...maskDraft, regime: { registrar: auditor } });
  const file = await line.picture('#b5201c');
  made.mask = (await line.done('painter', 'work', 'register', file, '--draft', draft)).workId;
  expect(await line.refused('painter', 'work', 'transfer', made.mask, troupe)).toMatchObject({
    exit: 1,
    code: 'holder-not-attested',
  });
  await line.done('auditor', 'work', 'attest', troupe);
  expect(await line.done(null, 'work', 'accreditation', troupe)).toMatchObject({ attestedBy: [auditor] });
  const given = await line.done('painter', 'work', 'transfer', made.mask, troupe);
  expect(given).toMatchObject({ workId: made.mask, to: troupe });
  expect(await line.done(null, 'work', 'show', made.mask)).toMatchObject({ owner: troupe });
  expect(await line.refused('troupe', 'work', 'transfer', made.mask, studio)).toMatchObject({ exit: 1 });
  await line.done('auditor', 'work', 'attest', troupe, '--withdraw');
  expect(await line.done(null, 'work', 'accreditation', troupe)).toMatchObject({ attestedBy: [] });
});

it('a preset is offered with what it leaves open, and says what it misses', async () => {
  const offer = ['licence', 'offer', made.mask, '--preset', 'gameUse', '--price', wholeUnits(1000n, 18)];
  expect(await line.refused('painter', ...offer, '--share', '500')).toMatchObject({
    exit: 2,
    code: 'input-invalid',
  });
  expect(await line.refused('painter', 'licence', 'offer', made.mask)).toMatchObject({ exit: 2 });
  const week = ['--share', '5 %', '--duration', '604800'];
  made.terms = (await line.done('painter', ...offer, ...week)).termsId;
  expect((await line.done(null, 'licence', 'offers', made.mask)).offers).toMatchObject([
    { termsId: made.terms, flags: ['attribution', 'transferable'], terms: { duration: 604_800 } },
  ]);
});

it('units are bought for somebody else, and passed on', async () => {
  const { platform, studio } = line.service.accounts;
  const held = async () => (await line.done(null, 'licence', 'list', '--work', made.mask)).licences;
  const acquire = ['licence', 'acquire', made.mask, made.terms, '--units', '3'];
  const bought = await line.done('studio', ...acquire, '--licensee', platform);
  expect(bought).toMatchObject({ licensee: platform, units: 3 });
  await line.done('platform', 'licence', 'transfer', made.mask, made.terms, studio, '--units', '1');
  expect(await held()).toMatchObject([
    { licensee: platform, units: 2, price: '3000' },
    { licensee: studio, units: 1, price: '0' },
  ]);
});

it('a derivative ends with the licence it was made under, until both are brought forward', async () => {
  const draft = await line.json('skin.json', {
    ...maskDraft,
    kind: 'derivative',
    sources: [{ workId: made.mask, termsId: made.terms }],
    holderUses: [],
  });
  const file = await line.picture('#203040');
  made.skin = (await line.done('studio', 'work', 'register', file, '--draft', draft)).workId;
  const { until } = await line.done(null, 'work', 'show', made.skin);
  await line.done('studio', 'licence', 'acquire', made.mask, made.terms);
  const revised = await line.done('auditor', 'work', 'revise-end', made.skin);
  expect(revised.until).toBe(until + 604_800);
  const endless = await line.json('endless.json', { ...gameTerms, uses: ['display'], passOn: [] });
  expect(await line.refused('studio', 'licence', 'offer', made.skin, endless)).toMatchObject({
    exit: 1,
    code: 'licence-outlives-source',
  });
});

it('an approval is asked for, given and taken back', async () => {
  const { studio } = line.service.accounts;
  const terms = await line.json('asked.json', { ...gameTerms, approvalRequired: true });
  const { termsId } = await line.done('painter', 'licence', 'offer', made.mask, terms);
  const state = async () => {
    const { approvals } = await line.done(null, 'licence', 'approvals', made.mask);
    return (approvals as { state: string }[]).map((one) => one.state);
  };
  await line.done('studio', 'licence', 'request', made.mask, termsId);
  expect(await state()).toEqual(['requested']);
  await line.done('painter', 'licence', 'approve', made.mask, termsId, studio);
  expect(await state()).toEqual(['approved']);
  await line.done('painter', 'licence', 'approve', made.mask, termsId, studio, '--withdraw');
  expect(await state()).toEqual(['withdrawn']);
});

it('a breach is recorded with what happened, and forgiven; it is not revoked while it can be cured', async () => {
  const { platform } = line.service.accounts;
  const licence = [made.mask, made.terms, platform];
  expect(await line.refused('painter', 'licence', 'revoke', ...licence)).toMatchObject({
    exit: 1,
    code: 'breach-missing',
  });
  const breach = ['--breach', 'unattributed', '--what', 'No name in the credits.'];
  const recorded = await line.done('painter', 'licence', 'breach', ...licence, ...breach);
  expect(recorded.evidence).toMatch(/^0x[0-9a-f]{64}$/);
  expect(await line.refused('painter', 'licence', 'revoke', ...licence)).toMatchObject({
    code: 'breach-curable',
  });
  expect((await line.read('licence', 'list', '--work', made.mask)).stdout).toContain('unattributed');
  const check = ['licence', 'check', made.mask, '--licensee', platform, '--use', 'embedInGame'];
  expect((await line.read(...check)).stdout).toContain('cure-breach');
  await line.done('painter', 'licence', 'forgive', ...licence);
  expect((await line.read(...check)).stdout).not.toContain('cure-breach');
});

it('a check knows what a use is for', async () => {
  const { studio } = line.service.accounts;
  const preset = ['--preset', 'nonCommercialShareAlike'];
  made.remix = (await line.done('painter', 'licence', 'offer', made.mask, ...preset)).termsId;
  await line.done('studio', 'licence', 'acquire', made.mask, made.remix);
  const ask = (...purpose: string[]) =>
    line.ask('licence', 'check', made.mask, '--licensee', studio, '--use', 'perform', ...purpose);
  expect(await ask()).toMatchObject({
    exit: 4,
    reason: 'fact-missing',
    missing: ['purpose'],
  });
  expect(await ask('--purpose', 'commercial')).toMatchObject({ exit: 3, reason: 'purpose-not-licensed' });
  expect((await ask('--purpose', 'non-commercial')).exit).toBe(0);
});

it('several works are paid at once, and what a payee is owed goes to its heir', async () => {
  const { painter, troupe } = line.service.accounts;
  const payments = [`${made.mask}=${wholeUnits(1000n, 18)}`, `${made.skin}=${wholeUnits(500n, 18)} ETH`];
  const paid = await line.done('platform', 'royalty', 'pay-many', ...payments);
  expect(paid.payments).toMatchObject([{ amount: '1000' }, { amount: '500' }]);
  expect(await line.refused('platform', 'royalty', 'pay-many', made.mask)).toMatchObject({ exit: 2 });
  await line.done('auditor', 'royalty', 'settle', made.skin);
  await line.done('painter', 'royalty', 'hand-over', troupe);
  expect((await line.read('royalty', 'credit', painter)).stdout).toContain(troupe);
  expect(await line.refused('studio', 'royalty', 'accept', painter)).toMatchObject({
    code: 'successor-required',
  });
  await line.done('troupe', 'royalty', 'accept', painter);
  expect(await line.done(null, 'royalty', 'credit', painter)).toMatchObject({ recipient: troupe });
});
