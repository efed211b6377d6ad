import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveSignals, type Signals } from '../../../../src/terms/crawlers/deriveSignals.ts';
import { composeNotices } from '../../../../src/terms/crawlers/composeNotices.ts';
import { offersMining, tdmPolicy } from '../../../../src/terms/crawlers/tdmReservation.ts';
import { otherActions, useActions } from '../../../../src/terms/profile/profile.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { native } from '../../../../src/kernel/values.ts';
import { anyDraft } from '../../../support/anyDraft.ts';

const free = {
  title: { en: 'Free' },
  uses: ['textAndDataMining', 'aiTraining', 'aiGeneration'] as const,
  currency: native,
  price: '0',
  attribution: false,
};
const of = (...drafts: object[]) =>
  deriveSignals(
    drafts.map((draft) => toPolicy(composeTerms(TermsDraft.parse({ ...free, ...draft })).document)),
  );
const policyUrl = 'https://masks.example/terms';
const documentUrl = 'https://masks.example/document';

/** What each statement allows, read back from the statement alone, as whoever meets it would. */
function allowedBy(signals: Signals): Set<keyof Signals> {
  const { headers, robots, tdmrep, html, cawg, plus } = composeNotices(signals, { policyUrl, documentUrl });
  const allowed = new Set<keyof Signals>();
  const usage = headers['Content-Usage'] ?? '';
  for (const part of [...usage.split(', '), ...robots.split(/[ ,\n]+/)]) {
    if (part === 'train-ai=y') allowed.add('generativeTraining');
    if (part === 'ai-use=y') allowed.add('aiGeneration');
    if (part === 'search=y') allowed.add('search');
  }
  const reserved = [
    headers['tdm-reservation'],
    `${tdmrep[0]?.['tdm-reservation']}`,
    /content="(\d)"/.exec(html)?.[1],
  ];
  if (reserved.includes('0'))
    for (const use of ['textAndDataMining', 'aiTraining', 'generativeTraining'] as const) allowed.add(use);
  const entries = {
    'cawg.data_mining': 'textAndDataMining',
    'cawg.ai_inference': 'aiGeneration',
    'cawg.ai_generative_training': 'generativeTraining',
    'cawg.ai_training': 'aiTraining',
  } as const;
  for (const [entry, use] of Object.entries(entries))
    if (cawg.data.entries[entry]?.use === 'allowed') allowed.add(use);
  const code = plus.split('/').at(-1);
  if (code === 'DMI-ALLOWED')
    ['textAndDataMining', 'aiTraining', 'generativeTraining'].forEach((use) =>
      allowed.add(use as keyof Signals),
    );
  if (code === 'DMI-PROHIBITED-GENAIMLTRAINING')
    ['textAndDataMining', 'aiTraining'].forEach((use) => allowed.add(use as keyof Signals));
  if (code === 'DMI-PROHIBITED-AIMLTRAINING') allowed.add('textAndDataMining');
  if (code === 'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING') allowed.add('search');
  return allowed;
}

it('no statement allows what the terms do not give to everybody without condition and duty', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      const { document } = composeTerms(draft);
      const allowed = allowedBy(deriveSignals([toPolicy(document)]));
      const asks =
        draft.price > 0n ||
        draft.revenueShareBps > 0 ||
        draft.attribution ||
        draft.shareAlike ||
        draft.approvalRequired ||
        draft.duration > 0 ||
        draft.cap > 0 ||
        draft.nonCommercial ||
        draft.inherits !== undefined ||
        [
          'purposes',
          'territories',
          'channels',
          'media',
          'industries',
          'languages',
          'recipients',
          'window',
          'limits',
          'resolution',
        ].some((field) => draft[field as keyof TermsDraft] !== undefined) ||
        draft.duties?.some(({ duty }) => ['reportUsage', 'inform', 'watermark'].includes(duty)) === true;
      if (asks) expect([...allowed]).toEqual([]);
      const forbidden = draft.forbidden?.flatMap(({ actions }) => actions) ?? [];
      for (const use of allowed) {
        const license = use === 'generativeTraining' ? 'aiTraining' : use;
        expect(draft.uses).toContain(license);
        expect(forbidden).not.toContain(use);
      }
    }),
    { numRuns: 500 },
  );
});

it('any signals are told alike: what one statement allows no other forbids but by being stricter', () => {
  const signal = fc.constantFrom('allowed' as const, 'constrained' as const, 'notAllowed' as const);
  const signals = fc.record({
    textAndDataMining: signal,
    aiTraining: signal,
    generativeTraining: signal,
    aiGeneration: signal,
    search: fc.oneof(signal, fc.constant('unsaid' as const)),
  });
  fc.assert(
    fc.property(signals, (any) => {
      for (const use of allowedBy(any)) expect(any[use]).toBe('allowed');
    }),
    { numRuns: 500 },
  );
});

describe('the signals of a free offer', () => {
  it.each([
    ['of all AI uses', {}, 'train-ai=y, ai-use=y', '0', 'DMI-ALLOWED'],
    [
      'without generative training',
      { forbidden: [{ actions: ['generativeTraining'] }] },
      'train-ai=n, ai-use=y',
      '1',
      'DMI-PROHIBITED-GENAIMLTRAINING',
    ],
    [
      'of mining alone',
      { uses: ['textAndDataMining'] },
      'train-ai=n, ai-use=n',
      '1',
      'DMI-PROHIBITED-AIMLTRAINING',
    ],
    ['of none of them', { uses: ['display'] }, 'train-ai=n, ai-use=n', '1', 'DMI-PROHIBITED'],
    [
      'of none, and not for search',
      { uses: ['display'], forbidden: [{ actions: ['search'] }] },
      'train-ai=n, ai-use=n, search=n',
      '1',
      'DMI-PROHIBITED',
    ],
    [
      'for research alone',
      { purposes: { only: ['research'] } },
      'train-ai=n, ai-use=n',
      '1',
      'DMI-PROHIBITED-SEECONSTRAINT',
    ],
  ])('%s', (_, change, usage, reservation, code) => {
    const { headers, plus } = composeNotices(of(change), { policyUrl });
    expect(headers['Content-Usage']).toBe(usage);
    expect(headers['tdm-reservation']).toBe(reservation);
    expect(plus).toBe(`http://ns.useplus.org/ldf/vocab/${code}`);
  });
});

it('of several offers anybody may choose; of none nothing is allowed, and search is not spoken of', () => {
  expect(of({ price: '5' }, {}).generativeTraining).toBe('allowed');
  expect(of({ price: '5' }, { uses: ['display'] }).generativeTraining).toBe('constrained');
  expect(deriveSignals([])).toEqual({
    textAndDataMining: 'notAllowed',
    aiTraining: 'notAllowed',
    generativeTraining: 'notAllowed',
    aiGeneration: 'notAllowed',
    search: 'unsaid',
  });
});

it('a document that clashes with itself, or that nobody understands, allows nothing', () => {
  const permission = { action: [useActions.aiTraining, 'index'] };
  const training = (document: object) =>
    deriveSignals([toPolicy({ '@type': 'Offer', permission, ...document })]);
  expect(training({})).toMatchObject({ generativeTraining: 'allowed', search: 'allowed' });
  for (const changed of [
    { prohibition: { action: 'display' } },
    { 'https://example.org/seal': 1 },
    { profile: 'https://example.org/profile' },
    { inheritFrom: 'https://example.org/parent' },
    { obligation: { action: 'inform' } },
    { '@type': 'Request' },
    { prohibition: { action: 'https://example.org/anything' }, conflict: 'prohibit' },
    { permission: { ...permission, constraint: { leftOperand: 'count', operator: 'lt', rightOperand: 3 } } },
    { permission: { ...permission, target: 'https://example.org/mask' } },
  ]) {
    expect(training(changed), JSON.stringify(changed)).toMatchObject({
      generativeTraining: 'constrained',
      search: 'constrained',
    });
  }
  expect(training({ prohibition: { action: otherActions.generativeTraining } })).toMatchObject({
    generativeTraining: 'notAllowed',
  });
  expect(training({ prohibition: { action: 'use' }, conflict: 'prohibit' })).toMatchObject({
    aiTraining: 'notAllowed',
    search: 'notAllowed',
  });
});

it('statements are well formed whatever is said in them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (words, place) => {
      const path = `/${place}`;
      const { xmp, robots, tdmrep } = composeNotices(of({ price: '1' }), { path, policyUrl, words: [words] });
      expect(robots.split('\n')).toHaveLength(3);
      expect(robots).toMatch(/^User-Agent: \*\nContent-Usage: \/[^\s#]* train-ai=n, ai-use=n\n$/);
      expect(tdmrep[0]?.location).toMatch(/^\/[^\s#]*$/);
      expect(xmp.split('<plus:OtherConstraints>')).toHaveLength(2);
    }),
  );
});

it.each([
  ['path', { path: 'masks' }],
  ['path', { path: '' }],
  ['url', { policyUrl: 'javascript:alert(1)' }],
  ['url', { policyUrl: 'https://masks.example/\r\nset-cookie: x' }],
  ['url', { documentUrl: 'https://masks.example/>; rel=next' }],
])('a wrong %s is refused', (field, shown) => {
  expect(() => composeNotices(of({}), shown)).toThrow(
    expect.objectContaining({
      code: 'input-invalid',
      details: { issues: [expect.objectContaining({ field }) as unknown] },
    }),
  );
});

it('a TDM policy is written where mining can be licensed, and asks for consent', () => {
  expect(offersMining(of({ price: '5' }))).toBe(true);
  expect(offersMining(of({ uses: ['display'] }))).toBe(false);
  const policy = tdmPolicy({ uid: 'urn:x', assigner: 'urn:y', url: policyUrl });
  // Its second context is the protocol's own; under ODRL's alone it reads the same.
  const [permission] = toPolicy({
    ...policy,
    '@context': [policy['@context'][0], { tdm: 'http://www.w3.org/ns/tdmrep#' }],
  }).permissions;
  expect(permission?.actions).toEqual([
    expect.objectContaining({ name: 'http://www.w3.org/ns/tdmrep#mine' }),
  ]);
  expect(permission?.duties).toHaveLength(1);
});
