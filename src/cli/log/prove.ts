import { Command } from 'commander';
import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { leafTypes, type LeafType } from '../../log/envelope.ts';
import { message } from '../../messages/Message.ts';
import { logClient } from '../../sdk/log.ts';
import { oneOf, place, workId } from '../command/arguments.ts';
import type { Cli } from '../command/Cli.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { blockWords } from '../terminal/words.ts';
import { writeOutput } from '../terminal/writeOutput.ts';

interface ProveOptions {
  work?: string;
  type?: string;
  output?: string;
}

export function proveEntry({ say, run }: CommandContext): Command {
  return new Command('prove')
    .description(say('cli.log.prove'))
    .argument('[index]', say('cli.log.prove-index'))
    .option('--work <work>', say('cli.log.prove-work'))
    .option('--type <type>', say('cli.log.prove-type'))
    .option('-o, --output <file>', say('cli.log.prove-output'))
    .addHelpText(
      'after',
      example(say, 'lianpu log prove 12 -o entry.json', 'lianpu log prove --work WORK --type assistance'),
    )
    .action(
      run<ProveOptions>(async (cli, given) => {
        const { output } = cli.options;
        const bundle = await logClient(await cli.open('reader')).bundle(await findIndex(cli, given));
        const text = canonicalJson(bundle);
        if (output === undefined) return { data: bundle, text: () => text };
        await writeOutput(output, `${text}\n`);
        const { index, size, anchor } = bundle;
        return {
          data: { file: output, index, size, anchor },
          text: () =>
            pairs(
              [say('cli.log.file'), output],
              [say('cli.log.entry'), say('cli.log.entry-of', { index: `${index}`, size: `${size}` })],
              [
                say('cli.log.anchored'),
                blockWords(say, { number: anchor.block, timestamp: anchor.timestamp }),
              ],
              [say('cli.transaction'), anchor.transaction],
            ),
        };
      }),
    );
}

/** The index of the given entry, or of a work's last entry of a type. */
async function findIndex(cli: Cli<ProveOptions>, given: string | undefined): Promise<number> {
  const { work, type } = cli.options;
  if ((given === undefined) === (work === undefined)) {
    throw new LedgerError('input-invalid', message('errors.entry-choice'));
  }
  if (work === undefined) return place(given ?? '', 'INDEX');
  const entries = await logClient(await cli.open('reader')).entries(workId(work, '--work'));
  const names = Object.keys(leafTypes) as LeafType[];
  const wanted = type === undefined ? names : [oneOf(names, type, '--type')];
  for (const name of wanted) {
    const last = entries.findLast((entry) => entry.type === name);
    if (last !== undefined) return last.index;
  }
  throw new LedgerError('entry-unknown', message('errors.entry-about', { workId: work }));
}
