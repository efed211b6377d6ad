import { Command } from 'commander';
import { usageClient } from '../../sdk/usage.ts';
import { hash } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { describeReport } from './describeReport.ts';

export function showReport(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('show')
    .argument('<report>', say('cli.usage.argument-report'))
    .description(say('cli.usage.show'))
    .addHelpText('after', example(say, 'lianpu usage show 0x…'))
    .action(
      run(async (cli, id) => {
        const session = await cli.open('reader');
        const report = await usageClient(session).find(hash(id, 'REPORT'));
        return {
          data: report,
          text: async () =>
            describeReport(report, await createMoneyFormat(session, [report.currency], context), say),
        };
      }),
    );
}
