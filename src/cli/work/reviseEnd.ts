import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { pairs, timeText } from '../terminal/format.ts';

export function reviseEnd({ say, run }: CommandContext): Command {
  return new Command('revise-end')
    .description(say('cli.work.revise-end'))
    .argument('<work>', say('cli.argument-work'))
    .addHelpText('after', example(say, 'lianpu work revise-end WORK --key-file sender.key'))
    .action(
      run(async (cli, id) => {
        const work = workId(id);
        const client = workClient(await cli.open('sender'));
        cli.progress(say('cli.work.recomputing'));
        const origin = await client.reviseEnd(work);
        const { until } = await client.find(work);
        return {
          data: { workId: work, until, ...origin },
          text: () =>
            pairs(
              [say('cli.work'), `${work}`],
              [say('cli.work.expires'), until === null ? say('cli.no-expiry') : timeText(until)],
              [say('cli.block'), `${origin.block}`],
              [say('cli.transaction'), origin.transaction],
            ),
        };
      }),
    );
}
