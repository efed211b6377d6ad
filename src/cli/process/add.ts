import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import { LedgerError } from '../../kernel/LedgerError.ts';
import type { Hex } from '../../kernel/values.ts';
import { message } from '../../messages/Message.ts';
import { eventKinds } from '../../process/ProcessEvent.ts';
import type { Recorder } from '../../process/recorder/openRecorder.ts';
import { oneOf } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';

interface AddOptions {
  kind: string;
  text?: string;
  label?: string;
  keep: boolean;
}

export function addEvent({ say, run }: CommandContext): Command {
  return new Command('add')
    .description(say('cli.process.add'))
    .argument('<session>', say('cli.process.argument-session'))
    .argument('[content]', say('cli.process.add-content'))
    .requiredOption('--kind <kind>', say('cli.one-of', { names: eventKinds.join(', ') }))
    .option('--text <text>', say('cli.process.add-text'))
    .option('--label <label>', say('cli.process.add-label'))
    .option('--no-keep', say('cli.process.no-keep'))
    .addHelpText(
      'after',
      example(
        say,
        'lianpu process add mask.session --kind prompt --text "a red face"',
        'lianpu process add mask.session line.png --kind draft',
      ),
    )
    .action(
      run<AddOptions>(async (cli, file, content) => {
        const { keep, text, label = content ?? '' } = cli.options;
        const kind = oneOf(eventKinds, cli.options.kind, '--kind');
        if ((content === undefined) === (text === undefined)) {
          throw new LedgerError('input-invalid', message('errors.event-content-choice'));
        }
        const { openRecorder } = await import('../../process/recorder/openRecorder.ts');
        const recorder = openRecorder(file);
        try {
          const contentHash = await hashContent(recorder, await readContent(content, text), keep);
          const { time, head } = recorder.record({ kind, contentHash, label });
          const number = recorder.session.events.length;
          return {
            data: { number, kind, time, contentHash, label, head },
            text: () =>
              pairs(
                [say('cli.process.event'), `${number}`],
                [say('cli.process.content'), contentHash],
                [say('cli.process.head'), head],
              ),
          };
        } finally {
          recorder.close();
        }
      }),
    );
}

/** The bytes of a text or of stdin; a file by its name. */
async function readContent(content = '', text: string | undefined): Promise<string | Uint8Array> {
  const given = text ?? (content === '-' ? await readAll(process.stdin) : undefined);
  return given === undefined ? content : new TextEncoder().encode(given);
}

async function hashContent(recorder: Recorder, from: string | Uint8Array, keep: boolean): Promise<Hex> {
  const { hashFile, keepContent } = await import('../../process/recorder/keepContent.ts');
  if (keep) return await keepContent(recorder.file, from);
  if (typeof from === 'string') return await hashFile(from);
  return (await import('../../kernel/json/canonicalJson.ts')).hashBytes(from);
}
