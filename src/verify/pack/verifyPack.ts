import { parseInput } from '../../kernel/json/parseInput.ts';
import { ProcessPack } from '../../process/ProcessPack.ts';
import { compare, hasFailed } from '../compare.ts';
import { conclude } from '../conclude.ts';
import type { Ground } from '../Ground.ts';
import type { Row } from '../Verification.ts';
import { headRows, inclusionRow } from './headRows.ts';
import { backwardIn, farFromBlocks, gapsIn } from './irregularities.ts';
import { openEvents, packRows } from './packRows.ts';
import type { Bounds, HeadReport, PackVerification } from './PackVerification.ts';
import { shownEvent } from './shownEvent.ts';

interface PackOptions {
  /** Seconds from which on a time between two events is shown as a gap; 3,600 unless given. */
  gap?: number | undefined;
  /** Seconds that a clock may be from the blocks around it; 600 unless given. */
  clock?: number | undefined;
  /** A work whose file has to be among what is disclosed. */
  workId?: bigint | undefined;
}

/**
 * Verifies a process pack: that its events are those the heads were made of, in that order; that their author signed the
 * heads; that the log holds them under roots that were anchored. Gaps and clock jumps are reported and refuse nothing.
 *
 * 1. The chain of commitments, from the session to each head; what is disclosed, against its commitments.
 * 2. Each head's leaf, by its inclusion proof (RFC 9162, 2.1.3.2).
 * 3. Each head's signature (EIP-712), and its root, by the ground, which is only asked if the pack agrees with itself.
 *
 * @param file What `lianpu process disclose` wrote.
 * @throws LedgerError `input-invalid` for what is no pack, `chain-unreachable`.
 *
 * @example
 * await verifyPack(file, chainGround(rpcUrl))
 * // { verdict: 'holds', events: [{ number: 1, kind: 'prompt', before: { block: 12, … } }], rows: [ … ], … }
 */
export async function verifyPack(
  file: unknown,
  ground: Ground,
  { gap = 3600, clock = 600, workId }: PackOptions = {},
): Promise<PackVerification> {
  const pack = parseInput(ProcessPack, file, 'pack');
  const rows: Row[] = [...packRows(pack, workId), ...pack.heads.map(inclusionRow)];
  const asked = hasFailed(rows) ? undefined : ground;
  const heads: HeadReport[] = [];
  for (const head of pack.heads) {
    const checked = await headRows(pack, head, asked);
    rows.push(...checked.rows);
    heads.push(checked.report);
  }
  const open = openEvents(pack);
  const events = open.map(({ number, event }) =>
    shownEvent(number, event, pack.author, toBounds(number, heads)),
  );
  for (const { number: event, before } of events) {
    const block = before === null ? undefined : `${before.block}`;
    rows.push(compare('event-anchored', block, block ?? null, { event }));
  }
  return {
    ...conclude(ground.against, rows, ['head-signature', 'event-anchored']),
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
  };
}

/** The blocks an event lies between: of the first head with it, and of the last without it. */
function toBounds(number: number, heads: readonly HeadReport[]): Bounds {
  const vouched = heads.filter(({ holds }) => holds === true);
  const toBlock = (head: HeadReport | undefined) =>
    head === undefined ? null : { block: head.block, timestamp: head.timestamp };
  return {
    before: toBlock(vouched.find(({ count }) => count >= number)),
    after: toBlock(vouched.findLast(({ count }) => count < number)),
  };
}
