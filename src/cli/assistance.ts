import type { Command } from 'commander';
import { assistanceClient } from '../sdk/assistance.ts';
import { workId } from './arguments.ts';
import { readMaking } from './readMaking.ts';
import { example, run } from './run.ts';
import { showRecord, showRecords } from './showAssistance.ts';

export function assistanceCommands(assistance: Command): void {
  assistance.addHelpText('after', example('lianpu assistance show WORK'));

  assistance
    .command('declare <work> <steps>')
    .description('Sign and log what AI and people did for a work of yours, by a JSON file of its steps')
    .addHelpText('after', example('lianpu assistance declare WORK steps.json --key-file painter.key'))
    .action(
      run(async (cli, id, file) => {
        const work = workId(id);
        const steps = await readMaking(file);
        const client = assistanceClient(await cli.signing());
        cli.progress('logging');
        const logged = await client.declare(work, steps);
        return { data: logged, text: () => showRecord(logged) };
      }),
    );

  assistance
    .command('show <work>')
    .description('Show what AI and people did for a work, as its creator stated it')
    .addHelpText('after', example('lianpu assistance show WORK'))
    .action(
      run(async (cli, id) => {
        const records = await assistanceClient(cli.reading()).of(workId(id));
        return { data: { records }, text: () => showRecords(records) };
      }),
    );
}
