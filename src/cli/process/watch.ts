import type { Command } from 'commander';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { processClient } from '../../sdk/processes.ts';
import { toJson } from '../../kernel/values.ts';
import { count } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import { line, printable, short, timeText } from '../terminal/format.ts';
import { example, run } from '../command/run.ts';
import { untilInterrupted } from '../terminal/untilInterrupted.ts';

interface WatchOptions {
  logEvery?: string;
  stable: string;
  rescan: string;
  keep: boolean;
}

/** Records the drafts of a folder until Ctrl-C. */
export function watchCommand(group: Command): void {
  group
    .command('watch <session> <folder>')
    .description('Record each new or changed file of a folder as a draft, until Ctrl-C')
    .option('--log-every <seconds>', 'sign and log the head this often')
    .option('--stable <milliseconds>', 'how long a file stays as it is before it is recorded', '1000')
    .option('--rescan <milliseconds>', 'how often to look at the whole folder in any case', '5000')
    .option('--no-keep', 'do not keep the drafts beside the session')
    .addHelpText(
      'after',
      example('lianpu process watch mask.session drafts --log-every 600 --key-file painter.key'),
    )
    .action(
      run<WatchOptions>(async (cli, file, folder) => {
        const { keep, logEvery } = cli.options;
        const stable = count(cli.options.stable, '--stable');
        const rescan = count(cli.options.rescan, '--rescan');
        const every = logEvery === undefined ? undefined : count(logEvery, '--log-every');
        const client = every === undefined ? undefined : processClient(await cli.signing());
        const { openRecorder } = await import('../../process/recorder/openRecorder.ts');
        const { watchDrafts } = await import('../../process/recorder/watchDrafts.ts');
        const recorder = openRecorder(file);
        try {
          const signal = untilInterrupted();
          const logging =
            client === undefined
              ? undefined
              : keepLogging(every ?? 0, () => client.log(recorder.session), recorder.session);
          await watchDrafts(recorder, folder, {
            signal,
            stable,
            rescan,
            keep,
            onEvent: (event, number) =>
              say(
                cli,
                { number, ...shown(event) },
                `${number}  ${timeText(event.time / 1000)}  ${event.label}  ${short(event.contentHash)}`,
              ),
            onSkipped: (label, { message }) => warn(`${label}: ${message}`),
          });
          await logging?.end();
          const { session, head, events } = recorder.session;
          return {
            data: { session, count: events.length, head },
            text: () => `${events.length} events, head ${head}`,
          };
        } finally {
          recorder.close();
        }
      }),
    );
}

/** What of an event is told while it is recorded: its salts stay in the file. */
function shown({
  kind,
  time,
  contentHash,
  label,
  head,
}: {
  kind: string;
  time: number;
  contentHash: string;
  label: string;
  head: string;
}) {
  return { kind, time, contentHash, label, head };
}

/** Logs the head at an interval where it has grown, and once at the end. What fails is said and tried again. */
function keepLogging(seconds: number, log: () => Promise<unknown>, session: { events: readonly unknown[] }) {
  let logged = 0;
  let running = Promise.resolve();
  const tick = async () => {
    const grown = session.events.length;
    if (grown === logged) return;
    try {
      await log();
      logged = grown;
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      warn(`the head was not logged: ${error.code}: ${error.message}`);
    }
  };
  const timer = setInterval(() => {
    running = running.then(tick);
  }, seconds * 1000);
  return {
    end: async () => {
      clearInterval(timer);
      await running;
      await tick();
    },
  };
}

function say(cli: Cli<object>, data: unknown, text: string): void {
  process.stdout.write(`${cli.options.json === true ? toJson(data) : printable(line(text))}\n`);
}

function warn(text: string): void {
  process.stderr.write(`${printable(line(text))}\n`);
}
