import { Command } from 'commander';
import { traceClient } from '../../sdk/trace.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { createMoneyFormat } from '../money/createMoneyFormat.ts';
import { describeTrace } from './describeTrace.ts';

export function traceWork(context: CommandContext): Command {
  const { say, run } = context;
  return new Command('work')
    .argument('<work>', say('cli.argument-work'))
    .description(say('cli.trace.work'))
    .addHelpText('after', example(say, 'lianpu trace work WORK', 'lianpu trace work WORK --json'))
    .action(
      run(async (cli, id) => {
        const session = await cli.open('reader');
        const trace = await traceClient(session).work(workId(id));
        const { payments, upstreamIncome, held, licences, offers } = trace;
        const currencies = [
          ...[...payments, ...upstreamIncome, ...held, ...licences].map(({ currency }) => currency),
          ...offers.map(({ terms }) => terms.currency),
        ];
        return {
          data: trace,
          text: async () => describeTrace(trace, await createMoneyFormat(session, currencies, context), say),
        };
      }),
    );
}
