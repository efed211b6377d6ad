import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { address, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function transferWork({ say, run }: CommandContext): Command {
  return new Command('transfer')
    .description(say('cli.work.transfer'))
    .argument('<work>', say('cli.argument-work'))
    .argument('<to>', say('cli.work.transfer-to'))
    .addHelpText('after', example(say, 'lianpu work transfer WORK 0x… --key-file holder.key'))
    .action(
      run(async (cli, id, account) => {
        const [work, to] = [workId(id), address(account, 'TO')];
        const client = workClient(await cli.open('sender'));
        cli.progress(say('cli.work.transferring'));
        return transactionAnswer(say, { workId: work, to, ...(await client.transfer(work, to)) });
      }),
    );
}
