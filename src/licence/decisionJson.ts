import { toJson } from '../values.ts';
import type { Decision } from './Decision.ts';
import type { Duty } from './Duty.ts';
import type { Question } from './Question.ts';

/**
 * A decision as JSON has it: what JSON.stringify makes of `z.encode`. Most of an answer is hashes, numbers and names of
 * the vocabulary, which need no look at each character; whatever else there is, `toJson` writes.
 */
export function decisionJson(decision: Decision): string {
  const { verdict, reason, page, clause, ground, duties, termsId, until, creator } = decision;
  const { conditions, missing, notUnderstood, offers, question, claims, chain, trail } = decision;
  const { time, block, log, decided } = decision;
  // An answer names the same work again and again, and decimals of 256 bits take their time.
  let [latest, text] = [0n, '"0"'];
  const id = (number: bigint | null) => {
    if (number === null) return 'null';
    if (number !== latest) [latest, text] = [number, `"${number}"`];
    return text;
  };
  return (
    `{"verdict":"${verdict}","reason":"${reason}","page":"${page}","clause":${quoted(clause)}` +
    `,"ground":{"from":"${ground.from}","workId":${id(ground.workId)},"generation":${ground.generation}` +
    `,"path":${list(ground.path, id)},"label":${word(ground.label)},"termsId":${word(ground.termsId)}` +
    `,"document":${word(ground.document)},"rule":${ground.rule === null ? 'null' : quoted(ground.rule)}}` +
    `,"duties":${list(duties, (duty) => dutyJson(duty, id))},"termsId":${word(termsId)},"until":${until}` +
    `,"conditions":${list(conditions, toJson)},"missing":${list(missing, toJson)}` +
    `,"notUnderstood":${list(notUnderstood, toJson)},"offers":${list(offers, toJson)}` +
    `,"question":${questionJson(question, id)},"workId":${id(decision.workId)},"creator":${word(creator)}` +
    `,"claims":${list(claims, toJson)},"time":${time},"decided":${decided}` +
    `,"block":{"number":${block.number},"hash":"${block.hash}","timestamp":${block.timestamp}}` +
    `,"log":{"size":${log.size}}` +
    `,"chain":{"state":"${chain.state}","blocks":${chain.blocks},"seconds":${chain.seconds}}` +
    `${trail === undefined ? '' : `,"trail":${toJson(trail)}`}}`
  );
}

type WriteId = (id: bigint | null) => string;

function dutyJson(duty: Duty, id: WriteId): string {
  const { workId, termsId, amount, currency, deadline, fulfilled, fulfilledBy } = duty;
  const { revenueShareBps, breach, text, action } = duty;
  return (
    `{"duty":"${duty.duty}","workId":${id(workId)},"termsId":${word(termsId)}` +
    `,"amount":${amount === null ? 'null' : `"${amount}"`},"currency":${word(currency)}` +
    `,"deadline":${deadline},"fulfilled":${fulfilled},"fulfilledBy":${fulfilledBy === null ? 'null' : toJson(fulfilledBy)}` +
    (revenueShareBps === undefined ? '' : `,"revenueShareBps":${revenueShareBps}`) +
    (breach === undefined ? '' : `,"breach":${toJson(breach)}`) +
    (text === undefined ? '' : `,"text":${quoted(text)}`) +
    (action === undefined ? '' : `,"action":${quoted(action)}`) +
    '}'
  );
}

/** What somebody else said is written as it was said. */
function questionJson(question: Question, id: WriteId): string {
  const { workId } = question;
  if (workId === undefined) return toJson(question);
  return `{"workId":${id(workId)},${JSON.stringify({ ...question, workId: undefined }).slice(1)}`;
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

/** A hash, an address or a name of the vocabulary: nothing in it needs an escape. */
function word(text: string | null): string {
  return text === null ? 'null' : `"${text}"`;
}
