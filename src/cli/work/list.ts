import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { kindNames } from '../../work/Metadata.ts';
import { address, count, oneOf, workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { describeWorks } from './describeWork.ts';

interface ListOptions {
  kind?: string;
  creator?: string;
  limit?: string;
  after?: string;
}

export function listWorks({ say, locale, run }: CommandContext): Command {
  return new Command('list')
    .description(say('cli.work.list'))
    .option('--kind <kind>', say('cli.one-of', { names: kindNames.join(', ') }))
    .option('--creator <address>', say('cli.work.list-creator'))
    .option('--limit <count>', say('cli.work.list-limit'))
    .option('--after <work>', say('cli.work.list-after'))
    .addHelpText('after', example(say, 'lianpu work list --kind opera-mask --limit 10'))
    .action(
      run<ListOptions>(async (cli) => {
        const { kind, creator, limit, after } = cli.options;
        const list = await workClient(await cli.open('reader')).list({
          ...(kind === undefined ? {} : { kind: oneOf(kindNames, kind, '--kind') }),
          ...(creator === undefined ? {} : { creator: address(creator, '--creator') }),
          ...(limit === undefined ? {} : { limit: count(limit, '--limit') }),
          ...(after === undefined ? {} : { after: workId(after, '--after') }),
        });
        return { data: list, text: () => describeWorks(list.works, list.all, { say, locale }) };
      }),
    );
}
