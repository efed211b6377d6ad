import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function attestHolder({ say, run }: CommandContext): Command {
  return new Command('attest')
    .description(say('cli.work.attest'))
    .argument('<holder>', say('cli.work.attest-holder'))
    .option('--withdraw', say('cli.work.attest-withdraw'))
    .addHelpText('after', example(say, 'lianpu work attest 0x… --key-file registrar.key'))
    .action(
      run<{ withdraw?: boolean }>(async (cli, account) => {
        const holder = address(account, 'HOLDER');
        const attested = cli.options.withdraw !== true;
        const client = workClient(await cli.open('sender'));
        cli.progress(say(attested ? 'cli.work.attesting' : 'cli.work.withdrawing'));
        return transactionAnswer(say, { holder, attested, ...(await client.attest(holder, attested)) });
      }),
    );
}
