import fc from 'fast-check';
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { takeBack } from '../../../src/index/takeBack.ts';
import type { Facts } from '../../../src/ports/Ledger.ts';
import { insertRows } from '../../../src/store/insertRows.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { readFacts } from '../../../src/store/readFacts.ts';
import { rememberFacts } from '../../../src/store/rememberFacts.ts';
import type { Tables } from '../../../src/store/tables.ts';
import { hexId, type Hex } from '../../../src/kernel/values.ts';

const works = [1n, 2n, 3n];
const accounts: Hex[] = [`0x${'aa'.repeat(20)}`, `0x${'bb'.repeat(20)}`];
const hash: Hex = `0x${'cd'.repeat(32)}`;
const terms = JSON.stringify({
  ...{ uses: '3', passOn: '1', currency: accounts[0], price: '5', revenueShareBps: '100' },
  ...{ duration: '0', cap: '0', flags: '1', documentHash: hash },
});

type Happening =
  'register' | 'offer' | 'withdraw' | 'acquire' | 'succeed' | 'transfer' | 'end' | 'breach' | 'pay';
const happenings: Happening[] = [
  ...(['register', 'offer', 'withdraw', 'acquire', 'succeed', 'transfer', 'end', 'breach', 'pay'] as const),
];
const step = fc.oneof(
  fc.record({
    what: fc.constant('block' as const),
    rows: fc.array(fc.tuple(fc.constantFrom(...happenings), fc.constantFrom(...works), fc.nat(1)), {
      maxLength: 3,
    }),
  }),
  fc.record({ what: fc.constant('back' as const), by: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ what: fc.constant('ask' as const), work: fc.constantFrom(...works), who: fc.nat(1) }),
);

it('what is remembered is what is read, whatever happens and is taken back in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const store = await openStore(':memory:');
      try {
        await happen(store, { blocks: 0, salt: 0 }, []);
        const memory = rememberFacts(store, (query) => readFacts(store, query), { limit: 4 });
        const chain = { blocks: 1, salt: 1 };
        for (const one of steps) {
          if (one.what === 'block') await happen(store, chain, one.rows);
          else if (one.what === 'back') {
            chain.blocks = Math.max(1, chain.blocks - one.by);
            chain.salt += 1;
            await store.transaction().execute((trx) => takeBack(trx, chain.blocks - 1));
          } else {
            const ask = (facts: Facts) => readEverything(facts, one.work, accounts[one.who] as Hex);
            await memory.advance();
            expect(await memory.recall(ask)).toEqual(await readFacts(store, ask));
          }
        }
      } finally {
        await store.destroy();
      }
    }),
    { numRuns: 150 },
  );
});

it('a store that has gone on is noticed by a question that it has to answer', async () => {
  const store = await openStore(':memory:');
  await happen(store, { blocks: 0, salt: 0 }, [['register', 1n, 0]]);
  const memory = rememberFacts(store, (query) => readFacts(store, query));
  await memory.recall((facts) => facts.workOf(1n));
  await happen(store, { blocks: 1, salt: 0 }, [['offer', 1n, 0]]);
  const block = await memory.recall(async (facts) => {
    await facts.offersOf(1n);
    return facts.block.number;
  });
  expect(block).toBe(1);
  await store.destroy();
});

it('a work is read once while nothing happens to it', async () => {
  const store = await openStore(':memory:');
  await happen(store, { blocks: 0, salt: 0 }, [
    ['register', 1n, 0],
    ['offer', 1n, 0],
  ]);
  let reads = 0;
  const memory = rememberFacts(store, (query) => {
    reads += 1;
    return readFacts(store, query);
  });
  const ask = () => memory.recall((facts) => readEverything(facts, 1n, accounts[0] as Hex));
  await ask();
  const first = reads;
  await happen(store, { blocks: 1, salt: 0 }, [['register', 2n, 0]]);
  await memory.advance();
  await ask();
  expect(reads).toBe(first);
  await store.destroy();
});

async function readEverything(facts: Facts, workId: bigint, licensee: Hex) {
  return {
    block: facts.block,
    work: await facts.workOf(workId),
    holding: await facts.findHoldings(workId, licensee),
    closing: await closingFor(facts, workId),
    shares: await facts.sharesOf(workId),
    offers: await facts.offersOf(workId),
    licences: await facts.licencesOf({ workId, licensee }),
    terms: await facts.termsOf(hash),
    sold: await facts.soldOf(workId, hash),
    paid: await facts.paymentsUnder(hash, workId),
    reported: await facts.reportedBy(licensee, workId),
  };
}

async function closingFor(facts: Facts, workId: bigint) {
  const work = await facts.workOf(workId);
  return work === undefined ? null : await facts.findClosure(work, 'broadcast');
}

/** A block in which these things happen, those that can. */
async function happen(
  store: Kysely<Tables>,
  chain: { blocks: number; salt: number },
  rows: [Happening, bigint, number][],
): Promise<void> {
  const block = chain.blocks;
  chain.blocks += 1;
  await insertRows(store, 'blocks', [
    { number: block, hash: hexId(BigInt(block * 1000 + chain.salt)), timestamp: block },
  ]);
  for (const [position, [what, id, who]] of rows.entries()) {
    const workId = hexId(id);
    const account = accounts[who] as Hex;
    const at = { block, position, transaction: hexId(BigInt(position)), workId };
    const there = await store.selectFrom('works').select('workId').where('workId', '=', workId).execute();
    if (there.length === 0) {
      if (what !== 'register') continue;
      const bits = { retained: 4, ceiling: 3, holderUses: 1, resaleBps: 0, kind: 1, moralRights: 1 };
      await insertRows(store, 'works', [
        {
          ...at,
          creator: account,
          contentHash: hash,
          metadataHash: hash,
          ...bits,
          aiSummary: 0,
          until: 0,
          flags: 0,
        },
      ]);
      await insertRows(store, 'shares', [
        { ...at, shares: JSON.stringify({ sources: [], inherited: [], payees: [] }) },
      ]);
    } else if (what === 'offer') {
      await insertRows(store, 'offers', [{ ...at, termsId: hash, open: 1, terms, documentHash: hash }]);
    } else if (what === 'withdraw') {
      await insertRows(store, 'offers', [{ ...at, termsId: hash, open: 0, terms: null, documentHash: null }]);
    } else if (what === 'acquire') {
      const licence = { termsId: hash, licensee: account, payer: account, units: 1, price: '5' };
      await insertRows(store, 'licences', [{ ...at, ...licence, since: block, until: 0 }]);
    } else if (what === 'succeed') {
      await insertRows(store, 'successions', [{ ...at, creator: account, successor: account }]);
    } else if (what === 'transfer') {
      await insertRows(store, 'transfers', [{ ...at, from: account, to: account }]);
    } else if (what === 'pay') {
      const payment = { currency: account, reference: hash, payer: account, amount: '5' };
      await insertRows(store, 'payments', [{ ...at, ...payment }]);
    } else if (what === 'end') {
      await insertRows(store, 'ends', [{ ...at, until: block + 9 }]);
    } else if (what === 'breach') {
      const breach = { termsId: hash, licensee: account, step: 'recorded' as const, breach: 1 };
      await insertRows(store, 'breaches', [{ ...at, ...breach, evidence: hash }]);
    }
  }
}
