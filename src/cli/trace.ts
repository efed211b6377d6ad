import type { Command } from 'commander';
import { traceClient } from '../sdk/trace.ts';
import { workId } from './command/arguments.ts';
import { exitCodes } from './command/exitCodes.ts';
import { createMoneyFormat } from './money/createMoneyFormat.ts';
import { example, run } from './command/run.ts';
import { showAudit } from './trace/showAudit.ts';
import { showTrace } from './trace/showTrace.ts';

export function traceCommands(trace: Command): void {
  trace.addHelpText('after', example('lianpu trace ledger'));

  trace
    .command('work <work>')
    .description('Show the lineage of a work, its records, and where each unit paid to it went')
    .addHelpText('after', example('lianpu trace work WORK', 'lianpu trace work WORK --json'))
    .action(
      run(async (cli, id) => {
        const session = cli.reading();
        const found = await traceClient(session).work(workId(id));
        const currencies = [...found.payments, ...found.upstreamIncome, ...found.held, ...found.licences];
        return {
          data: found,
          text: async () => {
            const offered = found.offers.map(({ terms }) => terms.currency);
            const named = currencies.map((one) => one.currency);
            return await showTrace(found, await createMoneyFormat(session, [...named, ...offered]));
          },
        };
      }),
    );

  trace
    .command('ledger')
    .description('Account for all money, currency by currency; exits 1 unless every unit is accounted for')
    .addHelpText('after', example('lianpu trace ledger', 'lianpu trace ledger --json'))
    .action(
      run(async (cli) => {
        const session = cli.reading();
        const audit = await traceClient(session).ledger();
        return {
          data: audit,
          text: async () => {
            const currencies = audit.currencies.map(({ currency }) => currency);
            return showAudit(audit, await createMoneyFormat(session, currencies));
          },
          exitCode: audit.sound ? exitCodes.done : exitCodes.failed,
        };
      }),
    );
}
