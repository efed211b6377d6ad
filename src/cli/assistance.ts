import type { Command } from 'commander';
import { z } from 'zod';
import type { LoggedAssistance } from '../assistance/Assistance.ts';
import { AssistanceStep } from '../assistance/AssistanceStep.ts';
import { describeMeans, describeUse } from '../assistance/describeStep.ts';
import { assistanceClient } from '../sdk/assistance.ts';
import { workId } from './arguments.ts';
import { blocks, pairs, table, timeText } from './format.ts';
import { readDraft } from './readInput.ts';
import { example, run } from './run.ts';

export function assistanceCommands(assistance: Command): void {
  assistance.addHelpText('after', example('lianpu assistance show WORK'));

  assistance
    .command('declare <work> <steps>')
    .description('Sign and log what AI and people did for a work of yours, by a JSON file of its steps')
    .addHelpText('after', example('lianpu assistance declare WORK steps.json --key-file painter.key'))
    .action(
      run(async (cli, id, file) => {
        const work = workId(id);
        const steps = await readDraft(file, z.array(AssistanceStep).min(1));
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

export async function showRecords(records: readonly LoggedAssistance[]): Promise<string> {
  if (records.length === 0) return 'nothing is declared';
  return blocks(...(await Promise.all(records.map(showRecord))));
}

async function showRecord({ record, index, anchor }: LoggedAssistance): Promise<string> {
  const rows = record.steps.map((step) => [
    step.stage,
    step.actor,
    describeMeans(step) ?? '',
    step.humanOversight,
    [describeUse(step.use), step.contribution].filter((part) => part !== null).join('. '),
  ]);
  return blocks(
    pairs(
      ['summary', record.summary],
      ['author', record.author],
      ['stated', timeText(record.stated)],
      [
        'log',
        `entry ${index}, ${anchor === null ? 'not anchored yet' : `anchored in block ${anchor.block}`}`,
      ],
    ),
    await table(['step', 'who', 'with', 'oversight', 'what'], rows),
  );
}
