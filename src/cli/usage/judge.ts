import { Command } from 'commander';
import { usageClient } from '../../sdk/usage.ts';
import { address } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { readReport } from './readReport.ts';
import { describeJudgement } from './describeReport.ts';

export function judgeReport(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('judge')
    .argument('<report>', say('cli.usage.argument-file'))
    .description(say('cli.usage.judge'))
    .option('--reporter <address>', say('cli.usage.judge-reporter'))
    .addHelpText(
      'after',
      `${example(say, 'lianpu usage judge report.json --reporter 0x…')}\n\n${say('cli.usage.judge-exits')}`,
    )
    .action(
      run<{ reporter?: string }>(async (cli, file) => {
        const draft = await readReport(file);
        const given = cli.options.reporter;
        const reporter = given === undefined ? draft.reporter : address(given, '--reporter');
        const session = await cli.open(reporter === undefined ? 'signer' : 'reader');
        const asked = reporter === undefined ? draft : { ...draft, reporter };
        const judgement = await usageClient(session).judge(asked);
        return {
          data: judgement,
          text: async () =>
            describeJudgement(
              judgement,
              await createMoneyFormat(session, [judgement.currency], context),
              say,
            ),
          exitCode: judgement.unlicensed > 0 ? exitCodes.denied : exitCodes.done,
        };
      }),
    );
}
