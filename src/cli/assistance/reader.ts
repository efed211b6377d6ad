import { Command } from 'commander';
import { assistanceClient } from '../../sdk/assistance.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { writeNew } from '../terminal/writeNew.ts';

export function createReader({ say, run }: CommandContext): Command {
  return new Command('reader')
    .description(say('cli.assistance.reader'))
    .argument('<file>', say('cli.assistance.reader-file'))
    .addHelpText('after', example(say, 'lianpu assistance reader reader.key'))
    .action(
      run(async (cli, file) => {
        const { identity, recipient } = await assistanceClient(await cli.open('reader')).makeReader();
        await writeNew(file, `# public key: ${recipient}\n${identity}\n`);
        return { data: { recipient }, text: () => pairs([say('cli.assistance.recipient'), recipient]) };
      }),
    );
}
