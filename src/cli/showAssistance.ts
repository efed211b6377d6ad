import type { LoggedAssistance } from '../assistance/Assistance.ts';
import { sourceCodeOf, type AssistanceStep } from '../assistance/AssistanceStep.ts';
import { describeMeans, describeUse } from '../assistance/describeStep.ts';
import type { LabelDuty, Summary } from '../assistance/summary/Summary.ts';
import { blocks, pairs, table, timeText } from './format.ts';

export async function showRecords(records: readonly LoggedAssistance[]): Promise<string> {
  if (records.length === 0) return 'nothing is declared';
  return blocks(...(await Promise.all(records.map(showRecord))));
}

export async function showRecord({ record, index, leafHash, anchor }: LoggedAssistance): Promise<string> {
  return blocks(
    pairs(
      ...summaryRows(record.summary),
      ['author', record.author],
      ['stated', timeText(record.stated)],
      [
        'log',
        `entry ${index}, ${anchor === null ? 'not anchored yet' : `anchored in block ${anchor.block}`}`,
      ],
      ['leaf', leafHash],
    ),
    await showSteps(record.steps),
  );
}

function summaryRows(summary: Summary): [string, string][] {
  return [
    ['summary', sourceCodeOf(summary)],
    ['AI share', summary.share],
    ...summary.labels.map((label): [string, string] => [label.duty, labelText(label)]),
  ];
}

function labelText({ required, reason, clauses }: LabelDuty): string {
  const asked = { yes: 'required', limited: 'required, without hampering its display', no: 'not required' };
  return `${asked[required]}: ${reason} (${clauses.join('; ')})`;
}

async function showSteps(steps: readonly AssistanceStep[]): Promise<string> {
  const rows = steps.map((step) => [
    step.stage,
    step.actor,
    describeMeans(step) ?? '',
    step.humanOversight,
    [describeUse(step.use), step.contribution].filter((part) => part !== null).join('. '),
  ]);
  return await table(['step', 'who', 'with', 'oversight', 'what'], rows);
}
