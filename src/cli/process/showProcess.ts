import type { Gap, Jump } from '../../verify/pack/irregularities.ts';
import type { PackFailure, PackReport, ShownEvent } from '../../verify/pack/PackReport.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';

/** What a pack proves, and what it does not. */
export async function showPackReport(report: PackReport): Promise<string> {
  const { verdict, against, session, author, count, closed, heads, failures } = report;
  const held = heads.map(
    (head) =>
      [
        `head of ${head.count}`,
        `entry ${head.index}, anchored in block ${head.block}${head.timestamp === null ? '' : `, ${timeText(head.timestamp)}`}${head.holds === null ? ', not asked about' : ''}`,
      ] as const,
  );
  return blocks(
    pairs(
      [
        'verdict',
        `${verdict.replaceAll('-', ' ')}, ${against === 'chain' ? 'by the chain' : 'by the root that was given'}`,
      ],
      ['session', session],
      ['author', author],
      ['events', `${count}, of which ${closed} tell nothing`],
      ...held,
    ),
    await eventTable(report.events),
    irregularText(report.gaps, report.jumps),
    failures.map(failureText).join('\n'),
  );
}

async function eventTable(events: readonly ShownEvent[]): Promise<string> {
  return await table(
    ['event', 'kind', 'its clock', 'before block', 'label', 'content'],
    events.map(({ number, kind, time, before, label, contentHash }) => [
      number,
      kind,
      timeText(time / 1000),
      before === null ? 'not told' : before.block,
      label ?? '(withheld)',
      contentHash === null ? '(withheld)' : short(contentHash),
    ]),
  );
}

function irregularText(gaps: readonly Gap[], jumps: readonly Jump[]): string {
  const words = {
    backward: 'before the event it came after',
    ahead: 'after the block that anchored it',
    behind: 'before the block that anchored a head without it',
  };
  return [
    ...gaps.map(
      ({ from, to, seconds, closedBetween }) =>
        `gap: ${Math.round(seconds)} s from event ${from} to ${to}${closedBetween === 0 ? '' : `, with ${closedBetween} closed between`}`,
    ),
    ...jumps.map(
      ({ event, kind, seconds }) => `clock: event ${event} is ${Math.round(seconds)} s ${words[kind]}`,
    ),
  ].join('\n');
}

function failureText({ check, head, event, expected, got }: PackFailure): string {
  const where = head !== undefined ? ` of head ${head}` : event !== undefined ? ` of event ${event}` : '';
  return `${check}${where}: expected ${expected}, got ${got}`;
}
