import { expect, it } from 'vitest';
import { decide } from '../../../src/check/decide/decide.ts';
import type { Decision } from '../../../src/check/Decision.ts';
import type { TrailStep } from '../../../src/check/TrailStep.ts';
import { dutyMessage } from '../../../src/check/words/dutyMessage.ts';
import { reasonMessage } from '../../../src/check/words/reasonMessage.ts';
import { trailMessage } from '../../../src/check/words/trailMessage.ts';
import { formatChecks } from '../../../src/messages/formatChecks.ts';
import { native, toJson, zeroHash } from '../../../src/kernel/values.ts';
import { createMoney } from '../../../src/terms/words/Money.ts';
import {
  account,
  asked,
  creator,
  toDocument,
  documentWith,
  held,
  offer,
  owner,
  termsId,
  work,
  type Change,
} from '../../support/evidence.ts';

/** The work asked about, two that it was made from, and another licence’s terms. */
const [above, twoAbove] = [6n, 7n];
const other = `0x${'b'.repeat(64)}` as const;
const free = { ...work, moralRights: [] };
const evidence = `0x${'e'.repeat(64)}` as const;
const missing = { state: 'missing' } as const;

const documents = {
  indonesia: await toDocument({ territories: { only: ['ID'] }, nonCommercial: true }),
  notInFrance: await toDocument({ forbidden: [{ actions: ['embedInGame'], territories: ['FR'] }] }),
  until: await toDocument({ window: { notAfter: '1970-01-01T00:00:40Z' } }),
  shared: await toDocument({ shareAlike: true, revenueShareBps: 800 }),
  strange: await documentWith({
    constraint: [{ leftOperand: 'urn:else#moonPhase', operator: 'eq', rightOperand: 'full' }],
  }),
};

const cases: Record<string, Change> = {
  'nobody registered the work': { work: undefined },
  'nobody registered anything with the file': {
    ...{ work: undefined, workId: null },
    contentHash: evidence,
  },
  'nobody registered the token': {
    ...{ work: undefined, workId: null },
    token: `eip155:1/erc721:${account(9)}/7`,
  },
  'nobody registered the token of a contract': {
    ...{ work: undefined, workId: null },
    token: { contract: account(9), tokenId: 7n },
  },
  'the creator asks': { licensee: creator, use: 'aiTraining', resting: { held: [], lacking: [] } },
  'the creator rests on two licences': {
    licensee: creator,
    resting: {
      held: [
        { ...held({ workId: above, until: 80 }), path: [5n, above] },
        { ...held({ workId: twoAbove, termsId: other, until: 60 }), path: [5n, above, twoAbove] },
      ],
      lacking: [],
    },
  },
  'the creator lacks a licence of a source': {
    licensee: creator,
    resting: { held: [], lacking: [{ workId: twoAbove, termsId, path: [5n, above, twoAbove] }] },
  },
  'of two licences the creator rests on nobody can tell of the first, and the second denies': {
    licensee: creator,
    territory: 'FR',
    resting: {
      held: [
        { ...held({ workId: above }, { document: missing }), path: [5n, above] },
        { ...held({ workId: twoAbove }, { document: documents.notInFrance }), path: [5n, twoAbove] },
      ],
      lacking: [],
    },
  },
  'of a licence the creator rests on nobody can tell': {
    licensee: creator,
    resting: {
      held: [{ ...held({ workId: above }, { document: missing }), path: [5n, above] }],
      lacking: [],
    },
  },
  'the creator kept the use': { use: 'aiTraining', held: [held({ uses: ['aiTraining'] })] },
  'the use is above the ceiling, and nobody knows by whom': { use: 'broadcast' },
  'a label on the work closes the use': {
    use: 'broadcast',
    closing: { path: [5n], by: { kind: 'label', label: 'TK S' } },
  },
  'a label one generation up closes it': {
    use: 'broadcast',
    closing: { path: [5n, above], by: { kind: 'label', label: 'TK SS' } },
  },
  'the creator two generations up kept it': {
    use: 'broadcast',
    closing: { path: [5n, above, twoAbove], by: { kind: 'retained' } },
  },
  'the terms of a source do not pass it on': {
    use: 'broadcast',
    closing: { path: [5n, above], by: { kind: 'terms', termsId } },
  },
  'the holder may': { licensee: owner, use: 'display' },
  'the holder may something else': { licensee: owner, use: 'adapt' },
  'the holder may nothing': { licensee: owner, use: 'display', work: { ...work, holderUses: [] } },
  'the holder may until its end, which is now': {
    ...{ licensee: owner, use: 'display' },
    work: { ...work, until: 50 },
  },
  'the holder might, had it not ended': {
    ...{ licensee: owner, use: 'display' },
    work: { ...work, until: 49 },
  },
  'nothing is held': {},
  'nobody asks': { licensee: null },
  'a licence of another use is held': { held: [held({ uses: ['adapt'] })] },
  'a licence of another use is held, of unknown terms': {
    held: [held({ uses: ['adapt'] }, { offer: undefined })],
  },
  'all units were passed on': { held: [held({ units: 0 })] },
  'the licence ends later': { held: [held()] },
  'the licence does not end': { held: [held({ until: null })] },
  'the licence is in its last second': { held: [held()], now: 100 },
  'the licence ended': { held: [held()], now: 101 },
  'of two that ended the one that held longer counts': {
    held: [held({ until: 30 }), held({ termsId: other, until: 40 })],
  },
  'the licence ended, of unknown terms': { held: [held({}, { offer: undefined })], now: 101 },
  'the licence was revoked': {
    held: [
      held({
        ...{ revoked: true, until: 40 },
        breach: { breach: 'unattributed', evidence, recorded: 30 },
      }),
    ],
  },
  'the licence was revoked, and nobody wrote down for what': {
    held: [held({ revoked: true, until: 40 })],
  },
  'the licence begins now': { held: [held({ since: 50 })] },
  'the licence had not begun': { held: [held({ since: 51 })] },
  'the licence had not begun, of unknown terms': { held: [held({ since: 51 }, { offer: undefined })] },
  'the document is not here': { held: [held({}, { document: missing })] },
  'the terms are unknown': { held: [held({}, { offer: undefined, document: missing })] },
  'the document is no policy': {
    held: [held({}, { document: { state: 'unreadable', why: 'json-malformed' } })],
  },
  'the document says what nobody understands': { held: [held({}, { document: documents.strange })] },
  'nobody said where and what for': { held: [held({}, { document: documents.indonesia })] },
  'it is for gain, and elsewhere': {
    ...{ purpose: 'commercial', territory: 'FR' },
    held: [held({}, { document: documents.indonesia })],
  },
  'it is for gain': {
    ...{ purpose: 'commercial', territory: 'ID' },
    held: [held({}, { document: documents.indonesia })],
  },
  'it is as the document says': {
    ...{ purpose: 'personal', territory: 'ID' },
    held: [held({}, { document: documents.indonesia })],
  },
  'the document forbids it there': {
    territory: 'FR',
    held: [held({}, { document: documents.notInFrance })],
  },
  'the document forbids it there, and somewhere else not': {
    territory: ['ID', 'FR'],
    held: [held({}, { document: documents.notInFrance })],
  },
  'it is too late for the document': { held: [held({}, { document: documents.until })] },
  'of two licences nobody can tell of the first, and the second denies': {
    territory: 'FR',
    held: [
      held({}, { document: missing }),
      held({ termsId: other, revenueShareBps: 9 }, { document: documents.notInFrance }),
    ],
  },
  'of two licences of which nobody can tell, a fact would help with one': {
    held: [
      held({}, { document: documents.strange }),
      held({ termsId: other, revenueShareBps: 9 }, { document: documents.indonesia }),
    ],
  },
  'of two licences that permit it the one that costs less counts': {
    work: free,
    held: [held({ revenueShareBps: 900 }), held({ termsId: other, revenueShareBps: 100 })],
  },
  'flags and document ask for the same': {
    held: [
      held(
        { revenueShareBps: 800 },
        {
          document: documents.shared,
          offer: { ...offer, flags: ['attribution', 'shareAlike'] },
        },
      ),
    ],
  },
  'the price was paid': {
    work: free,
    held: [held({ price: 70n }, { offer: { ...offer, terms: { ...offer.terms, price: 100n } } })],
  },
  'the price was nothing, as for what another passed on': {
    work: free,
    held: [held({}, { offer: { ...offer, terms: { ...offer.terms, price: 100n } } })],
  },
  'a breach is to be cured': {
    work: free,
    held: [held({ breach: { breach: 'unpaid', evidence, recorded: 10 } })],
  },
  'AI is to be disclosed': {
    work: { ...work, moralRights: ['attribution', 'disclosure'], aiSummary: 'trainedAlgorithmicMedia' },
    held: [held()],
  },
};

it('every kind of answer, with its trail, is the one that is written down', async () => {
  const written = Object.entries(cases).map(([name, change]) => {
    const trail: TrailStep[] = [];
    return `${name}\n${toWords(decide(asked(change), trail))}`;
  });
  await expect(`${written.join('\n')}`).toMatchFileSnapshot('./answers.txt');
});

it('an answer without a trail says the same', () => {
  for (const change of Object.values(cases)) {
    const { trail, ...rest } = decide(asked(change), []);
    expect(trail).not.toEqual([]);
    expect(decide(asked(change))).toEqual(rest);
  }
});

it('an answer says of what it is', () => {
  expect(decide(asked({ held: [held()], now: 60 }))).toMatchObject({
    ...{ workId: 5n, creator, time: 60, decided: 50, offers: [], claims: [] },
    block: { number: 9, hash: zeroHash, timestamp: 50 },
    log: { size: 4 },
    chain: { state: 'connected', blocks: 0, seconds: 0 },
    question: { workId: 5n, use: 'embedInGame' },
  });
  expect(decide(asked({ work: undefined }))).toMatchObject({ workId: null, creator: null });
});

const format = formatChecks();
const money = createMoney((currency) => ({
  currency,
  unit: currency === native ? 'ETH' : 'LCNY',
  decimals: 18,
}));

/** What differs from answer to answer, a line each, with hashes by their first digit. */
function toWords(decision: Decision): string {
  const { verdict, reason, clause, ground, duties, termsId: terms, until, trail = [] } = decision;
  const { conditions, missing: lacking, notUnderstood } = decision;
  const found = { ground, terms, until, conditions, missing: lacking, notUnderstood };
  const lines = [
    `  ${verdict}: ${reason}, ${clause}`,
    `  ${format(reasonMessage(decision))}`,
    ...Object.entries(found).flatMap(([name, value]) =>
      isNothing(value) ? [] : [`  ${name} ${toJson(value)}`],
    ),
    ...duties.map((duty) => `  duty ${toJson(duty)}\n    You must ${format(dutyMessage(duty, money))}.`),
    ...trail.map((step) => `  ${step.then} | ${format(trailMessage(step, money))}`),
  ];
  return `${lines
    .join('\n')
    .replace(/0x(.)\1{63}/g, '0x$1…')
    .replaceAll(native, 'native')
    .replace(/0x0{39}(.)/g, 'account $1')}\n`;
}

function isNothing(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
