import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashBytes } from '../../src/kernel/json/canonicalJson.ts';
import { verifyInclusion } from '../../src/log/tree/verifyProof.ts';
import { hashLeaf } from '../../src/log/tree/tree.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import { native, type Hex } from '../../src/kernel/values.ts';
import { gameTerms, maskDraft, steps } from '../support/drafts.ts';
import { picture } from '../support/picture.ts';
import { freshService } from '../support/service.ts';

type Service = Awaited<ReturnType<typeof freshService>>;

/** The life of a work, each stage in the order of the story: a later one stands on what an earlier one did. */
describe('the life of a work, through the SDK', () => {
  let service: Service;
  let mask: bigint;
  let terms: Hex;
  let character: bigint;
  let merchandise: bigint;
  let merchTerms: Hex;

  beforeAll(async () => {
    service = await freshService();
  });
  afterAll(async () => {
    await service.close();
  });

  it('a painter without gas money registers a mask, with its file and what AI did', async () => {
    const { as, provider, accounts } = service;
    const before = await provider.getBalance(accounts.painter);
    const bytes = await picture('#b5201c');
    const registered = await as('painter').work.register(
      {
        ...maskDraft,
        payees: [
          { account: accounts.painter, shareBps: 8500 },
          { account: accounts.troupe, shareBps: 1500 },
        ],
      },
      bytes,
      steps,
    );
    mask = registered.workId;
    expect(await provider.getBalance(accounts.painter)).toBe(before);

    const work = await as('auditor').work.find(mask);
    expect(work).toMatchObject({
      creator: accounts.painter,
      owner: accounts.painter,
      retained: ['aiTraining', 'aiGeneration'],
      aiSummary: 'compositeWithTrainedAlgorithmicMedia',
      metadata: { title: maskDraft.title, aiSummary: 'compositeWithTrainedAlgorithmicMedia' },
    });
    expect(await service.contracts.works.metadataHashOf(mask)).toBe(work.metadataHash);
    expect(hashBytes(await as('auditor').work.file(work.metadataHash))).toBe(work.metadataHash);
    expect(hashBytes(await as('auditor').work.file(work.contentHash))).toBe(hashBytes(bytes));
    expect(work.contentHash).toBe(hashBytes(bytes));
  });

  it('the record is in the log under the root that the chain anchored', async () => {
    const record = await eventually(
      async () => (await service.as('auditor').assistance.of(mask))[0],
      (found) => found?.anchor != null,
    );
    const entry = (await (await fetch(`${service.url}/v1/log/${record?.index ?? -1}`)).json()) as {
      leaf: Parameters<typeof encodeEnvelope>[0];
      payload: string;
      index: number;
      size: number;
      root: Hex;
      proof: Hex[];
    };
    const [size, root] = await service.contracts.log.anchored();
    expect(entry.leaf.payloadHash).toBe(hashBytes(new TextEncoder().encode(entry.payload)));
    const leafHash = hashLeaf(encodeEnvelope(entry.leaf));
    expect(`0x${leafHash.toString('hex')}`).toBe(record?.leafHash);
    const proof = entry.proof.map(bytesOf);
    expect(verifyInclusion(leafHash, entry.index, entry.size, bytesOf(entry.root), proof)).toBe(true);
    expect([Number(size), root]).toEqual([entry.size, entry.root]);
  });

  it('a studio is refused, buys a licence, and is permitted with duties', async () => {
    const { as, accounts } = service;
    ({ termsId: terms } = await as('painter').licence.offer(mask, gameTerms));
    const ask = (use: 'embedInGame' | 'aiTraining' | 'broadcast') =>
      as('studio').licence.check({ workId: `${mask}`, licensee: accounts.studio, use });

    expect(await ask('embedInGame')).toMatchObject({
      verdict: 'denied',
      reason: 'no-licence',
      offers: [{ termsId: terms, price: BigInt(gameTerms.price), currency: native }],
    });
    await as('studio').licence.acquire(mask, terms);
    expect(await ask('embedInGame')).toMatchObject({
      verdict: 'permitted-with-duties',
      termsId: terms,
      until: null,
      duties: [
        { duty: 'attribute' },
        { duty: 'disclose-ai' },
        { duty: 'report-and-pay', revenueShareBps: 1000, currency: native, fulfilled: false },
        { duty: 'pay', amount: BigInt(gameTerms.price), fulfilled: true },
      ],
    });
    expect(await ask('aiTraining')).toMatchObject({ verdict: 'denied', reason: 'use-retained-by-creator' });
    expect(await ask('broadcast')).toMatchObject({ verdict: 'denied', reason: 'use-not-licensed' });
    const { block } = await ask('embedInGame');
    expect((await service.provider.getBlock(block.number))?.hash).toBe(block.hash);
  });

  it('what is made from the mask, and from that, can license no more than was passed on', async () => {
    const { as } = service;
    const made = await as('studio').work.register(
      {
        ...maskDraft,
        kind: 'derivative',
        retained: [],
        holderUses: [],
        sources: [{ workId: `${mask}`, termsId: terms }],
      },
      await picture('#123456'),
      steps,
    );
    character = made.workId;
    expect((await as('studio').work.find(character)).ceiling).toEqual(['display', 'embedInGame']);
    const own = await as('studio').work.register(
      {
        ...maskDraft,
        kind: 'derivative',
        retained: [],
        holderUses: [],
        sources: [{ workId: `${character}`, shareBps: 2000 }],
      },
      await picture('#654321'),
    );
    merchandise = own.workId;
    expect((await as('studio').work.find(merchandise)).ceiling).toEqual(['display', 'embedInGame']);
    ({ termsId: merchTerms } = await as('studio').licence.offer(merchandise, {
      ...gameTerms,
      uses: ['display'],
      passOn: [],
      price: '0',
    }));
  });

  it('a statement is judged line by line, as the contract then does', async () => {
    const { as } = service;
    await as('platform').licence.acquire(merchandise, merchTerms);
    const draft = {
      currency: native,
      period: { from: 1, to: 2 },
      lines: [
        { workId: `${merchandise}`, use: 'display' as const, count: 12, revenue: '999999999999999999' },
        { workId: `${mask}`, use: 'display' as const, count: 1, revenue: '7' },
      ],
    };
    const judged = await as('platform').usage.judge(draft);
    expect(judged).toMatchObject({ due: 99999999999999999n, unlicensed: 1 });
    expect(judged.lines[1]).toMatchObject({ licensed: false, due: 0n, decision: { reason: 'no-licence' } });
    const filed = await as('platform').usage.file(draft);
    expect(filed).toMatchObject({ due: judged.due, unlicensed: 1, paid: 0n });
    expect(filed.lines.map(({ licensed, due }) => [licensed, due])).toEqual(
      judged.lines.map(({ licensed, due }) => [licensed, due]),
    );
    await as('platform').usage.pay(filed.reportId);
    expect(await as('platform').usage.find(filed.reportId)).toMatchObject({ paid: judged.due });
    expect(await as('platform').usage.pay(filed.reportId)).toBeNull();
  });

  it('the money goes through two generations into three wallets, and not a wei is lost', async () => {
    const { as, provider, accounts, deployment } = service;
    await as('auditor').royalty.settle(merchandise);
    const paidIn = 99999999999999999n + 1000000000000000n;
    let claimed = 0n;
    for (const who of ['painter', 'troupe', 'studio'] as const) {
      const before = await provider.getBalance(accounts[who]);
      const receipt = await as('auditor').royalty.claim(accounts[who]);
      const gained = (await provider.getBalance(accounts[who])) - before;
      expect(receipt?.claimed).toEqual([{ currency: native, amount: gained }]);
      expect(gained).toBeGreaterThan(0n);
      claimed += gained;
    }
    expect(claimed).toBe(paidIn);
    expect(await provider.getBalance(deployment.royalties)).toBe(0n);
    const audit = await as('auditor').trace.ledger();
    expect(audit).toMatchObject({ sound: true });
    expect(audit.currencies).toEqual([
      expect.objectContaining({
        currency: native,
        paidIn,
        claimed,
        claimable: 0n,
        heldInWorks: 0n,
        balance: 0n,
      }),
    ]);
  });

  it('the trace names every party and where each wei of a payment went', async () => {
    const { as, accounts } = service;
    const trace = await as('auditor').trace.work(merchandise);
    expect(trace.lineage.map(({ workId, generation }) => [workId, generation])).toEqual([
      [mask, -2],
      [character, -1],
      [merchandise, 0],
    ]);
    const [payment] = trace.payments;
    expect(payment).toMatchObject({
      paidFor: 'report',
      payer: accounts.platform,
      amount: 99999999999999999n,
    });
    expect(payment?.parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(99999999999999999n);
    expect(new Set(payment?.parts.map(({ payee }) => payee))).toEqual(
      new Set([accounts.painter, accounts.troupe, accounts.studio]),
    );
    expect(payment?.parts.find(({ payee }) => payee === accounts.troupe)?.path).toEqual([
      merchandise,
      character,
      mask,
    ]);
    expect((await as('auditor').trace.work(mask)).payments[0]).toMatchObject({ paidFor: 'licence' });
  });

  it('a creator with gas money registers by a transaction of their own, absolute shares of the sources included', async () => {
    const { as, accounts } = service;
    const { workId: mural } = await as('academy').work.register(
      { ...maskDraft, kind: 'heritage-element', retained: [], title: { en: 'Nine-coloured deer' } },
      await picture('#010101'),
    );
    const absolute = { ...gameTerms, price: '0', passOn: gameTerms.uses, absoluteShare: true };
    const { termsId } = await as('academy').licence.offer(mural, absolute);
    await as('studio').licence.acquire(mural, termsId);
    let source = { workId: `${mural}`, termsId };
    const lineage = [mural];
    for (const [generation, colour] of ['#020202', '#030303'].entries()) {
      const made = await as('studio').work.register(
        {
          ...maskDraft,
          kind: 'derivative',
          retained: [],
          sources: generation === 0 ? [source] : [{ workId: source.workId }],
        },
        await picture(colour),
        steps,
        { ownTransaction: true },
      );
      expect((await service.provider.getTransaction(made.transaction))?.from.toLowerCase()).toBe(
        accounts.studio,
      );
      expect(made.assistance).not.toBeNull();
      lineage.push(made.workId);
      source = { workId: `${made.workId}`, termsId };
    }
    const last = lineage.at(-1) ?? 0n;
    expect(await as('auditor').work.find(last)).toMatchObject({ metadata: { kind: 'derivative' } });
    const { shares } = await as('auditor').trace.work(last);
    expect(shares.inherited).toEqual([{ workId: mural, shareBps: 1000 }]);
    await as('platform').royalty.pay(last, 1000n);
    await as('auditor').royalty.settle(last);
    expect((await as('academy').royalty.claim())?.claimed).toEqual([{ currency: native, amount: 100n }]);
    await as('studio').royalty.claim();
  });

  it('doing it again changes nothing', async () => {
    const { as } = service;
    const before = await as('auditor').status();
    await as('painter').licence.offer(mask, gameTerms);
    const offers = await as('auditor').licence.offers(mask);
    expect(offers.map(({ termsId }) => termsId)).toEqual([terms]);
    expect(await as('auditor').royalty.settle(merchandise)).toEqual([]);
    expect(await as('painter').royalty.claim()).toBeNull();
    const after = await as('auditor').status();
    expect([after.works, after.log.size]).toEqual([before.works, before.log.size]);
  });
});

/** Asks until it is so, for ten seconds at most. */
async function eventually<T>(ask: () => Promise<T>, so: (answer: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const answer = await ask();
    if (so(answer) || tries === 100) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function bytesOf(hex: Hex): Uint8Array {
  return Buffer.from(hex.slice(2), 'hex');
}
