import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function mintWork({ say, run }: CommandContext): Command {
  return new Command('mint')
    .description(say('cli.work.mint'))
    .argument('<work>', say('cli.argument-work'))
    .addHelpText('after', example(say, 'lianpu work mint WORK --key-file collector.key'))
    .action(
      run(async (cli, id) => {
        const work = workId(id);
        const client = workClient(await cli.open('sender'));
        cli.progress(say('cli.work.minting'));
        return transactionAnswer(say, { workId: work, ...(await client.mint(work)) });
      }),
    );
}
