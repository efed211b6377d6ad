import { Command } from 'commander';
import { z } from 'zod';
import { Opening } from '../../assistance/record/Opening.ts';
import { toJson } from '../../kernel/values.ts';
import { assistanceClient } from '../../sdk/assistance.ts';
import { hash, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { readBytes } from '../terminal/readInput.ts';
import { writeNew } from '../terminal/writeNew.ts';
import { describeDeclaration } from './describeRecords.ts';

export function openRecord({ say, run }: CommandContext): Command {
  return new Command('open')
    .description(say('cli.assistance.open'))
    .argument('<work>', say('cli.argument-work'))
    .argument('[leaf]', say('cli.assistance.open-leaf'))
    .requiredOption('--identity <file>', say('cli.assistance.open-identity'))
    .option('--opening <file>', say('cli.assistance.open-opening'))
    .addHelpText('after', example(say, 'lianpu assistance open WORK --identity reader.key'))
    .action(
      run<{ identity: string; opening?: string }>(async (cli, id, leaf) => {
        const work = workId(id);
        const leafHash = leaf === undefined ? undefined : hash(leaf, 'LEAF');
        const identity = identityIn(new TextDecoder().decode(await readBytes(cli.options.identity)));
        const opening = await assistanceClient(await cli.open('reader')).open(work, identity, leafHash);
        const encoded = z.encode(Opening, opening);
        if (cli.options.opening !== undefined) {
          await writeNew(cli.options.opening, `${toJson(encoded, 2)}\n`);
        }
        return { data: encoded, text: () => describeDeclaration(opening.record, say) };
      }),
    );
}

/** The key in a file as `age-keygen` writes it, with comments. */
function identityIn(text: string): string {
  return text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-')) ?? text;
}
