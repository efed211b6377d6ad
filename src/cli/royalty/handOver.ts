import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { transactionAnswer } from '../terminal/transactionAnswer.ts';

export function handOver({ say, run }: CommandContext): Command {
  return new Command('hand-over')
    .argument('<successor>', say('cli.royalty.hand-over-successor'))
    .description(say('cli.royalty.hand-over'))
    .option('--payee <address>', say('cli.royalty.hand-over-payee'))
    .addHelpText('after', example(say, 'lianpu royalty hand-over 0x… --key-file painter.key'))
    .action(
      run<{ payee?: string }>(async (cli, account) => {
        const successor = address(account, 'SUCCESSOR');
        const given = cli.options.payee === undefined ? undefined : address(cli.options.payee, '--payee');
        const session = await cli.open('sender');
        const payee = given ?? (await session.signing()).account;
        cli.progress(say('cli.royalty.hand-over-progress'));
        return transactionAnswer(say, {
          payee,
          successor,
          ...(await royaltyClient(session).handOver(successor, payee)),
        });
      }),
    );
}
