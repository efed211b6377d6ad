import { Command } from 'commander';
import { toJson } from '../../kernel/values.ts';
import { processClient } from '../../sdk/processes.ts';
import { count } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { line, printable, short, timeText } from '../terminal/format.ts';
import { untilInterrupted } from '../terminal/untilInterrupted.ts';
import { logHeads } from './logHeads.ts';

interface WatchOptions {
  logEvery?: string;
  stable: string;
  rescan: string;
  keep: boolean;
}

export function watchDrafts(context: CommandContext): Command {
  const { say, format, run } = context;
  return new Command('watch')
    .description(say('cli.process.watch'))
    .argument('<session>', say('cli.process.argument-session'))
    .argument('<folder>', say('cli.process.watch-folder'))
    .option('--log-every <seconds>', say('cli.process.watch-log-every'))
    .option('--stable <milliseconds>', say('cli.process.watch-stable'), '1000')
    .option('--rescan <milliseconds>', say('cli.process.watch-rescan'), '5000')
    .option('--no-keep', say('cli.process.no-keep'))
    .addHelpText(
      'after',
      example(say, 'lianpu process watch mask.session drafts --log-every 600 --key-file painter.key'),
    )
    .action(
      run<WatchOptions>(async (cli, file, folder) => {
        const { keep, logEvery, json } = cli.options;
        const stable = count(cli.options.stable, '--stable');
        const rescan = count(cli.options.rescan, '--rescan');
        const every = logEvery === undefined ? undefined : count(logEvery, '--log-every');
        const client = every === undefined ? undefined : processClient(await cli.open('signer'));
        const { openRecorder } = await import('../../process/recorder/openRecorder.ts');
        const { watchDrafts } = await import('../../process/recorder/watchDrafts.ts');
        const recorder = openRecorder(file);
        const { session } = recorder;
        const logging =
          client === undefined || every === undefined
            ? undefined
            : logHeads(session, every, { log: () => client.log(session), warn, context });
        try {
          await watchDrafts(recorder, folder, {
            signal: untilInterrupted(),
            stable,
            rescan,
            keep,
            onEvent: (event, number) => printEvent(number, event, json === true),
            onSkipped: (label, { translatable }) => warn(`${label}: ${format(translatable)}`),
          });
          await logging?.end();
          const { head, events } = session;
          return {
            data: { session: session.session, count: events.length, head },
            text: () => say('cli.process.watched', { count: events.length, head }),
          };
        } finally {
          recorder.close();
        }
      }),
    );
}

/** An event as it is printed: its salts stay in the file. */
interface Printed {
  kind: string;
  time: number;
  contentHash: string;
  label: string;
  head: string;
}

function printEvent(number: number, { kind, time, contentHash, label, head }: Printed, json: boolean): void {
  const data = { number, kind, time, contentHash, label, head };
  const text = `${number}  ${timeText(time / 1000)}  ${label}  ${short(contentHash)}`;
  process.stdout.write(`${json ? toJson(data) : printable(line(text))}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${printable(line(text))}\n`);
}
