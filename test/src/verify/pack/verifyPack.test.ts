import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composePack } from '../../../../src/process/composePack.ts';
import { ProcessPack } from '../../../../src/process/ProcessPack.ts';
import type { RecordedSession } from '../../../../src/process/readSession.ts';
import { verifyPack } from '../../../../src/verify/pack/verifyPack.ts';
import { failedChecks } from '../../../support/grounds.ts';
import { openChainPort, hashOnly, toPack, rootsOf, session, start } from '../../../support/packs.ts';
import { toBytes, place, provenHeads, createSession } from '../../../support/session.ts';

const pack = await toPack(
  new Map([
    [2, { content: Buffer.from('42'), label: true }],
    [3, hashOnly],
  ]),
  session,
  [3, 5],
);
const chain = openChainPort(pack);

describe('a pack that was changed', () => {
  const checked = async (changed: ProcessPack) => {
    const { verdict, rows } = await verifyPack(changed, chain);
    return [verdict, ...failedChecks(rows)];
  };
  const event = (at: number, change: object): ProcessPack => ({
    ...pack,
    events: pack.events.map((one, place) => (place === at ? { ...one, ...change } : one)),
  });
  const head = (change: object): ProcessPack => ({
    ...pack,
    heads: pack.heads.map((one, at) => (at === 0 ? { ...one, ...change } : one)),
  });
  const opened = pack.events[1];
  if (opened?.state !== 'open' || opened.content.state !== 'whole') throw new Error('expected an open event');
  const { content } = opened;
  const [first] = pack.heads;
  if (first === undefined) throw new Error('expected a head');

  it.each<[string, ProcessPack, string]>([
    ['an event’s time', event(1, { time: start }), 'head'],
    ['an event’s kind', event(1, { kind: 'edit' }), 'head'],
    ['an event’s label', event(1, { label: { state: 'open', salt: toBytes('x'), text: 'other' } }), 'head'],
    ['an event’s content hash', event(1, { content: { ...content, hash: toBytes('x') } }), 'head'],
    ['an event’s content', event(1, { content: { ...content, bytes: btoa('43') } }), 'content'],
    ['a closed event’s commitment', event(0, { commitment: toBytes('x') }), 'head'],
    ['an event left out', { ...pack, events: pack.events.slice(1) }, 'head'],
    ['an event twice', { ...pack, events: [...pack.events.slice(0, 1), ...pack.events] }, 'head'],
    ['events in another order', { ...pack, events: [...pack.events].reverse() }, 'head'],
    [
      'an event more',
      { ...pack, events: [...pack.events, { state: 'closed', commitment: toBytes('x') }] },
      'last-head',
    ],
    ['another session', { ...pack, session: toBytes('x') }, 'head'],
    ['another author', { ...pack, author: `0x${'22'.repeat(20)}` }, 'head'],
    ['another chain', { ...pack, chainId: 1 }, 'head-signature'],
    ['another contract', { ...pack, log: `0x${'22'.repeat(20)}` }, 'head-signature'],
    ['a signature of nothing', head({ signature: `0x${'11'.repeat(65)}` }), 'inclusion'],
    ['another place in the log', head({ index: first.index + 1 }), 'inclusion'],
    ['a proof too short', head({ proof: first.proof.slice(1) }), 'inclusion'],
    ['a root of the holder’s own', head({ anchor: { ...first.anchor, root: toBytes('x') } }), 'inclusion'],
    ['heads in another order', { ...pack, heads: [...pack.heads].reverse() }, 'head-order'],
  ])('in %s does not hold', async (_, changed, check) => {
    const [verdict, ...checks] = await checked(changed);
    expect(verdict).toBe('does-not-hold');
    expect(checks).toContain(check);
    expect(await checked(pack)).toEqual(['holds']);
  });

  it('by one character anywhere does not hold, or is no pack', async () => {
    const text = JSON.stringify(pack);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom(...'0123456789abcdef'), async (at, char) => {
        fc.pre(text[at] !== char);
        const changed = text.slice(0, at) + char + text.slice(at + 1);
        let parsed: ProcessPack;
        try {
          parsed = ProcessPack.parse(JSON.parse(changed));
        } catch {
          return;
        }
        fc.pre(JSON.stringify(parsed) !== JSON.stringify(pack));
        expect((await verifyPack(parsed, chain)).verdict).toBe('does-not-hold');
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a pack is held against', () => {
  it('a chain without the anchor refuses it', async () => {
    const pack = await toPack(new Map([[1, hashOnly]]));
    const elsewhere = { ...chain, findAnchor: () => Promise.resolve(undefined) };
    const { verdict, rows } = await verifyPack(pack, elsewhere);
    expect([verdict, rows.filter(({ ok }) => ok === false)]).toMatchObject([
      'does-not-hold',
      [{ check: 'anchor', head: 5, expected: null }],
    ]);
  });

  it('a root that was given vouches for the heads under it alone', async () => {
    const heads = await provenHeads(session, [2]);
    const later = (await provenHeads(session, [2, 5])).slice(1);
    const [early] = heads;
    const pack = composePack(
      session,
      new Map([
        [1, hashOnly],
        [5, hashOnly],
      ]),
      [...heads, ...later],
      place,
    );
    const all = await verifyPack(pack, rootsOf(later[0]?.anchor.root ?? '0x'));
    expect(all).toMatchObject({
      verdict: 'holds',
      against: 'root',
      heads: [{ holds: null }, { holds: true }],
    });
    expect(all.events.map(({ before }) => before)).toEqual([
      { block: 12, timestamp: null },
      { block: 12, timestamp: null },
    ]);
    // Nothing that is known vouches for the last event.
    expect(await verifyPack(pack, rootsOf(early?.anchor.root ?? '0x'))).toMatchObject({
      verdict: 'cannot-tell',
      events: [{ before: { block: 12 } }, { before: null }],
    });
    const none = await verifyPack(pack, rootsOf(toBytes('x')));
    expect([none.verdict, failedChecks(none.rows)]).toEqual(['does-not-hold', ['root']]);
  });

  it('a signature that only a contract wallet could vouch for is not told offline', async () => {
    const pack = await toPack(new Map([[1, hashOnly]]));
    const root = pack.heads[0]?.anchor.root ?? '0x';
    const offline = { ...rootsOf(root), verifySignature: () => Promise.resolve(null) };
    const { verdict, rows } = await verifyPack(pack, offline);
    expect(verdict).toBe('cannot-tell');
    expect(rows.find(({ check }) => check === 'head-signature')).toMatchObject({ head: 5, ok: null });
  });
});

describe('gaps and clock jumps', () => {
  const at = (...seconds: number[]) =>
    createSession(
      seconds.map((second, number) => ({
        kind: 'draft',
        time: start + second * 1000,
        content: `${number}`,
        label: '',
      })),
    );
  /** Of a session whose last head was anchored so many seconds after its start. */
  const report = async (recorded: RecordedSession, chosen: number[], anchored: number) => {
    const pack = await toPack(new Map(chosen.map((number) => [number, hashOnly])), recorded);
    return await verifyPack(
      pack,
      openChainPort(pack, () => start / 1000 + anchored),
    );
  };

  it('are shown, and refuse nothing', async () => {
    const found = await report(at(0, 5000, 4000, 4001), [1, 2, 3, 4], 5001);
    expect(found).toMatchObject({
      verdict: 'holds',
      gaps: [{ from: 1, to: 2, seconds: 5000, closedBetween: 0 }],
      jumps: [{ event: 3, kind: 'backward', seconds: 1000 }],
    });
  });

  it('say how many closed events lie between', async () => {
    const found = await report(at(0, 10, 20, 7200), [1, 4], 7200);
    expect(found.gaps).toEqual([{ from: 1, to: 4, seconds: 7200, closedBetween: 2 }]);
  });

  it('are of a clock ahead of the block that anchored the event, or behind the one before it', async () => {
    const recorded = at(0, 1);
    const blocks = [start / 1000 + 10_000, start / 1000 + 10_100];
    const transactions = ['first', 'second'].map(toBytes);
    // The first head was anchored ten thousand seconds after what is said of the second event.
    const heads = await provenHeads(recorded, [1, 2]);
    const apart = heads.map((head, number) => ({
      ...head,
      anchor: { ...head.anchor, transaction: transactions[number] ?? '0x' },
    }));
    const pack = composePack(
      recorded,
      new Map([
        [1, hashOnly],
        [2, hashOnly],
      ]),
      apart,
      place,
    );
    const world = (times: number[]) =>
      openChainPort(pack, (transaction) => times[transactions.indexOf(transaction)] ?? 0);
    expect((await verifyPack(pack, world(blocks))).jumps).toEqual([
      { event: 2, kind: 'behind', seconds: 9999 },
    ]);
    expect((await verifyPack(pack, world(blocks), { clock: 9999 })).jumps).toEqual([]);
    expect((await verifyPack(pack, world([start / 1000 - 1000, start / 1000 - 700]))).jumps).toEqual([
      { event: 1, kind: 'ahead', seconds: 1000 },
      { event: 2, kind: 'ahead', seconds: 701 },
    ]);
    expect(
      (await verifyPack(pack, world([start / 1000 - 1000, start / 1000 - 700]), { clock: 2000 })).jumps,
    ).toEqual([]);
  });
});
