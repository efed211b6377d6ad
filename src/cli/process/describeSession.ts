import type { RecordedSession } from '../../process/readSession.ts';
import { backwardIn, gapsIn } from '../../verify/pack/irregularities.ts';
import type { Say } from '../command/Say.ts';
import type { Answer } from '../command/Answer.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';
import { describeIrregularities } from './describeIrregularities.ts';

/** The events of a session, for its owner: only the salts are left out. */
export function describeSession(recorded: RecordedSession, gap: number, say: Say): Answer {
  const { session, events, head, torn, author } = recorded;
  const shown = events.map(({ kind, time, contentHash, label }, at) => ({
    number: at + 1,
    kind,
    time,
    contentHash,
    label,
  }));
  const [gaps, jumps] = [gapsIn(shown, gap), backwardIn(shown)];
  const columns = [
    say('cli.process.event'),
    say('cli.process.kind'),
    say('cli.process.time'),
    say('cli.process.label'),
    say('cli.process.content'),
  ];
  const rows = shown.map(({ number, kind, time, label, contentHash }) => [
    number,
    kind,
    timeText(time / 1000),
    label,
    short(contentHash),
  ]);
  return {
    data: { session, author, count: events.length, head, torn, events: shown, gaps, jumps },
    text: async () =>
      blocks(
        pairs(
          [say('cli.process.session'), session],
          [say('cli.process.author'), author],
          [say('cli.process.events'), `${events.length}`],
          [say('cli.process.head'), head],
          [say('cli.process.torn'), torn === 0 ? null : say('cli.process.torn-bytes', { bytes: torn })],
        ),
        await table(columns, rows),
        describeIrregularities(gaps, jumps, say),
      ),
  };
}
