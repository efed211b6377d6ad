import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/ports/Ledger.ts';
import { findClosure } from '../../../../src/check/evidence/findClosure.ts';
import { decide } from '../../../../src/check/decide/decide.ts';
import { readHoldings } from '../../../../src/check/evidence/LicenceHoldings.ts';
import { collectEvidence, collectOffers } from '../../../../src/check/evidence/collectEvidence.ts';
import type { TermsDocument } from '../../../../src/check/evidence/CheckEvidence.ts';
import type { Question } from '../../../../src/check/Question.ts';
import { native, zeroHash, type Hex } from '../../../../src/kernel/values.ts';
import type { Use } from '../../../../src/work/Uses.ts';
import type { Work } from '../../../../src/work/Work.ts';
import { asked as evidenceOf, documentWith, held, offer, termsId, work } from '../../../support/evidence.ts';

const [creator, studio]: Hex[] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`] as const;
const parts = {
  documents: { read: () => Promise.resolve({ state: 'missing' as const }) },
  log: { size: () => 0 },
};

/** A line of works, each made from the next: nobody else's licences, and so many questions that are counted. */
function toLine(depth: number, { retainedAt = depth, labelled = false } = {}) {
  const asked = { works: 0, shares: 0 };
  const workOf = (workId: bigint) => {
    asked.works += 1;
    if (workId > BigInt(depth)) return Promise.resolve(undefined);
    return Promise.resolve({
      workId,
      creator,
      registrant: creator,
      owner: creator,
      retained: workId === BigInt(retainedAt) ? ['broadcast'] : [],
      ceiling: ['display'],
      holderUses: [],
      moralRights: [],
      labels: [],
      labelled,
      until: null,
    } as unknown as Work);
  };
  const facts = {
    block: { number: 1, hash: zeroHash, timestamp: 1 },
    workOf,
    licencesOf: () => Promise.resolve([]),
    offersOf: () => Promise.resolve([]),
    termsOf: () => Promise.resolve(undefined),
    sharesOf: (workId: bigint) => {
      asked.shares += 1;
      const sources =
        workId < BigInt(depth)
          ? [{ workId: workId + 1n, termsId: zeroHash, shareBps: 0, absolute: false }]
          : [];
      return Promise.resolve({ sources, inherited: [], payees: [] });
    },
  } as unknown as Facts;
  facts.findClosure = (work, use) => findClosure(facts, work, use);
  facts.findHoldings = (workId, licensee) => readHoldings(facts, workId, licensee);
  return { facts, asked };
}

const chain = { state: 'connected', blocks: 0, seconds: 0 } as const;

const ask = async (facts: Facts, use: Use, licensee = studio) => {
  const question: Question = { workId: 1n, licensee, use };
  return decide(await collectEvidence(parts, facts, { question, workId: 1n, now: 5, decided: 5, chain }));
};

it('a check of a work looks at no other, however deep its lineage is, where the ceiling answers', async () => {
  for (const depth of [1, 50]) {
    const { facts, asked } = toLine(depth);
    expect(await ask(facts, 'display')).toMatchObject({ reason: 'no-licence' });
    expect(asked).toEqual({ works: 1, shares: 0 });
  }
});

it('a denial names what is three generations up, and the way there', async () => {
  const { facts, asked } = toLine(50, { retainedAt: 4 });
  expect(await ask(facts, 'broadcast')).toMatchObject({
    reason: 'use-above-ceiling',
    clause: 'sources.4.retained.broadcast',
    ground: { from: 'creator-right', workId: 4n, generation: 3, path: [1n, 2n, 3n, 4n] },
  });
  expect(asked.works).toBe(4);
});

it('where a denial comes from is looked for in a thousand works, and no further', async () => {
  const { facts, asked } = toLine(5000, { labelled: true });
  const work = (await facts.workOf(1n)) as Work;
  expect(await findClosure(facts, work, 'broadcast')).toBeNull();
  expect(asked.works).toBe(1024);
});

describe('of a licence that covers the use', () => {
  const plain = held().document;
  const { licence } = held();
  const paid = { payer: studio, currency: native, amount: 1n, origin: { block: 1, transaction: zeroHash } };
  const filed = { block: 1, transaction: zeroHash, timestamp: 1 };
  const reported = { reportId: zeroHash, currency: native, terms: [], due: 0n, paid: 0n, filed };

  /** What is gathered of one licence, and what was asked for it. */
  async function gathered({
    terms,
    document = plain,
    ...change
  }: {
    terms?: Partial<typeof offer.terms>;
    document?: TermsDocument;
  } & Partial<typeof licence>) {
    const looked: string[] = [];
    const look = <T>(what: string, found: T) => {
      looked.push(what);
      return Promise.resolve(found);
    };
    const one = {
      licence: { ...licence, ...change },
      offer: { ...offer, terms: { ...offer.terms, ...terms } },
    };
    const facts = {
      block: { number: 9, hash: zeroHash, timestamp: 50 },
      findHoldings: () => ({ work, licences: [one] }),
      paymentsUnder: (reference: Hex, of: bigint) => look(`paid ${reference} ${of}`, [paid]),
      reportedBy: (reporter: Hex, of: bigint) => look(`reported ${reporter} ${of}`, [reported]),
      soldOf: (of: bigint, reference: Hex) => look(`sold ${of} ${reference}`, 7),
    } as unknown as Facts;
    const { question, workId } = evidenceOf({});
    const evidence = await collectEvidence(
      { documents: { read: () => document }, log: { size: () => 4 } },
      facts,
      {
        question,
        workId,
        now: 50,
        decided: 50,
        chain,
      },
    );
    return { looked, evidence };
  }

  it.each([
    ['nothing is asked for where its terms ask for nothing', {}, []],
    ['payments are, where it was cheaper than its terms', { terms: { price: 1n } }, ['paid']],
    ['none, where it cost as much', { terms: { price: 1n }, price: 1n }, []],
    ['reports are, where a share of the revenue is owed', { revenueShareBps: 1 }, ['reported']],
    ['how many were sold is, where there are only so many', { terms: { cap: 9 } }, ['sold']],
    ['all of it', { terms: { price: 1n, cap: 9 }, revenueShareBps: 1 }, ['paid', 'reported', 'sold']],
  ] as const)('%s', async (_, change, expected) => {
    const { looked, evidence } = await gathered(change);
    expect(looked.map((one) => one.split(' ')[0])).toEqual(expected);
    const asks = (what: string) => (expected as readonly string[]).includes(what);
    expect(evidence.held).toMatchObject([
      {
        document: plain,
        payments: asks('paid') ? [paid] : [],
        reported: asks('reported') ? [reported] : [],
        sold: asks('sold') ? 7 : 1,
      },
    ]);
    expect(evidence).toMatchObject({ logSize: 4, work, closing: null, resting: null });
  });

  it('payments and reports are asked for where the document has them as a duty', async () => {
    const compensate = await documentWith({ duty: [{ action: ['compensate'] }] });
    expect((await gathered({ document: compensate })).looked).toEqual([`paid ${termsId} 5`]);
    const report = await documentWith({ duty: [{ action: ['urn:lianpu:odrl-profile:1#reportUsage'] }] });
    expect((await gathered({ document: report })).looked).toEqual([`reported ${licence.licensee} 5`]);
    const missing = await gathered({ document: { state: 'missing' } });
    expect(missing.looked).toEqual([]);
    expect(missing.evidence.held).toMatchObject([{ document: { state: 'missing' }, sold: 1 }]);
  });

  it('where it does not cover the use now nothing is asked for, nor its document read', async () => {
    const { looked, evidence } = await gathered({ until: 49, revenueShareBps: 1 });
    expect(looked).toEqual([]);
    expect(evidence.held).toMatchObject([
      { document: { state: 'missing' }, payments: [], reported: [], sold: 0 },
    ]);
  });
});

describe('offers that might permit a use', () => {
  const other: Hex = `0x${'b'.repeat(64)}`;
  const approving = { ...offer, flags: ['approvalRequired' as const] };
  const approval = { workId: 5n, termsId, licensee: evidenceOf({}).question.licensee, state: 'approved' };

  async function gathered(offers: readonly unknown[], approvals: readonly unknown[] = []) {
    const looked: string[] = [];
    const look = <T>(what: string, found: T) => {
      looked.push(what);
      return Promise.resolve(found);
    };
    const facts = {
      offersOf: () => Promise.resolve(offers),
      workOf: () => look('work', undefined),
      approvalsOf: () => look('approvals', approvals),
      soldOf: () => look('sold', 7),
    } as unknown as Facts;
    const found = await collectOffers(parts, facts, evidenceOf({ work: { ...work, until: 99 } }));
    return { looked, found };
  }

  it('are those that are open and for the use', async () => {
    expect(
      (
        await gathered([
          { ...offer, open: false },
          { ...offer, uses: ['adapt'] },
        ])
      ).found,
    ).toEqual([]);
    const { looked, found } = await gathered([{ ...offer, open: false }, offer]);
    expect(found).toEqual([
      { offer, document: { state: 'missing' }, sold: 0, approved: false, workUntil: 99 },
    ]);
    expect(looked).toEqual([]);
  });

  it('have what was sold where there are only so many', async () => {
    const capped = { ...offer, terms: { ...offer.terms, cap: 9 } };
    const { looked, found } = await gathered([capped]);
    expect([looked, found.map(({ sold }) => sold)]).toEqual([['sold'], [7]]);
  });

  it('are approved where the asker is, under these terms', async () => {
    const isApproved = async (...approvals: unknown[]) =>
      (await gathered([offer, approving], approvals)).found.map(({ approved }) => approved)[1];
    expect(await isApproved(approval)).toBe(true);
    expect(await isApproved({ ...approval, state: 'withdrawn' }, approval)).toBe(true);
    expect(await isApproved()).toBe(false);
    expect(await isApproved({ ...approval, termsId: other })).toBe(false);
    expect(await isApproved({ ...approval, licensee: creator })).toBe(false);
    expect(await isApproved({ ...approval, state: 'requested' })).toBe(false);
  });
});

it('nothing is gathered of what is no work', async () => {
  const facts = { block: { number: 9, hash: zeroHash, timestamp: 50 }, findHoldings: () => undefined };
  const { question } = evidenceOf({});
  for (const workId of [null, 5n]) {
    const evidence = await collectEvidence(parts, facts as unknown as Facts, {
      ...{ question, workId, now: 50, decided: 50, chain },
    });
    expect(evidence).toMatchObject({ work: undefined, held: [], closing: null, resting: null });
    expect(await collectOffers(parts, facts as unknown as Facts, evidence)).toEqual([]);
  }
});
