import type { z } from 'zod';
import { refuseInput, refuseValue } from '../../kernel/json/refuseInput.ts';
import { message, type Message } from '../../messages/Message.ts';
import { native, type Hex } from '../../kernel/values.ts';
import type { Use } from '../../work/Uses.ts';
import type { TermsDraft } from './TermsDraft.ts';

/** The five questions, and the answers that each has; the first answer is the one that gives least away. */
export const questionnaireAnswers = {
  change: ['no', 'shareAlike', 'yes'],
  gain: ['no', 'price', 'share'],
  ai: ['no', 'study', 'yes'],
  approve: ['yes', 'no'],
  time: ['year', 'endless'],
} as const;
export type ItemName = keyof typeof questionnaireAnswers;
export const itemNames = Object.keys(questionnaireAnswers) as ItemName[];
export type Answers = { [Name in ItemName]: (typeof questionnaireAnswers)[Name][number] };

/** What an answer leaves open: a price asks for an amount, a share for the share. */
export interface AnswerOptions {
  title?: Record<string, string> | undefined;
  /** What the price is in: an ERC-20 token, or the chain's own currency. */
  currency?: Hex | undefined;
  /** What a licence costs, in the currency's smallest unit, as decimal text. */
  price?: string | undefined;
  /** Owed of revenue earned by using the work, in basis points. */
  revenueShareBps?: number | undefined;
}

/** A question, with its answers and what follows from each. */
export interface QuestionMessages {
  name: ItemName;
  text: Message<'terms'>;
  answers: { answer: string; text: Message<'terms'>; consequence: Message<'terms'> }[];
}

/** The questions, in order. */
export const questionnaire: readonly QuestionMessages[] = itemNames.map((name) => ({
  name,
  text: message(`terms.question-${name}`),
  answers: answerKeys(name).map(([answer, key]) => ({
    answer,
    text: message(`terms.answer-${key}`),
    consequence: message(`terms.consequence-${key}`),
  })),
}));

/** `change-no` for the answer `no` to the question `change`. */
type AnswerKey = { [Name in ItemName]: `${Name}-${Answers[Name]}` }[ItemName];

function answerKeys(name: ItemName): [answer: string, key: AnswerKey][] {
  return questionnaireAnswers[name].map((answer) => [answer, `${name}-${answer}` as AnswerKey]);
}

const open: Use[] = ['display', 'reproduce', 'distribute', 'perform'];
const year = 365 * 86_400;
const title = { en: 'Terms of the creator', zh: '创作者的条款', id: 'Syarat pencipta' };

/**
 * The terms that answers come to, as a draft to offer as it is or changed.
 *
 * @throws LedgerError `input-invalid` for an answer that is missing or is none, and for a price or a share that is missing
 * or that nobody asked for.
 *
 * @example
 * draftOfAnswers({ change: 'no', gain: 'price', ai: 'no', approve: 'no', time: 'year' }, { price: '20000000000000000' })
 */
export function draftFromAnswers(
  answers: Partial<Answers>,
  options: AnswerOptions = {},
): z.input<typeof TermsDraft> {
  const { change, gain, ai, approve, time } = complete(answers);
  const adapts: Use[] = change === 'no' ? [] : ['adapt'];
  const sells: Use[] = gain === 'no' ? [] : ['merchandise', 'embedInGame', 'broadcast'];
  const machines: Record<Answers['ai'], Use[]> = {
    no: [],
    study: ['textAndDataMining'],
    yes: ['textAndDataMining', 'aiTraining', 'aiGeneration'],
  };
  const uses = [...open, ...adapts, ...sells, ...machines[ai]];
  const takes = { price: gain !== 'no', currency: gain !== 'no', revenueShareBps: gain === 'share' };
  requireTaken(takes, options);
  return {
    title: options.title ?? title,
    uses,
    // Who may change it may let others use what comes of it, in the same ways.
    passOn: change === 'no' ? [] : uses,
    currency: options.currency ?? native,
    price: options.price ?? '0',
    revenueShareBps: options.revenueShareBps ?? 0,
    duration: time === 'year' ? year : 0,
    shareAlike: change === 'shareAlike',
    approvalRequired: approve === 'yes',
    nonCommercial: gain === 'no',
  };
}

function complete(answers: Partial<Answers>): Answers {
  for (const name of Object.keys(answers)) {
    if (!Object.hasOwn(questionnaireAnswers, name))
      throw refuseInput([{ field: name, fault: message('errors.no-such-question', { names: itemNames }) }]);
  }
  for (const name of itemNames) {
    const known: readonly string[] = questionnaireAnswers[name];
    const given = answers[name];
    if (given === undefined || !known.includes(given)) {
      const expected = message('errors.one-of', { values: known });
      throw refuseValue(name, expected, given);
    }
  }
  return answers as Answers;
}

function requireTaken(
  takes: Record<'price' | 'currency' | 'revenueShareBps', boolean>,
  options: AnswerOptions,
): void {
  for (const name of ['price', 'currency', 'revenueShareBps'] as const) {
    const given = options[name];
    if (!takes[name] && given !== undefined) throw refuseValue(name, message('errors.no-value-here'), given);
    if (takes[name] && given === undefined && name !== 'currency')
      throw refuseValue(name, message('errors.a-value-here'), given);
  }
}
