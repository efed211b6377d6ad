import { Command } from 'commander';
import { processClient } from '../../sdk/processes.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { positionWords } from '../terminal/words.ts';

export function logSession({ say, run }: CommandContext): Command {
  return new Command('log')
    .description(say('cli.process.log'))
    .argument('<session>', say('cli.process.argument-session'))
    .addHelpText('after', example(say, 'lianpu process log mask.session --key-file painter.key'))
    .action(
      run(async (cli, file) => {
        const { readSessionFile } = await import('../../process/recorder/readSessionFile.ts');
        const session = readSessionFile(file);
        const client = processClient(await cli.open('signer'));
        cli.progress(say('cli.process.logging'));
        const logged = await client.log(session);
        const { head, count } = logged.record;
        return {
          data: logged,
          text: () =>
            pairs(
              [say('cli.process.events'), `${count}`],
              [say('cli.process.head'), head],
              [say('cli.log'), positionWords(say, logged)],
            ),
        };
      }),
    );
}
