import { expect, it } from 'vitest';
import { setLedgerFacts, statedFacts } from '../../../../src/check/evidence/statedFacts.ts';
import type { Question } from '../../../../src/check/Question.ts';

const odrl = 'http://www.w3.org/ns/odrl/2/';
const profile = 'urn:lianpu:odrl-profile:1#';
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const iri = (name: string) => [{ iri: name }];
const text = (value: string, type: string) => [{ text: value, type: `${xsd}${type}` }];

it.each([
  ['nothing', {}, {}],
  ['a purpose', { purpose: 'news' }, { [`${odrl}purpose`]: iri(`${profile}purpose-news`) }],
  [
    'a purpose as people write it',
    { purpose: 'non-commercial' },
    { [`${odrl}purpose`]: iri(`${profile}purpose-nonCommercial`) },
  ],
  ['a purpose of somebody else’s', { purpose: 'urn:p' }, { [`${odrl}purpose`]: iri('urn:p') }],
  [
    'several purposes',
    { purpose: ['commercial', 'urn:p'] },
    { [`${odrl}purpose`]: [{ iri: `${profile}purpose-commercial` }, { iri: 'urn:p' }] },
  ],
  ['no purpose', { purpose: [] }, {}],
  ['a country', { territory: 'ID' }, { [`${odrl}spatial`]: text('ID', 'string') }],
  ['a territory of somebody else’s', { territory: 'urn:t' }, { [`${odrl}spatial`]: iri('urn:t') }],
  ['a language', { language: 'zh-Hant' }, { [`${odrl}language`]: text('zh-Hant', 'string') }],
  ['a channel', { medium: 'website' }, { [`${odrl}deliveryChannel`]: iri(`${profile}channel-website`) }],
  ['a medium', { medium: 'audio' }, { [`${odrl}media`]: iri(`${profile}media-audio`) }],
  [
    'a medium of somebody else’s',
    { medium: 'urn:m' },
    { [`${odrl}deliveryChannel`]: iri('urn:m'), [`${odrl}media`]: iri('urn:m') },
  ],
  ['an industry', { industry: 'museums' }, { [`${odrl}industry`]: iri(`${profile}industry-museums`) }],
  ['a recipient', { recipient: 'staff' }, { [`${odrl}recipient`]: iri(`${profile}recipient-staff`) }],
  ['a count, of which the next is asked about', { count: 0 }, { [`${odrl}count`]: text('1', 'integer') }],
  ['a resolution', { resolution: 300 }, { [`${odrl}resolution`]: text('300', 'decimal') }],
  [
    'a resolution in both units',
    { resolution: { pixels: 1e21, dotsPerInch: 0.5 } },
    {
      [`${odrl}resolution`]: text('0.5', 'decimal'),
      [`${odrl}absoluteSize`]: text('1e+21', 'double'),
    },
  ],
  ['pixels alone', { resolution: { pixels: 9 } }, { [`${odrl}absoluteSize`]: text('9', 'decimal') }],
  [
    'facts of every kind',
    {
      facts: {
        percentage: 5,
        product: 'fan',
        'urn:f': true,
        version: ['1', '2'],
        device: { iri: 'urn:d' },
      },
    },
    {
      [`${odrl}percentage`]: text('5', 'decimal'),
      [`${odrl}product`]: text('fan', 'string'),
      'urn:f': text('true', 'boolean'),
      [`${odrl}version`]: [...text('1', 'string'), ...text('2', 'string')],
      [`${odrl}device`]: iri('urn:d'),
    },
  ],
] as [string, Partial<Question>, object][])('%s is stated in the words of documents', (_, said, expected) => {
  const { facts } = statedFacts({ workId: 5n, licensee: null, use: 'display', ...said });
  expect(Object.fromEntries(facts)).toEqual(expected);
});

it('a purpose that is always a wider one, too, is stated as that beside', () => {
  const of = (purpose: string | string[]) =>
    statedFacts({ workId: 5n, licensee: null, use: 'display', purpose, territory: 'ID' }).widened;
  expect(of('news')).toBeUndefined();
  expect(of(['commercial', 'urn:p'])).toBeUndefined();
  expect(Object.fromEntries(of(['urn:p', 'personal']) ?? [])).toEqual({
    [`${odrl}purpose`]: [{ iri: 'urn:p' }, { iri: `${profile}purpose-nonCommercial` }],
    [`${odrl}spatial`]: text('ID', 'string'),
  });
});

it('what the ledger knows takes the place of what was said of it', () => {
  const stated = statedFacts({
    ...{ workId: 5n, licensee: null, use: 'display', purpose: 'personal' },
    facts: { [`${odrl}elapsedTime`]: 'never' },
  });
  setLedgerFacts(stated, 61, 3);
  for (const facts of [stated.facts, stated.widened]) {
    expect(facts?.get(`${odrl}elapsedTime`)).toEqual(text('PT61S', 'duration'));
    expect(facts?.get(`${profile}licencesSold`)).toEqual(text('3', 'integer'));
  }
});
