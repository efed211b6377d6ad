import { h } from 'preact';
import { useState } from 'preact/hooks';
import { native } from '../../kernel/values.ts';
import {
  draftFromAnswers,
  questionnaire,
  type AnswerOptions,
  type Answers,
  type ItemName,
} from '../../terms/draft/questionnaire.ts';
import { composeTerms } from '../../terms/Terms.ts';
import { TermsDraft } from '../../terms/draft/TermsDraft.ts';
import { useReader } from '../reader/useReader.ts';
import { useTitle } from '../reader/useTitle.ts';
import { useCurrency } from '../service/useCurrency.ts';
import { AmountField } from './AmountField.ts';
import { answerOptions, isPercent, isPrice } from './answerOptions.ts';
import { Question } from './Question.ts';
import { Result } from './Result.ts';

/** Five questions, and the terms that the answers come to: in words, as a draft to offer, as ODRL. */
export function TermsPage() {
  const { say } = useReader();
  useTitle(say('page.questions-title'));
  const [answers, setAnswers] = useState<Partial<Answers>>({});
  const [price, setPrice] = useState('');
  const [percent, setPercent] = useState('');
  const unit = useCurrency(native)?.unit ?? say('page.coins');
  const answer = (name: ItemName, chosen: string) => setAnswers({ ...answers, [name]: chosen });
  const paid = answers.gain === 'price' || answers.gain === 'share';
  const options = answerOptions(answers, price, percent);
  const whole = questionnaire.every(({ name }) => answers[name] !== undefined) && options !== undefined;
  return h(
    'div',
    { class: 'terms' },
    h('h1', null, say('page.questions-title')),
    h('p', { class: 'lead' }, say('page.questions-lead')),
    h(
      'form',
      { onSubmit: (event: Event) => event.preventDefault(), noValidate: true },
      questionnaire.map((question) => h(Question, { key: question.name, question, answers, answer })),
      paid &&
        h(AmountField, {
          id: 'price',
          label: say('page.questions-price', { unit }),
          fault: say('page.questions-price-wrong'),
          valid: isPrice,
          value: price,
          set: setPrice,
        }),
      answers.gain === 'share' &&
        h(AmountField, {
          id: 'share',
          label: say('page.questions-share'),
          fault: say('page.questions-share-wrong'),
          valid: isPercent,
          value: percent,
          set: setPercent,
        }),
    ),
    h(
      'section',
      { class: 'result', 'aria-live': 'polite', 'aria-label': say('page.questions-result') },
      h('h2', null, say('page.questions-result')),
      whole
        ? h(Result, composed(answers, options))
        : h('p', { class: 'soft' }, say('page.questions-unfinished')),
    ),
  );
}

function composed(answers: Partial<Answers>, options: AnswerOptions) {
  const draft = draftFromAnswers(answers, options);
  return { draft, policy: composeTerms(TermsDraft.parse(draft)).document };
}
