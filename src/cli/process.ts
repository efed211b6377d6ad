import { text as readAll } from 'node:stream/consumers';
import type { Command } from 'commander';
import type { Disclosed } from '../process/composePack.ts';
import { eventKinds } from '../process/ProcessEvent.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import type { Recorder } from '../process/recorder/openRecorder.ts';
import { processClient } from '../sdk/processes.ts';
import { toJson, type Hex } from '../kernel/values.ts';
import { address, count, hash, numbers, oneOf, workId } from './command/arguments.ts';
import { exitCodes } from './command/exitCodes.ts';
import { pairs } from './terminal/format.ts';
import { readJson } from './terminal/readInput.ts';
import { example, run } from './command/run.ts';
import { placeText } from './assistance/showAssistance.ts';
import { showPackReport, showSession } from './process/showProcess.ts';
import { watchCommand } from './process/watch.ts';
import { writeNew } from './terminal/writeNew.ts';

export function processCommands(group: Command): void {
  group.addHelpText('after', example('lianpu process show mask.session'));

  group
    .command('start <session>')
    .description('Begin to record how a work is made, in a new file of yours')
    .option('--author <address>', 'whose session it is; else the key says')
    .addHelpText('after', example('lianpu process start mask.session --key-file painter.key'))
    .action(
      run<{ author?: string }>(async (cli, file) => {
        const author = cli.options.author;
        const account = author === undefined ? await cli.account() : address(author, '--author');
        const { startSession } = await import('../process/recorder/startSession.ts');
        const started = startSession(file, account);
        return { data: started, text: () => pairs(['session', started.session], ['author', started.author]) };
      }),
    );

  group
    .command('add <session> [content]')
    .description('Record an event with its content: a file, - for what is piped in, or --text')
    .requiredOption('--kind <kind>', `one of ${eventKinds.join(', ')}`)
    .option('--text <text>', 'the content, where it is text, such as a prompt')
    .option('--label <label>', 'what it is called; the name of the file unless given')
    .option('--no-keep', 'do not keep the content beside the session')
    .addHelpText(
      'after',
      example(
        'lianpu process add mask.session --kind prompt --text "a red face"',
        'lianpu process add mask.session line.png --kind draft',
      ),
    )
    .action(
      run<{ kind: string; text?: string; label?: string; keep: boolean }>(async (cli, file, content) => {
        const { keep, text, label = content ?? '' } = cli.options;
        const kind = oneOf(eventKinds, cli.options.kind, '--kind');
        if ((content === undefined) === (text === undefined)) {
          throw new LedgerError('input-invalid', 'expected a content: a file, -, or --text');
        }
        const recorder = await openRecorder(file);
        try {
          const given = text ?? (content === '-' ? await readAll(process.stdin) : undefined);
          const from = given === undefined ? (content ?? '') : new TextEncoder().encode(given);
          const contentHash = await hashContent(recorder, from, keep);
          const event = recorder.record({ kind, contentHash, label });
          const number = recorder.session.events.length;
          const { time, head } = event;
          return {
            data: { number, kind, time, contentHash, label, head },
            text: () => pairs(['event', `${number}`], ['content', contentHash], ['head', head]),
          };
        } finally {
          recorder.close();
        }
      }),
    );

  watchCommand(group);

  group
    .command('log <session>')
    .description('Sign how far the session has come, and log it; its events stay with you')
    .addHelpText('after', example('lianpu process log mask.session --key-file painter.key'))
    .action(
      run(async (cli, file) => {
        const { readSessionFile } = await import('../process/recorder/readSessionFile.ts');
        const session = readSessionFile(file);
        const client = processClient(await cli.signing());
        cli.progress('logging');
        const logged = await client.log(session);
        const { head, count: events } = logged.record;
        return {
          data: logged,
          text: () => pairs(['events', `${events}`], ['head', head], ['log', placeText(logged)]),
        };
      }),
    );

  group
    .command('disclose <session>')
    .description('Write a pack that proves chosen events, and shows nothing else')
    .requiredOption(
      '--events <numbers>',
      'such as 1,4-6, or all: kind, time, label and content hash of these',
    )
    .requiredOption('--out <file>', 'where to write the pack')
    .option('--with-content <numbers>', 'events whose content stands in the pack itself')
    .option('--without-hash <numbers>', 'events of whose content not even the hash is shown')
    .option('--without-label <numbers>', 'events whose label is not shown')
    .addHelpText('after', example('lianpu process disclose mask.session --events 1,4-6 --out pack.json'))
    .action(
      run<ChosenOptions & { out: string }>(async (cli, file) => {
        const { readSessionFile } = await import('../process/recorder/readSessionFile.ts');
        const session = readSessionFile(file);
        const contentHashOf = (number: number) => session.events[number - 1]?.contentHash;
        const chosen = await chosenOf(cli.options, session.events.length, file, contentHashOf);
        cli.progress('waiting for the anchor');
        const pack = await processClient(cli.reading()).disclose(session, chosen);
        await writeNew(cli.options.out, `${toJson(pack)}\n`);
        const closed = pack.events.length - chosen.size;
        const heads = pack.heads.map(({ record, anchor }) => ({ count: record.count, block: anchor.block }));
        return {
          data: { pack: cli.options.out, disclosed: chosen.size, closed, heads },
          text: () =>
            pairs(['pack', cli.options.out], ['disclosed', `${chosen.size}`], ['closed', `${closed}`]),
        };
      }),
    );

  group
    .command('verify <pack>')
    .description(
      'Check a pack against the chain, or offline against anchored roots; exits 0, 6 offline, 3 if it does not hold, 4 if the chain has to tell, 7 if it cannot be asked',
    )
    .option('--root <root>', 'a root that was anchored; can be given again; the chain is not asked', add, [])
    .option('--work <work>', 'the work whose file has to be among what is disclosed')
    .option('--gap <seconds>', 'show times between events from this length on', '3600')
    .option('--clock <seconds>', 'show clocks that are further off than this', '600')
    .addHelpText(
      'after',
      example('lianpu process verify pack.json', 'lianpu process verify pack.json --root 0x…'),
    )
    .action(
      run<{ root: string[]; work?: string; gap: string; clock: string }>(async (cli, file) => {
        const { root, work, gap, clock } = cli.options;
        const question = {
          gap: count(gap, '--gap'),
          clock: count(clock, '--clock'),
          workId: work === undefined ? undefined : workId(work, '--work'),
        };
        const roots = root.map((one) => hash(one, '--root'));
        const pack = await readJson(file);
        const { verifyProcess } = await import('../sdk/verifyProcess.ts');
        const ground = roots.length > 0 ? { roots } : { rpcUrl: cli.options.rpc };
        const report = await verifyProcess(pack, ground, question);
        return { data: report, text: () => showPackReport(report), exitCode: exitCodeOf(report) };
      }),
    );

  group
    .command('show <session>')
    .description('Show what a session of yours has recorded, with gaps and clock jumps')
    .option('--gap <seconds>', 'show times between events from this length on', '3600')
    .addHelpText('after', example('lianpu process show mask.session'))
    .action(
      run<{ gap: string }>(async (cli, file) => {
        const gap = count(cli.options.gap, '--gap');
        const { readSessionFile } = await import('../process/recorder/readSessionFile.ts');
        const shown = showSession(readSessionFile(file), gap);
        return shown;
      }),
    );
}

interface ChosenOptions {
  events: string;
  withContent?: string;
  withoutHash?: string;
  withoutLabel?: string;
}

async function openRecorder(file: string): Promise<Recorder> {
  return (await import('../process/recorder/openRecorder.ts')).openRecorder(file);
}

/** What of each chosen event is disclosed; contents are read from where they were kept. */
async function chosenOf(
  options: ChosenOptions,
  last: number,
  file: string,
  contentHashOf: (number: number) => Hex | undefined,
): Promise<Map<number, Disclosed>> {
  const { readContent } = await import('../process/recorder/keepContent.ts');
  const among = (given: string | undefined, name: string) =>
    new Set(given === undefined ? [] : numbers(given, name, last));
  const events = [...among(options.events, '--events')];
  const whole = among(options.withContent, '--with-content');
  const hidden = among(options.withoutHash, '--without-hash');
  const unlabelled = among(options.withoutLabel, '--without-label');
  const chosen = new Map<number, Disclosed>();
  for (const number of events.sort((a, b) => a - b)) {
    const contentHash = contentHashOf(number);
    let content: Disclosed['content'] = hidden.has(number) ? 'closed' : 'hash';
    if (whole.has(number) && contentHash !== undefined) content = await readContent(file, contentHash);
    chosen.set(number, { content, label: !unlabelled.has(number) });
  }
  const stray = [...whole, ...hidden, ...unlabelled].find((number) => !chosen.has(number));
  if (stray === undefined) return chosen;
  throw new LedgerError(
    'input-invalid',
    `--events: expected event ${stray}, of which more is said, got others`,
  );
}

async function hashContent(recorder: Recorder, from: string | Uint8Array, keep: boolean): Promise<Hex> {
  const { hashFile, keepContent } = await import('../process/recorder/keepContent.ts');
  if (keep) return await keepContent(recorder.file, from);
  if (typeof from === 'string') return await hashFile(from);
  return (await import('../kernel/json/canonicalJson.ts')).hashBytes(from);
}

function exitCodeOf({ verdict, against }: { verdict: string; against: string }) {
  if (verdict === 'does-not-hold') return exitCodes.denied;
  if (verdict === 'cannot-tell') return exitCodes.cannotTell;
  return against === 'root' ? exitCodes.holdsOffline : exitCodes.done;
}

function add(value: string, before: string[]): string[] {
  return [...before, value];
}
