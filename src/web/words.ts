import type { Offer } from '../terms/Terms.ts';
import type { TracedPayment } from '../trace/Trace.ts';
import type { Kind } from '../work/Metadata.ts';
import type { Use } from '../work/Uses.ts';
import type { MoralRight } from '../work/Work.ts';

export const kindWords: Record<Kind, { one: string; many: string }> = {
  'heritage-element': { one: 'Heritage element', many: 'Heritage' },
  'opera-mask': { one: 'Opera mask', many: 'Opera masks' },
  derivative: { one: 'Derivative', many: 'Derivatives' },
};

export const useWords: Record<Use, string> = {
  display: 'display',
  reproduce: 'reproduce',
  distribute: 'distribute',
  perform: 'perform',
  adapt: 'adapt',
  merchandise: 'merchandise',
  embedInGame: 'embed in a game',
  broadcast: 'broadcast',
  textAndDataMining: 'text and data mining',
  aiTraining: 'AI training',
  aiGeneration: 'AI generation',
};

export const moralWords: Record<MoralRight, string> = {
  attribution: 'attribution: name the creator',
  integrity: 'integrity: do not distort the work',
  disclosure: 'disclosure: say what AI did',
};

/** Fields of a question, as its form calls them. */
export const factWords: Readonly<Record<string, string>> = {
  licensee: 'your account’s address',
  purpose: 'what it is for',
  territory: 'where',
  medium: 'by what',
  industry: 'your industry',
  language: 'in which language',
  recipient: 'who gets it',
  time: 'when',
  count: 'how often it was used before',
  resolution: 'at which resolution',
};

export const flagWords: Record<Offer['flags'][number], string> = {
  attribution: 'credit the creator',
  shareAlike: 'offer derivatives under the same terms',
  approvalRequired: 'get the creator’s approval first',
  transferable: 'you may transfer the licence',
  absoluteShare: 'every later derivative owes the share too',
};

export const purposeWords: Record<TracedPayment['paidFor'], string> = {
  licence: 'for a licence',
  report: 'for a usage report',
  resale: 'from a resale',
  other: 'as the payer gave it',
};

/** A length of time; days where they come out even. */
export function lengthText(seconds: number): string {
  const days = seconds / 86_400;
  if (Number.isInteger(days)) return `${days.toLocaleString('en')} ${days === 1 ? 'day' : 'days'}`;
  return `${seconds.toLocaleString('en')} seconds`;
}

/**
 * A name from data as words.
 *
 * @example
 * spaced('foreheadMark') // 'forehead mark'
 * spaced('three-tile') // 'three tile'
 */
export function spaced(name: string): string {
  return name
    .replace(
      /([a-z])([A-Z])(?=[a-z])/g,
      (_, before: string, after: string) => `${before} ${after.toLowerCase()}`,
    )
    .replace(/[-_]+/g, ' ');
}
