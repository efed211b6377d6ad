import { Command } from 'commander';
import { workClient } from '../../sdk/work.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { describeWork } from './describeWork.ts';

export function showWork({ say, locale, run }: CommandContext): Command {
  return new Command('show')
    .description(say('cli.work.show'))
    .argument('<work>', say('cli.argument-work'))
    .addHelpText('after', example(say, 'lianpu work show WORK', 'lianpu work show WORK --json'))
    .action(
      run(async (cli, id) => {
        const work = await workClient(await cli.open('reader')).find(workId(id));
        return { data: work, text: () => describeWork(work, { say, locale }) };
      }),
    );
}
