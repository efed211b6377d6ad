import { toSourceCode } from '../../assistance/record/AssistanceStep.ts';
import { describeMeans, describeUse } from '../../assistance/record/describeStep.ts';
import { toDisclosed, type LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import type { Declaration } from '../../assistance/record/Declaration.ts';
import type { LogPosition } from '../../log/LogPosition.ts';
import type { LabelDuty, Summary } from '../../assistance/summary/Summary.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';

/** What stands first, then what was amended. */
export async function showRecords(records: readonly LoggedAssistance[]): Promise<string> {
  if (records.length === 0) return 'nothing is declared';
  const standing = records.filter(({ amendedBy }) => amendedBy === null);
  const amended = records.filter(({ amendedBy }) => amendedBy !== null).reverse();
  return blocks(...(await Promise.all([...standing, ...amended].map(showRecord))));
}

async function showRecord(logged: LoggedAssistance): Promise<string> {
  const { record, leafHash, amendedBy, countersignatures, disclosed } = logged;
  const making = toDisclosed(logged);
  return blocks(
    pairs(
      ...summaryRows(record.summary),
      ['author', record.author],
      ['stated', timeText(record.stated)],
      ['log', placeText(logged)],
      ['leaf', leafHash],
      ['amends', record.amends],
      ['amended by', amendedBy],
      ...countersignatures.map(({ record: { role, author, remark }, ...place }): [string, string] => [
        'countersigned',
        `${role} ${author}${remark === null ? '' : `: ${remark}`}; ${placeText(place)}`,
      ]),
      ['disclosed', disclosed === null ? null : placeText(disclosed)],
    ),
    making === null ? withheldText(record) : await showMaking(making),
  );
}

/** Where in the log something stands. */
export function placeText({ index, anchor }: Pick<LogPosition, 'index' | 'anchor'>): string {
  return `entry ${index}, ${anchor === null ? 'not anchored yet' : `anchored in block ${anchor.block}`}`;
}

async function showMaking({ steps, sessions }: Omit<Declaration, 'depiction'>): Promise<string> {
  const rows = steps.map((step) => [
    step.stage,
    step.actor,
    describeMeans(step) ?? '',
    step.humanOversight,
    [describeUse(step.use), step.contribution].filter((part) => part !== null).join('. '),
  ]);
  return blocks(
    await table(['step', 'who', 'with', 'oversight', 'what'], rows),
    sessions.length === 0 ? null : pairs(...sessions.map((session) => ['session', session] as const)),
  );
}

function withheldText(record: LoggedAssistance['record']): string {
  if (record.disclosure === 'public') return '';
  const how = record.disclosure === 'readers' ? 'encrypted to readers' : 'withheld';
  return `the steps are ${how}: the log holds the commitment ${short(record.commitment)}`;
}

function summaryRows(summary: Summary): [string, string][] {
  return [
    ['summary', toSourceCode(summary)],
    ['AI share', summary.share],
    ...summary.labels.map((label): [string, string] => [label.duty, labelText(label)]),
  ];
}

function labelText({ required, reason, clauses }: LabelDuty): string {
  const asked = { yes: 'required', limited: 'required, without hampering its display', no: 'not required' };
  return `${asked[required]}: ${reason} (${clauses.join('; ')})`;
}
