import { Command } from 'commander';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';
import { readAccount } from '../terminal/readKey.ts';

export function startSession({ say, run }: CommandContext): Command {
  return new Command('start')
    .description(say('cli.process.start'))
    .argument('<session>', say('cli.process.start-session'))
    .option('--author <address>', say('cli.process.start-author'))
    .addHelpText('after', example(say, 'lianpu process start mask.session --key-file painter.key'))
    .action(
      run<{ author?: string }>(async (cli, file) => {
        const given = cli.options.author;
        const account =
          given === undefined ? await readAccount(cli.options, say) : address(given, '--author');
        const { startSession } = await import('../../process/recorder/startSession.ts');
        const started = startSession(file, account);
        const { session, author } = started;
        return {
          data: started,
          text: () => pairs([say('cli.process.session'), session], [say('cli.process.author'), author]),
        };
      }),
    );
}
