import { Command } from 'commander';
import { royaltyClient } from '../../sdk/royalty.ts';
import { currency, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { blocks, pairs } from '../terminal/format.ts';

export function settleWork({ say, run }: CommandContext): Command {
  return new Command('settle')
    .argument('<work>', say('cli.argument-work'))
    .description(say('cli.royalty.settle'))
    .option('--currency <address>', say('cli.royalty.pay-currency'), 'native')
    .addHelpText('after', example(say, 'lianpu royalty settle WORK --key-file anyone.key'))
    .action(
      run<{ currency: string }>(async (cli, id) => {
        const [work, asked] = [workId(id), currency(cli.options.currency)];
        const session = await cli.open('sender');
        cli.progress(say('cli.royalty.settle-progress'));
        const transactions = await royaltyClient(session).settle(work, asked);
        const rows = transactions.map(({ block, transaction }) =>
          pairs([say('cli.block'), `${block}`], [say('cli.transaction'), transaction]),
        );
        return {
          data: { workId: work, currency: asked, transactions },
          text: () => (rows.length === 0 ? say('cli.royalty.settle-nothing') : blocks(...rows)),
        };
      }),
    );
}
