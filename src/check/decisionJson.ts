import { toJson } from '../kernel/values.ts';
import type { Decision } from './Decision.ts';
import type { Duty } from './duties/Duty.ts';
import type { Question } from './Question.ts';

/** What answers that follow each other have in common: the work they name again and again, and their moment. */
interface Memo {
  number: bigint;
  /** The decimal digits of `number`: those of 256 bits take their time. */
  digits: string;
  moment: Moment | undefined;
  momentText: string;
}

export function createMemo(): Memo {
  return { number: 0n, digits: '0', moment: undefined, momentText: '' };
}

/**
 * A decision as JSON has it: what JSON.stringify makes of `z.encode`. Most of an answer is hashes, numbers and names of
 * the vocabulary, which need no look at each character; whatever else there is, `toJson` writes.
 *
 * @param memo Kept from one answer to the next by whoever writes many.
 */
export function decisionJson(decision: Decision, memo: Memo = createMemo()): string {
  const id = (number: bigint | null) => idJson(number, memo);
  const { verdict, reason, page, clause, ground, duties, termsId, until, creator } = decision;
  const { question, claims, trail } = decision;
  return (
    `{"verdict":"${verdict}","reason":"${reason}","page":"${page}","clause":${quoted(clause)}` +
    `,"ground":{"from":"${ground.from}","workId":${id(ground.workId)},"generation":${ground.generation}` +
    `,"path":${list(ground.path, id)},"label":${word(ground.label)},"termsId":${word(ground.termsId)}` +
    `,"document":${word(ground.document)},"rule":${ground.rule === null ? 'null' : quoted(ground.rule)}}` +
    `,"duties":${list(duties, (duty) => dutyJson(duty, memo))},"termsId":${word(termsId)},"until":${until}` +
    `${obstaclesJson(decision)},"question":${questionJson(question, memo)},"workId":${id(decision.workId)},"creator":${word(creator)}` +
    `,"claims":${list(claims, toJson)},"time":${decision.time},${momentJson(decision, memo)}` +
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

/** When an answer was given, and what it is true of: the same for all that are given in one second. */
function momentJson({ decided, block, log, chain }: Moment, memo: Memo): string {
  const moment = { decided, block, log, chain };
  if (memo.moment === undefined || !isSame(memo.moment, moment)) {
    memo.moment = moment;
    memo.momentText = JSON.stringify(moment).slice(1, -1);
  }
  return memo.momentText;
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

function dutyJson(duty: Duty, memo: Memo): string {
  const { workId, termsId, amount, currency, deadline, fulfilled, fulfilledBy } = duty;
  const { revenueShareBps, breach, text, action } = duty;
  return (
    `{"duty":"${duty.duty}","workId":${idJson(workId, memo)},"termsId":${word(termsId)}` +
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
function questionJson(question: Question, memo: Memo): string {
  let text = '';
  for (const name in question) {
    const value: unknown = question[name as keyof Question];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}"${name}":${valueJson(value, memo)}`;
  }
  return `${text}}`;
}

function valueJson(value: unknown, memo: Memo): string {
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'bigint' ? idJson(value, memo) : toJson(value);
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

function idJson(number: bigint | null, memo: Memo): string {
  if (number === null) return 'null';
  if (number !== memo.number) [memo.number, memo.digits] = [number, `${number}`];
  return `"${memo.digits}"`;
}

/** A hash, an address or a name of the vocabulary: nothing in it needs an escape. */
function word(text: string | null): string {
  return text === null ? 'null' : `"${text}"`;
}
