import type assistance from './en/assistance.json';
import type check from './en/check.json';
import type cliAssistance from './en/cli/assistance.json';
import type cliCheck from './en/cli/check.json';
import type cli from './en/cli.json';
import type cliLicence from './en/cli/licence.json';
import type cliLog from './en/cli/log.json';
import type cliMoney from './en/cli/money.json';
import type cliProcess from './en/cli/process.json';
import type cliRoyalty from './en/cli/royalty.json';
import type cliStatus from './en/cli/status.json';
import type cliTerms from './en/cli/terms.json';
import type cliTrace from './en/cli/trace.json';
import type cliUsage from './en/cli/usage.json';
import type cliWork from './en/cli/work.json';
import type errors from './en/errors.json';
import type names from './en/names.json';
import type page from './en/page.json';
import type problems from './en/problems.json';
import type terms from './en/terms.json';
import type cliVerify from './en/cli/verify.json';
import type verify from './en/verify.json';

/** The catalogue by area: `en/<area>.json` (`en/cli/work.json` for `cli.work`) holds the English texts, `zh` and `id` the translations there are. */
interface Areas {
  assistance: typeof assistance;
  check: typeof check;
  'cli.assistance': typeof cliAssistance;
  'cli.check': typeof cliCheck;
  'cli.licence': typeof cliLicence;
  'cli.log': typeof cliLog;
  'cli.money': typeof cliMoney;
  'cli.process': typeof cliProcess;
  'cli.royalty': typeof cliRoyalty;
  'cli.status': typeof cliStatus;
  'cli.terms': typeof cliTerms;
  'cli.trace': typeof cliTrace;
  'cli.usage': typeof cliUsage;
  'cli.work': typeof cliWork;
  cli: typeof cli;
  errors: typeof errors;
  names: typeof names;
  page: typeof page;
  problems: typeof problems;
  terms: typeof terms;
  'cli.verify': typeof cliVerify;
  verify: typeof verify;
}

export type Area = keyof Areas;

/** The name of a text: its area and its key there, such as `errors.expected-address`. */
export type MessageId<A extends Area = Area> = { [K in A]: `${K}.${keyof Areas[K] & string}` }[A];

/**
 * What fills a placeholder. A message is put in the same language; a list is joined as the language joins lists, with
 * "and" or with "or", and clauses with semicolons; a region (ISO 3166-1, UN M49) or a language (BCP 47) is called what the language calls it.
 */
export type MessageValue =
  | string
  | number
  | bigint
  | Message
  | MessageList
  | { readonly or: MessageList }
  | { readonly clauses: MessageList }
  | { readonly region: string }
  | { readonly language: string };
export type MessageList = readonly (string | Message)[];

/** A sentence that has no language yet: what is signed, stored or thrown holds this, never the sentence. */
export interface Message<A extends Area = Area> {
  readonly id: MessageId<A>;
  readonly values?: Readonly<Record<string, MessageValue>>;
}

/**
 * A sentence of the catalogue, to be formatted where its reader's language is known.
 *
 * @example
 * message('errors.work-unknown', { workId }) // formatted in English: expected a registered work, got 0x…
 */
export function message<A extends Area>(id: MessageId<A>, values?: Message['values']): Message<A> {
  return values === undefined ? { id } : { id, values };
}
