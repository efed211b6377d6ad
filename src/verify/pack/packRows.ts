import { fromBase64 } from '../../kernel/bytesText.ts';
import { hashBytes } from '../../kernel/json/canonicalJson.ts';
import type { Hex } from '../../kernel/values.ts';
import {
  commitContent,
  commitEvent,
  commitLabel,
  headAfter,
  computeStart,
} from '../../process/commitments.ts';
import type { OpenEvent, PackEvent, ProcessPack } from '../../process/ProcessPack.ts';
import { computeWorkId } from '../../work/computeWorkId.ts';
import { compare } from '../compare.ts';
import type { Row } from '../Verification.ts';

/**
 * Whether a pack agrees with itself: its heads with the chain of commitments from the session on, and what it discloses
 * with the commitments.
 *
 * @param workId A work whose file has to be among what is disclosed.
 */
export function packRows(pack: ProcessPack, workId: bigint | undefined): Row[] {
  const { session, author, events, heads } = pack;
  const chain = listHeads(pack);
  const counts = heads.map(({ record }) => record.count);
  const ordered = [...new Set(counts)].sort((a, b) => a - b);
  return [
    ...heads.flatMap(({ record }) => {
      const about = { head: record.count };
      return [
        compare('head', chain[record.count - 1] ?? null, record.head, about),
        compare('head-session', session, record.session, about),
        compare('head-author', author, record.author, about),
      ];
    }),
    compare('head-order', ordered.join(', '), counts.join(', ')),
    compare('last-head', `${events.length}`, `${counts.at(-1) ?? 0}`),
    ...contentRows(pack),
    workRow(pack, workId),
  ];
}

/** The events that are disclosed, with their numbers, counted from one. */
export function openEvents({ events }: ProcessPack): { number: number; event: OpenEvent }[] {
  return events.flatMap((event, at) => (event.state === 'open' ? [{ number: at + 1, event }] : []));
}

/** The head after each event. */
function listHeads({ session, author, events }: ProcessPack): Hex[] {
  let head = computeStart({ session, author });
  return events.map((event, at) => (head = headAfter(head, at + 1, commitmentIn(event))));
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

/** Contents that stand in the pack itself, by their hashes. */
function contentRows(pack: ProcessPack): Row[] {
  return openEvents(pack).flatMap(({ number, event: { content } }) =>
    content.state === 'whole'
      ? [compare('content', content.hash, hashBytes(fromBase64(content.bytes)), { event: number })]
      : [],
  );
}

function workRow(pack: ProcessPack, workId: bigint | undefined): Row {
  const disclosed = openEvents(pack).flatMap(({ event: { content } }) =>
    content.state === 'closed' ? [] : [`${computeWorkId(pack.author, content.hash)}`],
  );
  if (workId === undefined) return compare('work-file', undefined, disclosed.at(-1) ?? null);
  return compare('work-file', `${workId}`, disclosed.find((one) => one === `${workId}`) ?? null);
}
