import { toSourceCode } from '../../assistance/record/AssistanceStep.ts';
import type { Declaration } from '../../assistance/record/Declaration.ts';
import { productsMessage, stepUseMessage } from '../../assistance/words/stepMessages.ts';
import type { Message } from '../../messages/Message.ts';
import { toDisclosed, type LoggedAssistance } from '../../assistance/record/LoggedAssistance.ts';
import type { LabelDuty, Summary } from '../../assistance/summary/Summary.ts';
import type { Say } from '../command/Say.ts';
import { blocks, pairs, short, table, timeText } from '../terminal/format.ts';
import { positionWords } from '../terminal/words.ts';

/** Current records first, then amended ones, the latest first. */
export async function describeRecords(records: readonly LoggedAssistance[], say: Say): Promise<string> {
  if (records.length === 0) return say('cli.assistance.no-records');
  const current = records.filter(({ amendedBy }) => amendedBy === null);
  const amended = records.filter(({ amendedBy }) => amendedBy !== null).reverse();
  const texts = [...current, ...amended].map((logged) => describeRecord(logged, say));
  return blocks(...(await Promise.all(texts)));
}

export async function describeRecord(logged: LoggedAssistance, say: Say): Promise<string> {
  const { record, leafHash, amendedBy, countersignatures, disclosed } = logged;
  const making = toDisclosed(logged);
  return blocks(
    pairs(
      ...summaryRows(record.summary, say),
      [say('cli.assistance.author'), record.author],
      [say('cli.assistance.stated'), timeText(record.stated)],
      [say('cli.log'), positionWords(say, logged)],
      [say('cli.assistance.leaf'), leafHash],
      [say('cli.assistance.amends'), record.amends],
      [say('cli.assistance.amended-by'), amendedBy],
      ...countersignatures.map(({ record: { role, author, remark }, ...position }): [string, string] => [
        say('cli.assistance.countersigned'),
        `${role} ${author}${remark === null ? '' : `: ${remark}`}; ${positionWords(say, position)}`,
      ]),
      [say('cli.assistance.disclosed'), disclosed === null ? null : positionWords(say, disclosed)],
    ),
    making === null ? withheldText(record, say) : await describeDeclaration(making, say),
  );
}

export async function describeDeclaration(
  { steps, sessions }: Omit<Declaration, 'depiction'>,
  say: Say,
): Promise<string> {
  const head = [
    say('cli.assistance.step'),
    say('cli.assistance.step-actor'),
    say('cli.assistance.step-tools'),
    say('cli.assistance.step-oversight'),
    say('cli.assistance.step-contribution'),
  ];
  const text = (made: Message | null) => (made === null ? null : say(made.id, made.values));
  const rows = steps.map((step) => [
    step.stage,
    step.actor,
    text(productsMessage(step)) ?? '',
    step.humanOversight,
    [text(stepUseMessage(step.use)), step.contribution].filter((part) => part !== null).join('. '),
  ]);
  const named = sessions.map((session) => [say('cli.assistance.session'), session] as const);
  return blocks(await table(head, rows), named.length === 0 ? null : pairs(...named));
}

function withheldText(record: LoggedAssistance['record'], say: Say): string {
  if (record.disclosure === 'public') return '';
  const commitment = short(record.commitment);
  return record.disclosure === 'readers'
    ? say('cli.assistance.steps-encrypted', { commitment })
    : say('cli.assistance.steps-withheld', { commitment });
}

function summaryRows(summary: Summary, say: Say): [string, string][] {
  return [
    [say('cli.assistance.source-type'), toSourceCode(summary)],
    [say('cli.assistance.share'), summary.share],
    ...summary.labels.map((label): [string, string] => [label.duty, labelText(label, say)]),
  ];
}

function labelText({ required, reason, clauses }: LabelDuty, say: Say): string {
  const words = {
    yes: 'cli.assistance.label-required',
    limited: 'cli.assistance.label-limited',
    no: 'cli.assistance.label-not-required',
  } as const;
  return say(words[required], { reason, clauses: clauses.join('; ') });
}
