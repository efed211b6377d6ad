import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function acceptHandOver({ say, run }: CommandContext): Command {
  return new Command('accept')
    .argument('<payee>', say('cli.royalty.accept-payee'))
    .description(say('cli.royalty.accept'))
    .addHelpText('after', example(say, 'lianpu royalty accept 0x… --key-file heir.key'))
    .action(
      run(async (cli, account) => {
        const payee = address(account, 'PAYEE');
        const session = await cli.open('sender');
        cli.progress(say('cli.royalty.accept-progress'));
        return transactionAnswer(say, { payee, ...(await royaltyClient(session).acceptHandOver(payee)) });
      }),
    );
}
