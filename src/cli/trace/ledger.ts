import { Command } from 'commander';
import { traceClient } from '../../sdk/trace.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { exitCodes } from '../command/exitCodes.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { describeAudit } from './describeAudit.ts';

export function auditLedger(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('ledger')
    .description(say('cli.trace.ledger'))
    .addHelpText('after', example(say, 'lianpu trace ledger', 'lianpu trace ledger --json'))
    .action(
      run(async (cli) => {
        const session = await cli.open('reader');
        const audit = await traceClient(session).ledger();
        const currencies = audit.currencies.map(({ currency }) => currency);
        return {
          data: audit,
          text: async () => describeAudit(audit, await createMoneyFormat(session, currencies, context), say),
          exitCode: audit.sound ? exitCodes.done : exitCodes.failed,
        };
      }),
    );
}
