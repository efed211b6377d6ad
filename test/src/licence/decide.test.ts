import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curePeriod } from '../../../src/licence/Breach.ts';
import type { Question } from '../../../src/licence/Decision.ts';
import { decide, type Evidence } from '../../../src/licence/decide.ts';
import type { Licence, Offer } from '../../../src/licence/Terms.ts';
import { native, zeroHash, type Hex } from '../../../src/values.ts';
import { useNames } from '../../../src/work/Uses.ts';
import type { Work } from '../../../src/work/Work.ts';

const account = (n: number): Hex => `0x${`${n}`.padStart(40, '0')}`;
const [creator, owner, studio] = [account(1), account(2), account(3)];
const termsId: Hex = `0x${'a'.repeat(64)}`;

const work: Work = {
  workId: 5n,
  kind: 'opera-mask',
  creator,
  registrant: creator,
  owner,
  contentHash: zeroHash,
  metadataHash: zeroHash,
  retained: ['aiTraining'],
  ceiling: ['display', 'adapt', 'embedInGame'],
  holderUses: ['display'],
  moralRights: ['attribution'],
  aiSummary: 'undeclared',
  resaleBps: 500,
  labels: [],
  labelled: false,
  regime: null,
  until: null,
  frozen: false,
  shareAlike: false,
  owesAbsolute: false,
  vouched: null,
  registered: { block: 1, transaction: zeroHash, timestamp: 1 },
  logged: null,
};
const licence: Licence = {
  workId: 5n,
  termsId,
  licensee: studio,
  uses: ['embedInGame'],
  units: 1,
  revenueShareBps: 0,
  price: 0n,
  currency: native,
  since: 1,
  until: 100,
  revoked: false,
  breach: null,
  block: 1,
  transaction: zeroHash,
};
const offer: Offer = {
  workId: 5n,
  termsId,
  terms: {
    uses: 64,
    passOn: 0,
    currency: native,
    price: 0n,
    revenueShareBps: 0,
    duration: 0,
    cap: 0,
    flags: 2,
    documentHash: zeroHash,
  },
  uses: ['embedInGame'],
  passOn: [],
  flags: ['shareAlike'],
  open: true,
};

type Change = Partial<Evidence> & Partial<Pick<Question, 'use' | 'licensee' | 'purpose'>>;

function asked(change: Change): Evidence {
  const { use = 'embedInGame', licensee = studio, purpose, ...rest } = change;
  return {
    question: { workId: 5n, licensee, use, purpose },
    block: { number: 9, hash: zeroHash, timestamp: 50 },
    work,
    licences: [],
    offers: [],
    closing: null,
    nonCommercial: new Map([
      [termsId, false],
      [zeroHash, false],
    ]),
    sourceLicences: [],
    sourceOffers: [],
    now: 50,
    ...rest,
  };
}

describe('the answer to a question', () => {
  it.each([
    ['nobody registered the work', { work: undefined }, 'cannot-tell', 'work-unknown', 'work.5'],
    ['the creator asks', { licensee: creator, use: 'aiTraining' }, 'permitted', 'creator', 'work.creator'],
    [
      'the creator’s own licence of a source does not cover it',
      { licensee: creator, sourceLicences: null },
      'denied',
      'use-not-licensed',
      'sources.uses.embedInGame',
    ],
    [
      'the creator kept the use, whatever is held',
      { use: 'aiTraining', licences: [{ ...licence, uses: ['aiTraining'] }] },
      'denied',
      'use-retained-by-creator',
      'retained.aiTraining',
    ],
    [
      'a source did not pass the use on',
      { use: 'broadcast', licences: [{ ...licence, uses: ['broadcast'] }] },
      'denied',
      'use-above-ceiling',
      'ceiling.broadcast',
    ],
    [
      'the holder may',
      { licensee: owner, use: 'display' },
      'permitted-with-duties',
      'holder',
      'holderUses.display',
    ],
    [
      'the holder may, and the licences it was made under have ended',
      { licensee: owner, use: 'display', work: { ...work, until: 49 } },
      'denied',
      'work-ended',
      'work.until.49',
    ],
    [
      'the community closed the use by a label on the work',
      { use: 'broadcast', closing: { workId: 5n, label: 'TK S' } },
      'denied',
      'closed-by-community',
      'labels.TK S',
    ],
    [
      'the community closed the use by a label up the lineage',
      { use: 'broadcast', closing: { workId: 7n, label: 'TK SS' } },
      'denied',
      'closed-by-community',
      'sources.7.labels.TK SS',
    ],
    [
      'all units of the licence were passed on',
      { licences: [{ ...licence, units: 0 }] },
      'denied',
      'no-licence',
      'licences',
    ],
    [
      'the licence was revoked',
      { licences: [{ ...licence, revoked: true, until: 40 }] },
      'denied',
      'licence-revoked',
      `terms.${termsId}.revoked.40`,
    ],
    [
      'the use is for gain and the licence is not',
      { licences: [licence], nonCommercial: new Map([[termsId, true]]), purpose: 'commercial' },
      'denied',
      'purpose-not-licensed',
      `terms.${termsId}.purpose`,
    ],
    [
      'the creator’s use is for gain and rests on a licence that is not',
      {
        licensee: creator,
        sourceLicences: [{ ...licence, workId: 7n }],
        nonCommercial: new Map([[termsId, true]]),
        purpose: 'commercial',
      },
      'denied',
      'purpose-not-licensed',
      `sources.7.terms.${termsId}.purpose`,
    ],
    ['nothing is held', {}, 'denied', 'no-licence', 'licences'],
    [
      'a licence of other uses is held',
      { licences: [{ ...licence, uses: ['adapt'] }] },
      'denied',
      'use-not-licensed',
      `terms.${termsId}.uses`,
    ],
    [
      'it is the last second of a licence',
      { licences: [licence], now: 100 },
      'permitted-with-duties',
      'licence',
      `terms.${termsId}.uses.embedInGame`,
    ],
    [
      'it is the second after',
      { licences: [licence], now: 101 },
      'denied',
      'licence-expired',
      `terms.${termsId}.until.100`,
    ],
  ] as [string, Parameters<typeof asked>[0], string, string, string][])(
    'is right when %s',
    (_, change, verdict, reason, clause) => {
      expect(decide(asked(change))).toMatchObject({ verdict, reason, clause });
    },
  );

  it('names the duties of the licence that costs least', () => {
    const dear = { ...licence, revenueShareBps: 900, termsId: zeroHash };
    const cheap = { ...licence, revenueShareBps: 100 };
    expect(decide(asked({ licences: [dear, cheap], offers: [offer] }))).toMatchObject({
      termsId,
      until: 100,
      duties: [
        { duty: 'attribute' },
        { duty: 'share-alike' },
        { duty: 'report-and-pay', revenueShareBps: 100, currency: native },
      ],
    });
  });

  it('binds a creator to the licences a derivative rests on: the first that ends, and the duties of all', () => {
    const first = { ...licence, workId: 1n, until: 80, revenueShareBps: 900 };
    const second = { ...licence, workId: 2n, termsId: zeroHash, until: null };
    const sourceOffers = [{ ...offer, workId: 2n, termsId: zeroHash }];
    expect(decide(asked({ licensee: creator, sourceLicences: [first, second], sourceOffers }))).toMatchObject(
      {
        verdict: 'permitted-with-duties',
        reason: 'creator',
        until: 80,
        duties: [{ duty: 'report-and-pay', revenueShareBps: 900, currency: native }, { duty: 'share-alike' }],
      },
    );
  });

  it('says that a licence is not for gain unless the use is said not to be', () => {
    const held = { work: { ...work, moralRights: [] }, licences: [licence] };
    const notForGain = { ...held, nonCommercial: new Map([[termsId, true]]) };
    expect(decide(asked(notForGain))).toMatchObject({
      verdict: 'permitted-with-duties',
      duties: [{ duty: 'non-commercial' }],
    });
    expect(decide(asked({ ...notForGain, purpose: 'non-commercial' })).duties).toEqual([]);
    expect(decide(asked({ ...held, purpose: 'commercial' }))).toMatchObject({ verdict: 'permitted' });
  });

  it('takes a licence that is for gain where one that is not would cost less', () => {
    const free = { ...licence, termsId: zeroHash };
    const paid = { ...licence, revenueShareBps: 900 };
    const nonCommercial = new Map([
      [zeroHash, true],
      [termsId, false],
    ]);
    expect(decide(asked({ licences: [free, paid], nonCommercial, purpose: 'commercial' }))).toMatchObject({
      verdict: 'permitted-with-duties',
      termsId,
    });
  });

  it('sends whoever relies on terms whose document is not here to find it', () => {
    const unread = decide(asked({ licences: [licence], offers: [offer], nonCommercial: new Map() }));
    expect(unread.duties).toContainEqual({ duty: 'read-terms', documentHash: zeroHash });
  });

  it('permits under a breach until it is revoked, and says by when it has to be cured', () => {
    const breach = { breach: 'unattributed' as const, evidence: zeroHash, recorded: 10 };
    expect(decide(asked({ licences: [{ ...licence, breach }] })).duties).toContainEqual({
      duty: 'cure-breach',
      breach: 'unattributed',
      until: 10 + curePeriod,
    });
  });

  it('asks to disclose AI only where there was some', () => {
    const disclosing = { ...work, moralRights: ['disclosure' as const] };
    for (const [aiSummary, duties] of [
      ['digitalCapture', []],
      ['undeclared', []],
      ['trainedAlgorithmicMedia', [{ duty: 'disclose-ai' }]],
      ['algorithmicallyEnhanced', [{ duty: 'disclose-ai' }]],
    ] as const) {
      expect(decide(asked({ work: { ...disclosing, aiSummary }, licences: [licence] })).duties).toEqual(
        duties,
      );
    }
  });

  it('is permitted without duties only where nothing is asked', () => {
    const free = { ...work, moralRights: [] };
    expect(decide(asked({ work: free, licences: [licence] }))).toMatchObject({
      verdict: 'permitted',
      duties: [],
    });
  });

  it('names the open offers that would permit a denied use, and no closed one', () => {
    const closed = { ...offer, termsId: zeroHash, open: false };
    expect(decide(asked({ offers: [offer, closed] })).offers).toEqual([termsId]);
  });

  it('never permits a retained use or one above the ceiling to anybody but the creator', () => {
    const uses = fc.subarray([...useNames]);
    fc.assert(
      fc.property(uses, uses, uses, fc.constantFrom(...useNames), (retained, ceiling, licensed, use) => {
        const { verdict } = decide(
          asked({ work: { ...work, retained, ceiling }, licences: [{ ...licence, uses: licensed }], use }),
        );
        const allowed = !retained.includes(use) && ceiling.includes(use) && licensed.includes(use);
        expect(verdict.startsWith('permitted')).toBe(allowed);
      }),
    );
  });
});
