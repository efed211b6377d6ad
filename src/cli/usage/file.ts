import { Command } from 'commander';
import { usageClient } from '../../sdk/usage.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { readReport } from './readReport.ts';
import { describeReport } from './describeReport.ts';

export function fileReport(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('file')
    .argument('<report>', say('cli.usage.argument-file'))
    .description(say('cli.usage.file'))
    .addHelpText('after', example(say, 'lianpu usage file report.json --key-file platform.key'))
    .action(
      run(async (cli, file) => {
        const draft = await readReport(file);
        const session = await cli.open('sender');
        cli.progress(say('cli.usage.file-progress'));
        const report = await usageClient(session).file(draft);
        return {
          data: report,
          text: async () =>
            describeReport(report, await createMoneyFormat(session, [report.currency], context), say),
        };
      }),
    );
}
