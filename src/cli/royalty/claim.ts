import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { pairs } from '../terminal/format.ts';

export function claimRoyalties(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('claim')
    .description(say('cli.royalty.claim'))
    .option('--payee <address>', say('cli.royalty.claim-payee'))
    .addHelpText('after', example(say, 'lianpu royalty claim --key-file painter.key'))
    .action(
      run<{ payee?: string }>(async (cli) => {
        const given = cli.options.payee === undefined ? undefined : address(cli.options.payee, '--payee');
        const session = await cli.open('sender');
        const payee = given ?? (await session.signing()).account;
        cli.progress(say('cli.royalty.claim-progress'));
        const claim = await royaltyClient(session).claim(payee);
        const { claimed, block, transaction } = claim ?? { claimed: [], block: null, transaction: null };
        return {
          data: { payee, claimed, block, transaction },
          text: async () => {
            if (claim === null) return say('cli.royalty.claim-nothing');
            const currencies = claimed.map((one) => one.currency);
            const money = await createMoneyFormat(session, currencies, context);
            return pairs(
              [say('cli.payee'), payee],
              ...claimed.map(
                ({ amount, currency }) =>
                  [say('cli.royalty.claimed'), money.amount(amount, currency)] as const,
              ),
              [say('cli.block'), `${block}`],
              [say('cli.transaction'), transaction],
            );
          },
        };
      }),
    );
}
