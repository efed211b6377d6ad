import { fromBase64 } from '../../kernel/base64.ts';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import type { TypedData } from '../../ports/TypedData.ts';
import type { Hex } from '../../kernel/values.ts';
import type { Anchor } from '../../log/LogPosition.ts';
import { commitContent, commitEvent, commitLabel, headAfter, startOf } from '../../process/commitments.ts';
import { headData } from '../../process/headData.ts';
import { backwardIn, farFromBlocks, gapsIn } from './irregularities.ts';
import { isLogged } from './isLogged.ts';
import type { Bounds, HeadReport, PackFailure, PackReport } from './PackReport.ts';
import type { ProvenHead } from '../../process/ProcessHead.ts';
import type { OpenEvent, PackEvent, ProcessPack } from '../../process/ProcessPack.ts';
import { shownEvent } from './shownEvent.ts';

/** What a pack is held against. */
export interface PackWorld {
  against: PackReport['against'];
  /**
   * The timestamp of the block an anchor was made in, in seconds; null where the block is not looked at. Undefined if
   * there is no such anchor, `unasked` if it is none of those that were given.
   */
  anchored(anchor: Anchor): Promise<number | null | undefined | 'unasked'>;
  /** Whether the account signed; null where that cannot be told without the chain. */
  verifySignature(signer: Hex, data: TypedData, signature: Hex): Promise<boolean | null>;
}

export interface PackQuestion {
  /** Seconds from which on a time between two events is shown as a gap; 3,600 unless given. */
  gap?: number | undefined;
  /** Seconds that a clock may be from the blocks around it; 600 unless given. */
  clock?: number | undefined;
  /** A work whose file has to be among what is disclosed. */
  workId?: bigint | undefined;
}

/**
 * Checks a pack: that its events are those the heads were made of, in that order; that their author signed the heads;
 * that the log holds them under roots that were anchored. Gaps and clock jumps are reported and refuse nothing.
 *
 * 1. The chain of commitments, from the session to each head.
 * 2. What stands open, against its commitments; whole contents, against their hashes.
 * 3. Each head's signature (EIP-712).
 * 4. Each head's leaf, by its inclusion proof (RFC 9162, 2.1.3.2).
 * 5. Each root, by its anchor.
 */
export async function verifyPack(
  pack: ProcessPack,
  world: PackWorld,
  { gap = 3600, clock = 600, workId }: PackQuestion = {},
): Promise<PackReport> {
  const failures: PackFailure[] = [...chainFailures(pack), ...contentFailures(pack)];
  const heads: HeadReport[] = [];
  for (const head of pack.heads) heads.push(await checkHead(pack, head, world, failures));

  const open = openEvents(pack);
  const events = open.map(({ number, event }) =>
    shownEvent(number, event, pack.author, boundsOf(number, heads)),
  );
  if (workId !== undefined && !events.some((event) => event.workId === workId)) {
    failures.push({ check: 'work', expected: `the file of work ${workId}`, got: 'other contents' });
  }
  const uncovered = events.filter(({ before }) => before === null);
  const anyVouched = heads.some(({ holds }) => holds === true);
  if (!anyVouched)
    failures.push({ check: 'anchor', expected: 'an anchored root', got: 'none of the pack’s' });
  const unsure = heads.some(({ signed }) => signed === null) || uncovered.length > 0;
  return {
    verdict: failures.length > 0 ? 'does-not-hold' : unsure ? 'cannot-tell' : 'holds',
    against: world.against,
    session: pack.session,
    author: pack.author,
    count: pack.events.length,
    closed: pack.events.length - open.length,
    events,
    heads,
    gaps: gapsIn(events, gap),
    jumps: [
      ...backwardIn(events),
      ...events.flatMap((event) =>
        farFromBlocks(
          event,
          { before: event.before?.timestamp ?? null, after: event.after?.timestamp ?? null },
          clock,
        ),
      ),
    ],
    failures,
  };
}

/** The heads have to be those of the events, and the last of all of them. */
function chainFailures({ events, heads, session, author }: ProcessPack): PackFailure[] {
  const failures: PackFailure[] = [];
  const chain: Hex[] = [];
  let head = startOf({ session, author });
  for (const [at, event] of events.entries()) {
    head = headAfter(head, at + 1, commitmentIn(event));
    chain.push(head);
  }
  let count = 0;
  for (const { record } of heads) {
    const expected = chain[record.count - 1];
    if (expected !== record.head) {
      failures.push({
        check: 'chain',
        head: record.count,
        expected: expected ?? 'no head',
        got: record.head,
      });
    }
    if (record.session !== session || record.author !== author || record.count <= count) {
      const got = `${record.session} by ${record.author}, ${record.count} events`;
      failures.push({
        check: 'session',
        head: record.count,
        expected: `${session} by ${author}, in order`,
        got,
      });
    }
    count = record.count;
  }
  if (count !== events.length) {
    failures.push({ check: 'chain', expected: `a head of ${events.length} events`, got: `one of ${count}` });
  }
  return failures;
}

function contentFailures(pack: ProcessPack): PackFailure[] {
  return openEvents(pack).flatMap(({ number, event: { content } }): PackFailure[] => {
    if (content.state !== 'whole') return [];
    const got = hashBytes(fromBase64(content.bytes));
    return got === content.hash ? [] : [{ check: 'content', event: number, expected: content.hash, got }];
  });
}

async function checkHead(
  { chainId, log }: ProcessPack,
  head: ProvenHead,
  world: PackWorld,
  failures: PackFailure[],
): Promise<HeadReport> {
  const { record, signature, index, anchor } = head;
  const { count } = record;
  const signed = await world.verifySignature(record.author, headData({ chainId, log }, record), signature);
  if (signed === false) {
    failures.push({ check: 'signature', head: count, expected: record.author, got: 'another signature' });
  }
  if (!isLogged(head)) {
    failures.push({ check: 'inclusion', head: count, expected: anchor.root, got: 'another root' });
  }
  const timestamp = await world.anchored(anchor);
  if (timestamp === undefined) {
    failures.push({ check: 'anchor', head: count, expected: anchor.root, got: 'no such anchor' });
  }
  return {
    count,
    index,
    ...anchor,
    signed,
    holds: timestamp === 'unasked' ? null : timestamp !== undefined,
    timestamp: typeof timestamp === 'number' ? timestamp : null,
  };
}

/** The blocks an event lies between: of the first head with it, and of the last without it. */
function boundsOf(number: number, heads: readonly HeadReport[]): Bounds {
  const vouched = heads.filter(({ holds }) => holds === true);
  const blockOf = (head: HeadReport | undefined) =>
    head === undefined ? null : { block: head.block, timestamp: head.timestamp };
  return {
    before: blockOf(vouched.find(({ count }) => count >= number)),
    after: blockOf(vouched.findLast(({ count }) => count < number)),
  };
}

function openEvents({ events }: ProcessPack): { number: number; event: OpenEvent }[] {
  return events.flatMap((event, at) => (event.state === 'open' ? [{ number: at + 1, event }] : []));
}

/** The commitment to an event, closed or computed from what stands open. */
function commitmentIn(event: PackEvent): Hex {
  if (event.state === 'closed') return event.commitment;
  const { salt, kind, time, content, label } = event;
  return commitEvent({
    salt,
    kind,
    time,
    content: content.state === 'closed' ? content.commitment : commitContent(content),
    label: label.state === 'closed' ? label.commitment : commitLabel(label),
  });
}
