import type { HeadReport, PackVerification, ShownEvent } from '../../verify/pack/PackVerification.ts';
import type { Say } from '../command/Say.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';
import { describeRows } from '../verify/describeRows.ts';
import { describeIrregularities } from './describeIrregularities.ts';

/** What a pack proves, and what it does not. */
export async function describePack(verified: PackVerification, say: Say): Promise<string> {
  const { verdict, against, rows, session, author, count, closed, heads, events, gaps, jumps } = verified;
  const holds = against === 'chain' ? 'verify.holds-by-chain' : 'verify.holds-root';
  return blocks(
    say(verdict === 'holds' ? holds : `verify.verdict-${verdict}`),
    pairs(
      [say('cli.verify.session'), session],
      [say('cli.verify.author'), author],
      [say('cli.verify.events'), say('cli.verify.events-of', { count, closed })],
      ...heads.map(
        (head) => [say('verify.about-head', { count: head.count }), describeHead(head, say)] as const,
      ),
    ),
    await describeEvents(events, say),
    describeIrregularities(gaps, jumps, say),
    describeRows(rows, say),
  );
}

function describeHead({ index, block, timestamp, holds }: HeadReport, say: Say): string {
  const values = { index: `${index}`, block: `${block}` };
  if (holds === null) return say('cli.verify.head-not-checked', values);
  if (!holds) return say('cli.verify.head-not-anchored', values);
  if (timestamp === null) return say('cli.verify.head-anchored', values);
  return say('cli.verify.head-anchored-at', { ...values, time: timeText(timestamp) });
}

async function describeEvents(events: readonly ShownEvent[], say: Say): Promise<string> {
  const withheld = say('cli.verify.withheld');
  return await table(
    [
      say('cli.verify.column-event'),
      say('cli.verify.column-kind'),
      say('cli.verify.column-clock'),
      say('cli.verify.column-before'),
      say('cli.verify.column-label'),
      say('cli.verify.column-content'),
    ],
    events.map(({ number, kind, time, before, label, contentHash }) => [
      number,
      kind,
      timeText(time / 1000),
      before === null ? say('cli.verify.unknown') : before.block,
      label ?? withheld,
      contentHash === null ? withheld : short(contentHash),
    ]),
  );
}
