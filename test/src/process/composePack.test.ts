import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePack, headsFor, type Disclosed } from '../../../src/process/composePack.ts';
import { eventKinds } from '../../../src/process/ProcessEvent.ts';
import { ProcessPack } from '../../../src/process/ProcessPack.ts';
import { verifyPack } from '../../../src/verify/pack/verifyPack.ts';
import { hashBytes } from '../../../src/kernel/json/canonicalJson.ts';
import { computeWorkId } from '../../../src/work/computeWorkId.ts';
import { failedChecks } from '../../support/grounds.ts';
import { openChainPort, happenings, hashOnly, toPack, session, start } from '../../support/packs.ts';
import { author, place, provenHeads, createSession } from '../../support/session.ts';

describe('a pack', () => {
  it('proves what is disclosed, in order, before the block, and says how much it does not tell', async () => {
    const pack = await toPack(
      new Map([
        [2, { content: Buffer.from('42'), label: false }],
        [5, hashOnly],
      ]),
    );
    const report = await verifyPack(pack, openChainPort(pack));
    expect(report).toMatchObject({
      verdict: 'holds',
      count: 5,
      closed: 3,
      gaps: [],
      jumps: [],
    });
    expect(report.rows.every(({ check, ok }) => ok ?? check === 'work-file')).toBe(true);
    expect(report.events).toMatchObject([
      { number: 2, kind: 'seed', time: start + 1000, content: 'whole', label: null, before: { block: 12 } },
      { number: 5, kind: 'layerExport', content: 'hash', label: 'final.png', after: null },
    ]);
  });

  it('names the work whose file is among it, and is refused for another', async () => {
    const pack = await toPack(new Map([[5, hashOnly]]));
    const workId = computeWorkId(author, hashBytes(Buffer.from('the work')));
    const report = await verifyPack(pack, openChainPort(pack), { workId });
    expect(report.verdict).toBe('holds');
    expect(report.events[0]?.workId).toBe(workId);
    const other = await verifyPack(pack, openChainPort(pack), { workId: 7n });
    expect([other.verdict, failedChecks(other.rows)]).toEqual(['does-not-hold', ['work-file']]);
  });

  it('comes back from a file the same, whatever is chosen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }), async (numbers) => {
        const pack = await toPack(new Map(numbers.map((number) => [number, hashOnly])));
        const read = ProcessPack.parse(JSON.parse(JSON.stringify(pack)));
        expect(read).toEqual(pack);
        expect((await verifyPack(read, openChainPort(pack))).events.map(({ number }) => number)).toEqual(
          numbers,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('reveals nothing else: no content, label, time, kind or salt that was not chosen is in it', async () => {
    const anyHappening = fc.record({
      kind: fc.constantFrom(...eventKinds),
      // Far from every number a pack holds besides.
      time: fc.integer({ min: 1_111_111_111_111, max: 1_222_222_222_222 }),
      content: fc.uuid(),
      label: fc.uuid(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyHappening, { minLength: 2, maxLength: 7, selector: ({ time }) => time }),
        fc.infiniteStream(fc.constantFrom('closed', 'time', 'hash', 'label', 'whole')),
        async (list, ways) => {
          const recorded = createSession(list);
          const way = list.map(() => ways.next().value as string);
          way[list.length - 1] = 'time';
          const chosen = new Map<number, Disclosed>();
          for (const [at, one] of way.entries()) {
            if (one === 'closed') continue;
            const content =
              one === 'hash' ? 'hash' : one === 'whole' ? Buffer.from(list[at]?.content ?? '') : 'closed';
            chosen.set(at + 1, { content, label: one === 'label' });
          }
          const text = JSON.stringify(await toPack(chosen, recorded));
          for (const [
            at,
            { time, contentHash, label, salt, contentSalt, labelSalt, head },
          ] of recorded.events.entries()) {
            const told = way[at] ?? '';
            const content = Buffer.from(list[at]?.content ?? '');
            const shows = (what: string) => text.includes(what);
            expect([at, 'time', shows(`${time}`)]).toEqual([at, 'time', told !== 'closed']);
            expect([at, 'salt', shows(salt)]).toEqual([at, 'salt', told !== 'closed']);
            expect([at, 'hash', shows(contentHash)]).toEqual([
              at,
              'hash',
              told === 'hash' || told === 'whole',
            ]);
            expect([at, 'content salt', shows(contentSalt)]).toEqual([
              at,
              'content salt',
              told === 'hash' || told === 'whole',
            ]);
            expect([at, 'content', shows(content.toString()) || shows(content.toString('base64'))]).toEqual([
              at,
              'content',
              told === 'whole',
            ]);
            expect([at, 'label', shows(label)]).toEqual([at, 'label', told === 'label']);
            expect([at, 'label salt', shows(labelSalt)]).toEqual([at, 'label salt', told === 'label']);
            // A head between those that were logged would tell when somebody sees two packs of one session.
            if (at < list.length - 1) expect(shows(head)).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends with the head that covers what is chosen: what came later is not even counted', async () => {
    const heads = await provenHeads(session, [1, 3, 5]);
    expect(headsFor(heads, [2]).map(({ record }) => record.count)).toEqual([1, 3]);
    expect(headsFor(heads, [1]).map(({ record }) => record.count)).toEqual([1]);
    expect(headsFor(heads, [1, 4]).map(({ record }) => record.count)).toEqual([1, 3, 5]);
    expect(() => headsFor(heads, [6])).toThrow(expect.objectContaining({ code: 'entry-unknown' }));
    const pack = composePack(session, new Map([[2, hashOnly]]), headsFor(heads, [2]), place);
    expect(pack.events).toHaveLength(3);
    expect(await verifyPack(pack, openChainPort(pack))).toMatchObject({ verdict: 'holds', count: 3 });
  });
});

describe('composing', () => {
  it.each<[string, Map<number, Disclosed>, string]>([
    ['nothing', new Map(), 'input-invalid'],
    ['an event there is none of', new Map([[6, hashOnly]]), 'input-invalid'],
    [
      'a content that is another',
      new Map([[1, { content: Buffer.from('other'), label: true }]]),
      'content-unknown',
    ],
    [
      'a content too large',
      new Map([[1, { content: new Uint8Array(9 * 1024 * 1024), label: true }]]),
      'content-too-large',
    ],
  ])('is refused of %s', async (_, chosen, code) => {
    await expect(toPack(chosen)).rejects.toMatchObject({ code });
  });

  it('is refused where the log holds the head of another history', async () => {
    const other = createSession([
      ...happenings.slice(0, 4),
      { kind: 'draft', time: 1, content: 'b', label: '' },
    ]);
    const heads = await provenHeads(other, [5]);
    expect(() => composePack(session, new Map([[1, hashOnly]]), heads, place)).toThrow(
      expect.objectContaining({ code: 'store-corrupt' }),
    );
    const shorter = { ...session, events: session.events.slice(0, 3) };
    expect(() => composePack(shorter, new Map([[1, hashOnly]]), heads, place)).toThrow(
      expect.objectContaining({ code: 'store-corrupt' }),
    );
  });

  it('a content of several megabytes stands in the pack and is checked', async () => {
    const large = Buffer.alloc(6 * 1024 * 1024, 'x');
    const recorded = createSession([
      { kind: 'draft', time: start, content: large.toString(), label: 'large' },
    ]);
    const pack = await toPack(new Map([[1, { content: large, label: true }]]), recorded);
    const read = ProcessPack.parse(JSON.parse(JSON.stringify(pack)));
    expect((await verifyPack(read, openChainPort(pack))).verdict).toBe('holds');
  });
});
