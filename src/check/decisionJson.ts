import { decimalOf, toJson } from '../kernel/values.ts';
import type { Decision } from './Decision.ts';
import type { Duty } from './duties/Duty.ts';
import type { Question } from './Question.ts';

/**
 * A decision as JSON has it: what JSON.stringify makes of `z.encode`. Most of an answer is hashes, numbers and names of
 * the vocabulary, which need no look at each character; whatever else there is, `toJson` writes.
 */
export function decisionJson(decision: Decision): string {
  const { verdict, reason, page, clause, ground, duties, termsId, until, creator } = decision;
  const { question, claims, trail } = decision;
  return (
    `{"verdict":"${verdict}","reason":"${reason}","page":"${page}","clause":${quoted(clause)}` +
    `,"ground":{"from":"${ground.from}","workId":${id(ground.workId)},"generation":${ground.generation}` +
    `,"path":${list(ground.path, id)},"label":${word(ground.label)},"termsId":${word(ground.termsId)}` +
    `,"document":${word(ground.document)},"rule":${ground.rule === null ? 'null' : quoted(ground.rule)}}` +
    `,"duties":${list(duties, dutyJson)},"termsId":${word(termsId)},"until":${until}` +
    `${obstaclesJson(decision)},"question":${questionJson(question)},"workId":${id(decision.workId)},"creator":${word(creator)}` +
    `,"claims":${list(claims, toJson)},"time":${decision.time},${momentJson(decision)}` +
    (trail === undefined ? '}' : `,"trail":${toJson(trail)}}`)
  );
}

/** What stands in the way, and what would help: of most answers nothing. */
function obstaclesJson({ conditions, missing, notUnderstood, offers }: Decision): string {
  const isClear = conditions.length + missing.length + notUnderstood.length + offers.length === 0;
  if (isClear) return ',"conditions":[],"missing":[],"notUnderstood":[],"offers":[]';
  return `,${toJson({ conditions, missing, notUnderstood, offers }).slice(1, -1)}`;
}

type Moment = Pick<Decision, 'decided' | 'block' | 'log' | 'chain'>;

let latest: { moment: Moment; text: string } | undefined;

/** When an answer was given, and what it is true of: the same for all that are given in one second. */
function momentJson(moment: Moment): string {
  if (latest === undefined || !isSame(latest.moment, moment)) {
    const { decided, block, log, chain } = moment;
    latest = {
      moment: { decided, block, log, chain },
      text: JSON.stringify({ decided, block, log, chain }).slice(1, -1),
    };
  }
  return latest.text;
}

function isSame(one: Moment, other: Moment): boolean {
  return (
    one.decided === other.decided &&
    one.block === other.block &&
    one.log.size === other.log.size &&
    one.chain.state === other.chain.state &&
    one.chain.blocks === other.chain.blocks &&
    one.chain.seconds === other.chain.seconds
  );
}

function dutyJson(duty: Duty): string {
  const { workId, termsId, amount, currency, deadline, fulfilled, fulfilledBy } = duty;
  const { revenueShareBps, breach, text, action } = duty;
  return (
    `{"duty":"${duty.duty}","workId":${id(workId)},"termsId":${word(termsId)}` +
    ((amount ?? currency ?? deadline ?? fulfilled ?? fulfilledBy) === null
      ? ',"amount":null,"currency":null,"deadline":null,"fulfilled":null,"fulfilledBy":null'
      : `,${toJson({ amount, currency, deadline, fulfilled, fulfilledBy }).slice(1, -1)}`) +
    (revenueShareBps === undefined ? '' : `,"revenueShareBps":${revenueShareBps}`) +
    (breach === undefined ? '' : `,"breach":${toJson(breach)}`) +
    (text === undefined ? '' : `,"text":${quoted(text)}`) +
    (action === undefined ? '' : `,"action":${quoted(action)}`) +
    '}'
  );
}

/** What somebody else said is written as it was said. */
function questionJson(question: Question): string {
  let text = '';
  for (const name in question) {
    const value: unknown = question[name as keyof Question];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}"${name}":${valueJson(value)}`;
  }
  return `${text}}`;
}

function valueJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'bigint' ? id(value) : toJson(value);
}

/** Printable ASCII without quotes and backslashes needs no escape (RFC 8259, 7). */
const printable = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return printable.test(text) ? `"${text}"` : JSON.stringify(text);
}

function list<T>(parts: readonly T[], write: (part: T) => string): string {
  if (parts.length === 0) return '[]';
  let text = write(parts[0] as T);
  for (let at = 1; at < parts.length; at += 1) text += `,${write(parts[at] as T)}`;
  return `[${text}]`;
}

function id(number: bigint | null): string {
  return number === null ? 'null' : `"${decimalOf(number)}"`;
}

/** A hash, an address or a name of the vocabulary: nothing in it needs an escape. */
function word(text: string | null): string {
  return text === null ? 'null' : `"${text}"`;
}
