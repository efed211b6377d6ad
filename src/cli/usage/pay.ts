import { Command } from 'commander';
import { usageClient } from '../../sdk/usage.ts';
import { hash } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs } from '../terminal/format.ts';

export function payReport({ say, run }: CommandContext): Command {
  return new Command('pay')
    .argument('<report>', say('cli.usage.argument-report'))
    .description(say('cli.usage.pay'))
    .addHelpText('after', example(say, 'lianpu usage pay 0x… --key-file platform.key'))
    .action(
      run(async (cli, id) => {
        const reportId = hash(id, 'REPORT');
        const session = await cli.open('sender');
        cli.progress(say('cli.usage.pay-progress'));
        const origin = await usageClient(session).pay(reportId);
        return {
          data: { reportId, ...(origin ?? { block: null, transaction: null }) },
          text: () =>
            origin === null
              ? say('cli.usage.pay-nothing')
              : pairs(
                  [say('cli.usage.report'), reportId],
                  [say('cli.block'), `${origin.block}`],
                  [say('cli.transaction'), origin.transaction],
                ),
        };
      }),
    );
}
