import type { Command } from 'commander';
import type { Session } from '../sdk/client/session.ts';
import { usageClient, type ReportDraft } from '../sdk/usage.ts';
import { UsageReport } from '../usage/UsageReport.ts';
import { native } from '../kernel/values.ts';
import { address, hash } from './command/arguments.ts';
import { exitCodes } from './command/exitCodes.ts';
import { pairs } from './terminal/format.ts';
import { createMoneyFormat } from './money/createMoneyFormat.ts';
import { readDraft } from './terminal/readInput.ts';
import { example, run } from './command/run.ts';
import { showFiled, showJudgement } from './usage/showReport.ts';

export function usageCommands(usage: Command): void {
  usage.addHelpText('after', example('lianpu usage judge report.json --reporter 0x…'));

  usage
    .command('judge <report>')
    .description(
      'Say line by line what is licensed and what is due; nothing is filed. Exits 3 if a line is not licensed',
    )
    .option('--reporter <address>', 'who used it; else the report says, or the key')
    .addHelpText('after', example('lianpu usage judge report.json --reporter 0x…'))
    .action(
      run<{ reporter?: string }>(async (cli, file) => {
        const draft = await readReport(file);
        const given = cli.options.reporter;
        const reporter = given === undefined ? draft.reporter : address(given, '--reporter');
        const session = reporter === undefined ? await cli.signing() : cli.reading();
        const asked = reporter === undefined ? draft : { ...draft, reporter };
        const judgement = await usageClient(session).judge(asked);
        return {
          data: judgement,
          text: async () => showJudgement(judgement, await createMoneyFormat(session, [judgement.currency])),
          exitCode: judgement.unlicensed > 0 ? exitCodes.denied : exitCodes.done,
        };
      }),
    );

  usage
    .command('file <report>')
    .description('File a report of yours on the chain, where it is judged for good')
    .addHelpText('after', example('lianpu usage file report.json --key-file platform.key'))
    .action(
      run(async (cli, file) => {
        const draft = await readReport(file);
        const session = await cli.sending();
        cli.progress('filing');
        return filed(session, await usageClient(session).file(draft));
      }),
    );

  usage
    .command('pay <report>')
    .description('Pay what is due for a report of yours, to each work its part')
    .addHelpText('after', example('lianpu usage pay 0x… --key-file platform.key'))
    .action(
      run(async (cli, id) => {
        const reportId = hash(id, 'REPORT');
        const session = await cli.sending();
        cli.progress('paying');
        const { block, transaction } = (await usageClient(session).pay(reportId)) ?? {
          block: null,
          transaction: null,
        };
        return {
          data: { reportId, block, transaction },
          text: () =>
            block === null
              ? 'nothing is due any more'
              : pairs(['report', reportId], ['block', `${block}`], ['transaction', `${transaction}`]),
        };
      }),
    );

  usage
    .command('show <report>')
    .description('Show a report that was filed, how it was judged and what was paid')
    .addHelpText('after', example('lianpu usage show 0x…'))
    .action(
      run(async (cli, id) => {
        const session = cli.reading();
        return filed(session, await usageClient(session).find(hash(id, 'REPORT')));
      }),
    );
}

function filed(session: Session, report: Parameters<typeof showFiled>[0]) {
  return {
    data: report,
    text: async () => showFiled(report, await createMoneyFormat(session, [report.currency])),
  };
}

/** A report as a platform writes it; version and reporter may be left out. */
async function readReport(file: string): Promise<ReportDraft> {
  const complete = (value: Record<string, unknown>) => ({ version: 1, reporter: native, ...value });
  const { currency, period, lines, reporter } = await readDraft(file, UsageReport, complete);
  return { currency, period, lines, ...(reporter === undefined ? {} : { reporter }) };
}
