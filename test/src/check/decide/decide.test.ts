import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curePeriod } from '../../../../src/terms/Breach.ts';
import { decide } from '../../../../src/check/decide/decide.ts';
import type { Duty } from '../../../../src/check/duties/Duty.ts';
import type { HeldLicence } from '../../../../src/check/evidence/CheckEvidence.ts';
import { waysTo } from '../../../../src/check/decide/waysTo.ts';
import { native, zeroHash } from '../../../../src/kernel/values.ts';
import { useNames } from '../../../../src/work/Uses.ts';
import {
  asked,
  creator,
  toDocument,
  documentWith,
  held,
  offer,
  owner,
  studio,
  termsId,
  work,
  type Change,
} from '../../../support/evidence.ts';

const listKinds = (duties: readonly Duty[]) => duties.map(({ duty }) => duty);

describe('the answer to a question', () => {
  it.each([
    ['nobody registered the work', () => ({ work: undefined }), 'cannot-tell', 'work-unknown', 'work.5'],
    [
      'the creator asks',
      () => ({ licensee: creator, use: 'aiTraining', resting: { held: [], lacking: [] } }),
      'permitted',
      'creator',
      'work.creator',
    ],
    [
      'the creator’s own licence of a source does not cover it',
      () => ({
        licensee: creator,
        resting: { held: [], lacking: [{ workId: 7n, termsId, path: [5n, 7n] }] },
      }),
      'denied',
      'use-not-licensed',
      'sources.uses.embedInGame',
    ],
    [
      'the creator kept the use, whatever is held',
      () => ({ use: 'aiTraining', held: [held({ uses: ['aiTraining'] })] }),
      'denied',
      'use-retained-by-creator',
      'retained.aiTraining',
    ],
    [
      'a source did not pass the use on',
      () => ({ use: 'broadcast', held: [held({ uses: ['broadcast'] })] }),
      'denied',
      'use-above-ceiling',
      'ceiling.broadcast',
    ],
    [
      'the holder may',
      () => ({ licensee: owner, use: 'display' }),
      'permitted-with-duties',
      'holder',
      'holderUses.display',
    ],
    [
      'the holder may, and the licences it was made under have ended',
      () => ({ licensee: owner, use: 'display', work: { ...work, until: 49 } }),
      'denied',
      'work-ended',
      'work.until.49',
    ],
    [
      'the community closed the use by a label on the work',
      () => ({ use: 'broadcast', closing: { path: [5n], by: { kind: 'label', label: 'TK S' } } }),
      'denied',
      'closed-by-community',
      'labels.TK S',
    ],
    [
      'the community closed the use by a label up the lineage',
      () => ({ use: 'broadcast', closing: { path: [5n, 6n, 7n], by: { kind: 'label', label: 'TK SS' } } }),
      'denied',
      'closed-by-community',
      'sources.7.labels.TK SS',
    ],
    [
      'a creator up the lineage kept the use',
      () => ({ use: 'broadcast', closing: { path: [5n, 6n, 7n], by: { kind: 'retained' } } }),
      'denied',
      'use-above-ceiling',
      'sources.7.retained.broadcast',
    ],
    [
      'the terms of a source do not pass the use on',
      () => ({ use: 'broadcast', closing: { path: [5n, 6n], by: { kind: 'terms', termsId } } }),
      'denied',
      'use-above-ceiling',
      `sources.6.terms.${termsId}.passOn.broadcast`,
    ],
    [
      'all units of the licence were passed on',
      () => ({ held: [held({ units: 0 })] }),
      'denied',
      'no-licence',
      'licences',
    ],
    [
      'the licence was revoked',
      () => ({ held: [held({ revoked: true, until: 40 })] }),
      'denied',
      'licence-revoked',
      `terms.${termsId}.revoked.40`,
    ],
    [
      'the licence began later than the time asked about',
      () => ({ held: [held({ since: 51 })] }),
      'denied',
      'licence-not-begun',
      `terms.${termsId}.since.51`,
    ],
    ['nothing is held', () => ({}), 'denied', 'no-licence', 'licences'],
    ['nobody asks', () => ({ licensee: null }), 'denied', 'no-licence', 'licences'],
    [
      'a licence of other uses is held',
      () => ({ held: [held({ uses: ['adapt'] })] }),
      'denied',
      'use-not-licensed',
      `terms.${termsId}.uses`,
    ],
    [
      'it is the last second of a licence',
      () => ({ held: [held()], now: 100 }),
      'permitted-with-duties',
      'licence',
      `terms.${termsId}.uses.embedInGame`,
    ],
    [
      'it is the second after',
      () => ({ held: [held()], now: 101 }),
      'denied',
      'licence-expired',
      `terms.${termsId}.until.100`,
    ],
    [
      'the document of the terms is not here',
      () => ({ held: [held({}, { document: { state: 'missing' } })] }),
      'cannot-tell',
      'document-missing',
      `terms.${termsId}.document`,
    ],
    [
      'what its hash is of is no policy',
      () => ({ held: [held({}, { document: { state: 'unreadable', why: 'json-malformed' } })] }),
      'cannot-tell',
      'terms-not-understood',
      `terms.${termsId}.document`,
    ],
  ] as [string, () => Change, string, string, string][])(
    'is right when %s',
    (_, change, verdict, reason, clause) => {
      expect(decide(asked(change()))).toMatchObject({ verdict, reason, clause });
    },
  );

  it('says whose word it is, how far up the lineage, and by which way', () => {
    const closing = { path: [5n, 6n, 7n], by: { kind: 'label', label: 'TK SS' } } as const;
    expect(decide(asked({ use: 'broadcast', closing })).ground).toEqual({
      from: 'community-condition',
      workId: 7n,
      generation: 2,
      path: [5n, 6n, 7n],
      label: 'TK SS',
      termsId: null,
      document: null,
      rule: null,
    });
  });

  it('names the duties of the licence that costs least', () => {
    const dear = held({ revenueShareBps: 900, termsId: zeroHash });
    const cheap = held({ revenueShareBps: 100 }, { offer: { ...offer, flags: ['shareAlike'] } });
    const { termsId: taken, until, duties } = decide(asked({ held: [dear, cheap] }));
    expect([taken, until]).toEqual([termsId, 100]);
    expect(duties).toMatchObject([
      { duty: 'attribute', termsId: null, fulfilled: null },
      { duty: 'share-alike', termsId },
      { duty: 'report-and-pay', revenueShareBps: 100, currency: native, fulfilled: false },
    ]);
  });

  it('binds a creator to the licences a derivative rests on: the first that ends, and the duties of all', () => {
    const first = held({ workId: 1n, until: 80, revenueShareBps: 900 });
    const flagged = { ...offer, workId: 2n, termsId: zeroHash, flags: ['shareAlike' as const] };
    const second = held({ workId: 2n, termsId: zeroHash, until: null }, { offer: flagged });
    const resting = { held: [first, second].map((one) => ({ ...one, path: [5n] })), lacking: [] };
    expect(decide(asked({ licensee: creator, resting }))).toMatchObject({
      verdict: 'permitted-with-duties',
      reason: 'creator',
      until: 80,
      duties: [
        { duty: 'report-and-pay', workId: 1n, revenueShareBps: 900 },
        { duty: 'share-alike', workId: 2n },
      ],
    });
  });

  it('permits under a breach until it is revoked, and says by when it has to be cured', () => {
    const breach = { breach: 'unattributed' as const, evidence: zeroHash, recorded: 10 };
    expect(decide(asked({ held: [held({ breach })] })).duties[1]).toMatchObject({
      duty: 'cure-breach',
      breach: 'unattributed',
      deadline: 10 + curePeriod,
      fulfilled: false,
    });
  });

  it('asks to disclose AI only where there was some', () => {
    const disclosing = { ...work, moralRights: ['disclosure' as const] };
    for (const [aiSummary, duties] of [
      ['digitalCapture', []],
      ['undeclared', []],
      ['trainedAlgorithmicMedia', ['disclose-ai']],
      ['algorithmicallyEnhanced', ['disclose-ai']],
    ] as const) {
      const decision = decide(asked({ work: { ...disclosing, aiSummary }, held: [held()] }));
      expect(listKinds(decision.duties)).toEqual(duties);
    }
  });

  it('is permitted without duties only where nothing is asked', () => {
    const free = { ...work, moralRights: [] };
    expect(decide(asked({ work: free, held: [held()] }))).toMatchObject({ verdict: 'permitted', duties: [] });
  });

  it('never permits a retained use or one above the ceiling to anybody but the creator', () => {
    const uses = fc.subarray([...useNames]);
    fc.assert(
      fc.property(uses, uses, uses, fc.constantFrom(...useNames), (retained, ceiling, licensed, use) => {
        const { verdict } = decide(
          asked({ work: { ...work, retained, ceiling }, held: [held({ uses: licensed })], use }),
        );
        const allowed = !retained.includes(use) && ceiling.includes(use) && licensed.includes(use);
        expect(verdict.startsWith('permitted')).toBe(allowed);
      }),
    );
  });
});

describe('what a document says', () => {
  const free = { ...work, moralRights: [] };

  it('that is only for what is not for gain: denied for gain, permitted if not, and nobody can tell unless it is said', async () => {
    const document = await toDocument({ nonCommercial: true });
    const ask = (purpose?: string) => decide(asked({ work: free, held: [held({}, { document })], purpose }));
    expect(ask('commercial')).toMatchObject({
      verdict: 'denied',
      reason: 'purpose-not-licensed',
      clause: `terms.${termsId}.purpose`,
      ground: { from: 'terms-document', rule: 'permission[0]/constraint[0]', document: zeroHash },
      conditions: [{ what: 'purpose', stated: [expect.stringContaining('purpose-commercial')] }],
    });
    expect(ask('non-commercial')).toMatchObject({ verdict: 'permitted', missing: [] });
    expect(ask('personal')).toMatchObject({ verdict: 'permitted' });
    expect(ask()).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'fact-missing',
      clause: `terms.${termsId}.purpose`,
      missing: ['purpose'],
      duties: [],
    });
  });

  it('of a purpose is asked about as the wider one only where that one is open', async () => {
    const ask = async (only: readonly ('personal' | 'education' | 'nonCommercial')[], purpose: string) => {
      const document = await toDocument({ purposes: { only: [...only] } });
      return decide(asked({ work: free, held: [held({}, { document })], purpose })).verdict;
    };
    expect(await ask(['personal'], 'personal')).toBe('permitted');
    expect(await ask(['nonCommercial'], 'personal')).toBe('permitted');
    expect(await ask(['education'], 'personal')).toBe('denied');
  });

  it('of territories is decided by the countries in them', async () => {
    const document = await toDocument({ territories: { only: ['035'] } });
    const ask = (territory?: string | string[]) =>
      decide(asked({ work: free, held: [held({}, { document })], territory }));
    expect(ask('ID')).toMatchObject({ verdict: 'permitted' });
    expect(ask('FR')).toMatchObject({ verdict: 'denied', reason: 'condition-not-met' });
    expect(ask(['ID', 'FR']).verdict).not.toBe('permitted');
    expect(ask()).toMatchObject({ verdict: 'cannot-tell', missing: ['territory'] });
  });

  it('of a time counts for the time asked about', async () => {
    const document = await toDocument({ window: { notAfter: '1970-01-01T00:01:00Z' } });
    const at = (now: number) =>
      decide(asked({ work: free, held: [held({ until: null }, { document })], now }));
    expect(at(60)).toMatchObject({ verdict: 'permitted', time: 60 });
    expect(at(61)).toMatchObject({ verdict: 'denied', reason: 'condition-not-met' });
  });

  it('of a number of uses counts the next one', async () => {
    const document = await toDocument({ limits: { uses: 3 } });
    const ask = (count?: number) => decide(asked({ work: free, held: [held({}, { document })], count }));
    expect(ask(2)).toMatchObject({ verdict: 'permitted' });
    expect(ask(3)).toMatchObject({ verdict: 'denied', reason: 'condition-not-met' });
    expect(ask()).toMatchObject({ verdict: 'cannot-tell', missing: ['count'] });
  });

  it('of a term that was renewed counts what is left of it', async () => {
    const document = await toDocument({ duration: 30 });
    const timed = { ...offer, terms: { ...offer.terms, duration: 30 } };
    const renewed = held({ since: 1, until: 61 }, { document, offer: timed });
    expect(decide(asked({ work: free, held: [renewed], now: 61 }))).toMatchObject({ verdict: 'permitted' });
  });

  it('of a term counts from when it began: of one that ends as long before its end as it lasts', async () => {
    const document = await toDocument({ duration: 30 });
    const timed = (duration: number) => ({ ...offer, terms: { ...offer.terms, duration } });
    for (const [since, until, duration, begun] of [
      [1, 61, 60, 1],
      [1, 61, 20, 41],
      [10, 200, 0, 10],
      [10, null, 0, 10],
      [10, null, 60, 10],
    ] as const) {
      const one = held({ since, until }, { document, offer: timed(duration) });
      const last = Math.min(begun + 30, until ?? Infinity);
      expect(decide(asked({ work: free, held: [one], now: last })).verdict).toBe('permitted');
      if (last === until) continue;
      expect(decide(asked({ work: free, held: [one], now: last + 1 }))).toMatchObject({
        ...{ verdict: 'denied', reason: 'condition-not-met' },
        conditions: [{ what: 'elapsedTime', stated: ['PT31S'] }],
      });
    }
  });

  it('of how many were sold counts those that were, and of an offer one more', async () => {
    const sold = 'urn:lianpu:odrl-profile:1#licencesSold';
    const document = await documentWith({
      constraint: [{ leftOperand: sold, operator: 'lteq', rightOperand: 3 }],
    });
    const ask = (count: number) => decide(asked({ work: free, held: [held({}, { document, sold: count })] }));
    expect(ask(3)).toMatchObject({ verdict: 'permitted' });
    expect(ask(4)).toMatchObject({ verdict: 'denied', conditions: [{ stated: ['4'] }] });
    const ways = (count: number) =>
      waysTo(asked({}), [{ offer, document, sold: count, approved: false, workUntil: null }], 50);
    expect(ways(2)).toHaveLength(1);
    expect(ways(3)).toEqual([]);
  });

  it('of a time since the licence counts for an offer from when it would be acquired', async () => {
    const document = await toDocument({ duration: 10 });
    const ways = (now: number, acquired: number) =>
      waysTo(asked({ now }), [{ offer, document, sold: 0, approved: false, workUntil: null }], acquired);
    expect(ways(60, 50)).toHaveLength(1);
    expect(ways(61, 50)).toEqual([]);
  });

  it('that narrows its action or who it is for is asked with what is stated, too', async () => {
    const web = 'urn:lianpu:odrl-profile:1#channel-website';
    const refinement = [{ leftOperand: 'deliveryChannel', operator: 'eq', rightOperand: { '@id': web } }];
    const action = [{ 'rdf:value': { '@id': 'urn:lianpu:odrl-profile:1#embedInGame' }, refinement }];
    const ask = async (rule: object, medium?: string) => {
      const document = await documentWith(rule);
      return decide(asked({ work: free, held: [held({}, { document })], medium })).verdict;
    };
    expect(await ask({ action }, 'website')).toBe('permitted');
    expect(await ask({ action }, 'cinema')).toBe('denied');
    expect(await ask({ action })).toBe('cannot-tell');
    const assignee = { '@type': 'PartyCollection', source: studio, refinement };
    expect(await ask({ assignee }, 'cinema')).toBe('denied');
  });

  it('in which constraints stand in each other is denied by the one that is not met', async () => {
    const [spatial, language] = ['ID', 'id'].map((rightOperand, at) => ({
      ...{ leftOperand: at === 0 ? 'spatial' : 'language', operator: 'eq', rightOperand },
    }));
    const both = { and: { '@list': [spatial, language] } };
    const ask = async (constraint: unknown[], said: Change) => {
      const document = await documentWith({ constraint });
      return decide(asked({ work: free, held: [held({}, { document })], ...said }));
    };
    for (const [constraint, rule] of [
      [[both], 'permission[0]/constraint[0]/constraint[1]'],
      [[spatial, both], 'permission[0]/constraint[1]/constraint[1]'],
      [[both, language], 'permission[0]/constraint[0]/constraint[1]'],
    ] as const) {
      const denied = await ask([...constraint], { territory: 'ID', language: 'en' });
      expect(denied).toMatchObject({
        verdict: 'denied',
        ground: { rule },
        clause: `terms.${termsId}.language`,
      });
      expect(denied.conditions[0]).toMatchObject({ operator: 'eq', expected: ['id'], stated: ['en'] });
    }
    expect(await ask([both], { territory: 'ID', language: 'id' })).toMatchObject({ verdict: 'permitted' });
  });

  it('that forbids the use denies it', async () => {
    const document = await toDocument({
      forbidden: [{ actions: ['embedInGame'], territories: ['FR'] }],
    });
    const ask = (territory: string) =>
      decide(asked({ work: free, held: [held({}, { document })], territory }));
    expect(ask('ID')).toMatchObject({ verdict: 'permitted' });
    expect(ask('FR')).toMatchObject({
      verdict: 'denied',
      reason: 'prohibited-by-terms',
      ground: { rule: 'prohibition[0]' },
    });
  });

  it('in words that are not understood permits nothing', async () => {
    const document = await documentWith({
      constraint: [{ leftOperand: 'urn:else#moonPhase', operator: 'eq', rightOperand: 'full' }],
    });
    expect(decide(asked({ held: [held({}, { document })] }))).toMatchObject({
      verdict: 'cannot-tell',
      reason: 'terms-not-understood',
      notUnderstood: expect.arrayContaining(['urn:else#moonPhase']) as unknown,
    });
  });

  it('takes a licence that is for gain where one that is not would cost less', async () => {
    const document = await toDocument({ nonCommercial: true });
    const cheap = held({ termsId: zeroHash }, { document });
    const paid = held({ revenueShareBps: 900 });
    expect(decide(asked({ held: [cheap, paid], purpose: 'commercial' }))).toMatchObject({
      verdict: 'permitted-with-duties',
      termsId,
    });
  });
});

describe('a duty', () => {
  const free = { ...work, moralRights: [] };
  const share = { revenueShareBps: 1000, until: null };
  const statement = {
    reportId: termsId,
    currency: native,
    terms: [termsId],
    due: 100n,
    paid: 100n,
    filed: { block: 8, transaction: zeroHash, timestamp: 40 },
  };

  it('to report and pay is fulfilled by a statement under the licence of which all is paid', () => {
    const ask = (...reported: HeldLicence['reported']) =>
      decide(asked({ work: free, held: [held(share, { reported })] }));
    expect(ask()).toMatchObject({
      verdict: 'permitted-with-duties',
      duties: [{ fulfilled: false, amount: null }],
    });
    expect(ask({ ...statement, paid: 99n }).duties).toMatchObject([{ fulfilled: false, amount: 1n }]);
    expect(ask({ ...statement, terms: [zeroHash] }).duties).toMatchObject([
      { fulfilled: false, amount: null },
    ]);
    expect(ask({ ...statement, paid: 1000n })).toMatchObject({
      verdict: 'permitted',
      duties: [
        {
          duty: 'report-and-pay',
          fulfilled: true,
          amount: 0n,
          fulfilledBy: { fact: 'report', reference: termsId, block: 8 },
        },
      ],
    });
    // What was overpaid under one statement pays nothing of another.
    const other = { ...statement, reportId: zeroHash, paid: 0n };
    expect(ask({ ...statement, paid: 1000n }, other).duties).toMatchObject([
      { fulfilled: false, amount: 100n },
    ]);
  });

  it('to pay the price is fulfilled by what the licence cost, or by payments under its terms', async () => {
    const document = await toDocument({ price: '100' });
    const priced = { ...offer, terms: { ...offer.terms, price: 100n } };
    const payment = {
      payer: studio,
      currency: native,
      amount: 60n,
      origin: { block: 3, transaction: zeroHash },
    };
    const ask = (price: bigint, ...payments: HeldLicence['payments']) =>
      decide(asked({ work: free, held: [held({ price }, { document, offer: priced, payments })] }));
    expect(ask(100n)).toMatchObject({
      verdict: 'permitted',
      duties: [
        { duty: 'pay', amount: 100n, currency: native, fulfilled: true, fulfilledBy: { fact: 'payment' } },
      ],
    });
    expect(ask(0n)).toMatchObject({
      verdict: 'permitted-with-duties',
      duties: [{ duty: 'pay', fulfilled: false }],
    });
    expect(ask(0n, payment).duties).toMatchObject([{ fulfilled: false }]);
    expect(ask(0n, payment, payment).duties).toMatchObject([{ fulfilled: true, fulfilledBy: { block: 3 } }]);
    expect(ask(0n, payment, { ...payment, payer: creator }).duties).toMatchObject([{ fulfilled: false }]);
  });

  it('of a document has its deadline, counted from when the licence was acquired', async () => {
    const document = await toDocument({
      revenueShareBps: 1000,
      duties: [
        { duty: 'inform', withinDays: 2 },
        { duty: 'reportUsage', everyDays: 30, withinDays: 10 },
      ],
    });
    const day = 86_400;
    const at = (now: number) =>
      new Map(
        decide(asked({ work: free, held: [held({ ...share, since: 0 }, { document })], now })).duties.map(
          ({ duty, deadline }) => [duty, deadline],
        ),
      );
    expect(at(50)).toEqual(
      new Map<string, number>([
        ['report-and-pay', 40 * day],
        ['inform', 2 * day],
      ]),
    );
    expect(at(41 * day).get('report-and-pay')).toBe(70 * day);
  });
});

it('a trail says what was looked at, in order, and ends with what decided', () => {
  const trail: NonNullable<Parameters<typeof decide>[1]> = [];
  const decision = decide(asked({ held: [held()] }), trail);
  expect(decision.trail).toBe(trail);
  expect(trail.map(({ then }) => then)).toEqual(['goes-on', 'goes-on', 'goes-on', 'goes-on', 'permits']);
  expect(trail.at(-1)).toMatchObject({ found: 'licence-permits', values: { termsId } });
  expect('trail' in decide(asked({}))).toBe(false);
});
