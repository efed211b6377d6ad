import { expect, it } from 'vitest';
import type { Facts } from '../../../src/ledger.ts';
import { closingOf } from '../../../src/licence/closingOf.ts';
import { decide } from '../../../src/licence/decide.ts';
import { readHolding } from '../../../src/licence/Holding.ts';
import { gather } from '../../../src/licence/gather.ts';
import type { Question } from '../../../src/licence/Question.ts';
import { zeroHash, type Hex } from '../../../src/values.ts';
import type { Use } from '../../../src/work/Uses.ts';
import type { Work } from '../../../src/work/Work.ts';

const [creator, studio]: Hex[] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`] as const;
const parts = {
  documents: { read: () => Promise.resolve({ state: 'missing' as const }) },
  log: { size: () => 0 },
};

/** A line of works, each made from the next: nobody else's licences, and so many questions that are counted. */
function lineOf(depth: number, { retainedAt = depth, labelled = false } = {}) {
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
  facts.closingOf = (work, use) => closingOf(facts, work, use);
  facts.holdingOf = (workId, licensee) => readHolding(facts, workId, licensee);
  return { facts, asked };
}

const chain = { state: 'connected', blocks: 0, seconds: 0 } as const;

const ask = async (facts: Facts, use: Use, licensee = studio as Hex) => {
  const question: Question = { workId: 1n, licensee, use };
  return decide(await gather(parts, facts, { question, workId: 1n, now: 5, decided: 5, chain }));
};

it('a check of a work looks at no other, however deep its lineage is, where the ceiling answers', async () => {
  for (const depth of [1, 50]) {
    const { facts, asked } = lineOf(depth);
    expect(await ask(facts, 'display')).toMatchObject({ reason: 'no-licence' });
    expect(asked).toEqual({ works: 1, shares: 0 });
  }
});

it('a denial names what is three generations up, and the way there', async () => {
  const { facts, asked } = lineOf(50, { retainedAt: 4 });
  expect(await ask(facts, 'broadcast')).toMatchObject({
    reason: 'use-above-ceiling',
    clause: 'sources.4.retained.broadcast',
    ground: { from: 'creator-right', workId: 4n, generation: 3, path: [1n, 2n, 3n, 4n] },
  });
  expect(asked.works).toBe(4);
});

it('where a denial comes from is looked for in a thousand works, and no further', async () => {
  const { facts, asked } = lineOf(5000, { labelled: true });
  const work = (await facts.workOf(1n)) as Work;
  expect(await closingOf(facts, work, 'broadcast')).toBeNull();
  expect(asked.works).toBe(1024);
});
