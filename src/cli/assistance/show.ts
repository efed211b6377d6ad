import { Command } from 'commander';
import { assistanceClient } from '../../sdk/assistance.ts';
import { workId } from '../command/arguments.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import { example } from '../command/example.ts';
import { describeRecords } from './describeRecords.ts';

export function showAssistance({ say, run }: CommandContext): Command {
  return new Command('show')
    .description(say('cli.assistance.show'))
    .argument('<work>', say('cli.argument-work'))
    .addHelpText('after', example(say, 'lianpu assistance show WORK'))
    .action(
      run(async (cli, id) => {
        const records = await assistanceClient(await cli.open('reader')).of(workId(id));
        return { data: { records }, text: () => describeRecords(records, say) };
      }),
    );
}
