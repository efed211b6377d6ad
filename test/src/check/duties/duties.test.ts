import { expect, it } from 'vitest';
import { decide } from '../../../../src/check/decide/decide.ts';
import type { Duty } from '../../../../src/check/duties/Duty.ts';
import type { HeldLicence } from '../../../../src/check/evidence/CheckEvidence.ts';
import { waysTo } from '../../../../src/check/decide/waysTo.ts';
import { native, zeroHash } from '../../../../src/kernel/values.ts';
import {
  account,
  asked,
  documentWith,
  held,
  offer,
  studio,
  termsId,
  work,
} from '../../../support/evidence.ts';

const free = { ...work, moralRights: [] };
const day = 86_400;
const profile = 'urn:lianpu:odrl-profile:1#';
const reportUsage = `${profile}reportUsage`;
const token = account(7);

const due = (leftOperand: string, operator: string, rightOperand: unknown, unit?: string) => ({
  ...{ leftOperand, operator, rightOperand },
  ...(unit === undefined ? {} : { unit: { '@id': unit } }),
});
const lasting = (text: string) => ({ '@value': text, '@type': 'xsd:duration' });
const refined = (action: string, ...refinement: unknown[]) => ({
  action: [{ 'rdf:value': { '@id': action }, refinement }],
});
const pay = (amount: string, unit?: string, action = 'odrl:compensate') =>
  refined(action, due('payAmount', 'eq', amount, unit));
const share = (bps: unknown, unit?: string) =>
  refined('odrl:compensate', due(`${profile}revenueShareBps`, 'eq', bps, unit));
const limited = (action: string, ...constraint: unknown[]) => ({ action: [action], constraint });

/** What the studio owes for a licence that it has held since second 10. */
async function dutiesFor(
  duty: unknown,
  { now = 50, ...change }: { now?: number } & Partial<HeldLicence['licence']> = {},
  more: Partial<HeldLicence> = {},
): Promise<Duty[]> {
  const document = await documentWith({ duty });
  const one = held({ since: 10, until: null, ...change }, { document, ...more });
  return decide(asked({ work: free, held: [one], now })).duties;
}

it.each([
  ['attribution', { action: ['attribute'] }, { duty: 'attribute' }],
  ['attribution in the words of Creative Commons', { action: ['cc:Attribution'] }, { duty: 'attribute' }],
  [
    'attribution by a text',
    refined('odrl:attribute', due(`${profile}attributionText`, 'isAnyOf', ['By hand', 'By others'])),
    { duty: 'attribute', text: 'By hand' },
  ],
  [
    'a text of what is no attribution',
    refined('odrl:inform', due(`${profile}attributionText`, 'eq', 'By hand')),
    { duty: 'inform' },
  ],
  ['the same licence', { action: ['cc:ShareAlike'] }, { duty: 'share-alike' }],
  ['the same licence, by the name ODRL had for it', { action: ['odrl:shareAlike'] }, { duty: 'share-alike' }],
  ['a report', { action: [reportUsage] }, { duty: 'report', fulfilled: false }],
  ['to inform', { action: ['inform'] }, { duty: 'inform' }],
  [
    'what nobody has a word for',
    { action: ['watermark'] },
    { duty: 'other', action: 'http://www.w3.org/ns/odrl/2/watermark' },
  ],
  [
    'an amount in the chain’s own currency',
    pay('100', 'urn:lianpu:currency:native'),
    { duty: 'pay', amount: 100n, currency: native, fulfilled: false },
  ],
  [
    'an amount by the name ODRL had for paying',
    pay('100', 'urn:lianpu:currency:native', 'odrl:pay'),
    { duty: 'pay', amount: 100n, currency: native },
  ],
  ['nothing at all', pay('0', 'urn:lianpu:currency:native'), { duty: 'pay', amount: 0n, fulfilled: true }],
  [
    'an amount of a token, whatever its case',
    pay('100', `urn:lianpu:currency:${token.toUpperCase().replace('0X', '0x')}`),
    { duty: 'pay', amount: 100n, currency: token },
  ],
  ['an amount of a token by its address', pay('100', token), { duty: 'pay', currency: token }],
  ['an amount in something that no chain holds', pay('100', 'urn:iso:std:iso:4217:EUR'), { duty: 'other' }],
  ['an amount of a longer address', pay('100', `${token}0`), { duty: 'other' }],
  ['an amount of what only ends like an address', pay('100', `urn:${token}`), { duty: 'other' }],
  ['an amount of nothing', pay('100'), { duty: 'other' }],
  ['half an amount', pay('0.5', 'urn:lianpu:currency:native'), { duty: 'other' }],
  ['an amount with zeros before it', pay('007', 'urn:lianpu:currency:native'), { duty: 'other' }],
  [
    'no amount',
    { action: ['compensate'] },
    { duty: 'other', action: 'http://www.w3.org/ns/odrl/2/compensate' },
  ],
  [
    'a share of the revenue',
    share(800, 'urn:lianpu:currency:native'),
    { duty: 'report-and-pay', revenueShareBps: 800, currency: native, fulfilled: false },
  ],
  [
    'all of the revenue',
    share(10_000, token),
    { duty: 'report-and-pay', revenueShareBps: 10_000, currency: token },
  ],
  ['none of the revenue', share(0, token), { duty: 'report-and-pay', revenueShareBps: 0 }],
  ['more than all', share(10_001, token), { duty: 'other' }],
  ['less than nothing', share(-1, token), { duty: 'other' }],
  ['half a basis point', share(0.5, token), { duty: 'other' }],
  [
    'consent',
    { action: ['obtainConsent'] },
    {
      ...{ duty: 'obtain-consent', fulfilled: true },
      fulfilledBy: { fact: 'licence', reference: termsId, block: 1, transaction: zeroHash },
    },
  ],
] as [string, unknown, Partial<Duty>][])('of %s a licence asks', async (_, duty, expected) => {
  expect(await dutiesFor(duty)).toMatchObject([expected]);
});

it.each([
  ['never', {}, null],
  [
    'by a day, to its end',
    due('dateTime', 'lteq', { '@value': '1970-01-03', '@type': 'xsd:date' }),
    3 * day - 1,
  ],
  [
    'before an instant',
    due('dateTime', 'lt', { '@value': '1970-01-03T12:00:00Z', '@type': 'xsd:dateTime' }),
    2.5 * day,
  ],
  [
    'from an instant on',
    due('dateTime', 'gteq', { '@value': '1970-01-01T00:00:01Z', '@type': 'xsd:dateTime' }),
    null,
  ],
  ['within days of the licence', due('elapsedTime', 'lteq', lasting('P2D')), 10 + 2 * day],
  ['within a delay', due('delayPeriod', 'eq', lasting('P1DT2H3M4S')), 10 + day + 2 * 3600 + 3 * 60 + 4],
  ['within hours', due('delayPeriod', 'eq', lasting('PT2H')), 10 + 7200],
  ['within a month, however long', due('delayPeriod', 'eq', lasting('P1M')), null],
  ['every so often', due('timeInterval', 'eq', lasting('P1D')), 10 + day],
  ['every no time', due('timeInterval', 'eq', lasting('PT0S')), null],
] as [string, object, number | null][])(
  'what is due %s has that deadline',
  async (_, constraint, deadline) => {
    const constraints = 'leftOperand' in constraint ? [constraint] : [];
    expect(await dutiesFor(limited('inform', ...constraints))).toMatchObject([{ duty: 'inform', deadline }]);
  },
);

it('what is due every so often is due next at the end of its period, and a while later where it says so', async () => {
  const every = due('timeInterval', 'eq', lasting('P1D'));
  const report = limited(reportUsage, every, due('elapsedTime', 'lteq', lasting('PT1H')));
  const at = async (now: number) => (await dutiesFor(report, { now })).map(({ deadline }) => deadline);
  const [first, second] = [10 + day + 3600, 10 + 2 * day + 3600];
  expect(await at(10)).toEqual([first]);
  expect(await at(first)).toEqual([first]);
  expect(await at(first + 1)).toEqual([second]);
  expect(await at(second)).toEqual([second]);
});

it('of alternatives none is the deadline; of what holds together each is', async () => {
  const within = due('elapsedTime', 'lteq', lasting('P2D'));
  const later = due('elapsedTime', 'lteq', lasting('P3D'));
  const logic = (name: string, ...parts: unknown[]) => limited('inform', { [name]: { '@list': parts } });
  const computeDeadline = async (duty: unknown) => (await dutiesFor(duty)).map(({ deadline }) => deadline);
  expect(await computeDeadline(logic('and', within))).toEqual([10 + 2 * day]);
  expect(await computeDeadline(logic('andSequence', within))).toEqual([10 + 2 * day]);
  expect(await computeDeadline(logic('or', within, later))).toEqual([null]);
});

it('a duty that is not due by where or what for is left out; by when it is not', async () => {
  const abroad = limited('inform', due('spatial', 'eq', 'FR'));
  expect(await dutiesFor(abroad)).toMatchObject([{ duty: 'inform' }]);
  const document = await documentWith({ duty: abroad });
  const one = held({}, { document });
  expect(decide(asked({ work: free, held: [one], territory: 'ID' })).duties).toEqual([]);
  expect(decide(asked({ work: free, held: [one], territory: 'FR' })).duties).toHaveLength(1);
  expect(await dutiesFor(limited('inform', due('elapsedTime', 'lteq', lasting('PT1S'))))).toHaveLength(1);
});

it('to pay is fulfilled in its own currency only, by the licensee, from the amount on', async () => {
  const duty = pay('100', `urn:lianpu:currency:${token}`);
  const paid = (amount: bigint, block: number, change: object = {}) => ({
    ...{ payer: studio, currency: token, amount, origin: { block, transaction: termsId } },
    ...change,
  });
  const ask = async (price: bigint, currency = native, ...payments: HeldLicence['payments']) =>
    (await dutiesFor(duty, { price, currency }, { payments }))[0];
  expect(await ask(100n)).toMatchObject({ amount: 100n, fulfilled: false, fulfilledBy: null });
  expect(await ask(100n, token)).toMatchObject({
    fulfilled: true,
    fulfilledBy: { fact: 'payment', reference: termsId, block: 1, transaction: zeroHash },
  });
  expect(await ask(0n, native, paid(60n, 3), paid(39n, 4))).toMatchObject({ fulfilled: false });
  expect(await ask(0n, native, paid(60n, 3), paid(40n, 4))).toMatchObject({
    fulfilled: true,
    fulfilledBy: { fact: 'payment', reference: termsId, block: 4, transaction: termsId },
  });
  expect(await ask(0n, native, paid(100n, 3, { currency: native }))).toMatchObject({ fulfilled: false });
  expect(await ask(0n, native, paid(100n, 3, { payer: token }))).toMatchObject({ fulfilled: false });
});

it('to report is fulfilled by the last report under the licence, from its first second on', async () => {
  const report = (timestamp: number, change: object = {}) => ({
    ...{ reportId: termsId, currency: native, terms: [termsId], due: 100n, paid: 0n },
    ...{ filed: { block: 8, transaction: zeroHash, timestamp } },
    ...change,
  });
  const ask = async (...reported: HeldLicence['reported']) =>
    (await dutiesFor({ action: [reportUsage] }, {}, { reported }))[0];
  expect(await ask()).toMatchObject({ duty: 'report', fulfilled: false, amount: null, fulfilledBy: null });
  expect(await ask(report(9))).toMatchObject({ fulfilled: false });
  expect(await ask(report(10))).toMatchObject({
    ...{ duty: 'report', fulfilled: true, amount: null },
    fulfilledBy: { fact: 'report', reference: termsId, block: 8, transaction: zeroHash },
  });
  const later = report(20, { reportId: zeroHash });
  expect(await ask(report(10), later)).toMatchObject({ fulfilledBy: { reference: zeroHash } });
});

it('duties of one kind are one, which has what each of them says', async () => {
  const shared = { revenueShareBps: 800 };
  const report = limited(reportUsage, due('timeInterval', 'eq', lasting('P1D')));
  for (const both of [
    [share(800, 'urn:lianpu:currency:native'), report],
    [report, share(800, 'urn:lianpu:currency:native')],
  ]) {
    for (const change of [shared, {}]) {
      expect(await dutiesFor(both, change)).toEqual([
        {
          ...{ duty: 'report-and-pay', workId: 5n, termsId, revenueShareBps: 800, amount: null },
          ...{ currency: native, deadline: 10 + day, fulfilled: false, fulfilledBy: null },
        },
      ]);
    }
  }
  const credit = refined('odrl:attribute', due(`${profile}attributionText`, 'eq', 'By hand'));
  const document = await documentWith({ duty: credit });
  const flagged = { ...offer, flags: ['attribution' as const] };
  const { duties } = decide(asked({ held: [held({}, { document, offer: flagged })] }));
  expect(duties).toMatchObject([{ duty: 'attribute', termsId, text: 'By hand' }]);
  const others = [{ action: ['watermark'] }, { action: ['delete'] }];
  expect((await dutiesFor(others)).map(({ action }) => action?.split('/').at(-1))).toEqual([
    'watermark',
    'delete',
  ]);
});

it('of an offer the duties are said that would come beside its price', async () => {
  const document = await documentWith({
    duty: [
      pay('100', 'urn:lianpu:currency:native'),
      { action: ['obtainConsent'] },
      limited('inform', due('elapsedTime', 'lteq', lasting('P2D'))),
    ],
  });
  const terms = { ...offer.terms, price: 100n, revenueShareBps: 800 };
  const ways = (change: Partial<typeof offer>) =>
    waysTo(
      asked({}),
      [{ offer: { ...offer, terms, ...change }, document, sold: 0, approved: false, workUntil: null }],
      50,
    ).map(({ duties }) => duties);
  const bare = {
    workId: 5n,
    termsId,
    amount: null,
    currency: null,
    deadline: null,
    fulfilled: null,
    fulfilledBy: null,
  };
  const inform = { ...bare, duty: 'inform', deadline: 50 + 2 * day };
  const share = { ...bare, duty: 'report-and-pay', currency: native, revenueShareBps: 800 };
  expect(ways({})).toEqual([[share, inform]]);
  expect(ways({ flags: ['attribution', 'shareAlike'] })).toEqual([
    [{ ...bare, duty: 'attribute' }, { ...bare, duty: 'share-alike' }, share, inform],
  ]);
  expect(ways({ terms: { ...terms, revenueShareBps: 0 } })).toEqual([[inform]]);
});
