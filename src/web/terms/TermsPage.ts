import { h } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  draftFromAnswers,
  questionnaireIn,
  type AnswerOptions,
  type Answers,
  type ItemName,
} from '../../terms/draft/questionnaire.ts';
import { composeTerms } from '../../terms/Terms.ts';
import { TermsDraft } from '../../terms/draft/TermsDraft.ts';
import { termsInWords } from '../../terms/words/termsInWords.ts';
import { useReader } from '../reader/useReader.ts';
import { pageWords } from './pageWords.ts';
import { Question } from './Question.ts';
import { Result } from './Result.ts';

/** Five questions, and the terms that the answers come to: in words, as a draft to offer, as ODRL. */
export function TermsPage() {
  const { language } = useReader();
  const says = pageWords[language];
  const questionnaire = useMemo(() => questionnaireIn(language), [language]);
  const [answers, setAnswers] = useState<Partial<Answers>>({});
  const [price, setPrice] = useState('');
  const [percent, setPercent] = useState('');
  useEffect(() => {
    document.title = `${says.title} · Lianpu`;
  }, [says]);
  const answer = (name: ItemName, chosen: string) => setAnswers({ ...answers, [name]: chosen });
  const paid = answers.gain === 'price' || answers.gain === 'share';
  const options = optionsOf(answers, price, percent);
  const whole = questionnaire.every(({ name }) => answers[name] !== undefined) && options !== undefined;
  return h(
    'div',
    { class: 'terms', lang: language },
    h('h1', null, says.title),
    h('p', { class: 'lead' }, says.lead),
    h(
      'form',
      { onSubmit: (event: Event) => event.preventDefault(), noValidate: true },
      questionnaire.map((question) => h(Question, { key: question.name, question, answers, answer })),
      paid &&
        h(Amount, {
          id: 'price',
          label: says.price,
          fault: says.notAPrice,
          valid: isPrice,
          value: price,
          set: setPrice,
        }),
      answers.gain === 'share' &&
        h(Amount, {
          id: 'share',
          label: says.share,
          fault: says.notAShare,
          valid: isPercent,
          value: percent,
          set: setPercent,
        }),
    ),
    h(
      'section',
      { class: 'result', 'aria-live': 'polite', 'aria-label': says.result },
      h('h2', null, says.result),
      whole
        ? h(Result, { ...composed(answers, options), language })
        : h('p', { class: 'soft' }, says.unfinished),
    ),
  );

  function composed(given: Partial<Answers>, more: AnswerOptions) {
    const draft = draftFromAnswers(given, more);
    const { document: policy } = composeTerms(TermsDraft.parse(draft));
    return { draft, policy, words: termsInWords(policy, { language }) };
  }
}

interface AmountProps {
  id: string;
  label: string;
  fault: string;
  valid: (text: string) => boolean;
  value: string;
  set: (text: string) => void;
}

function Amount({ id, label, fault, valid, value, set }: AmountProps) {
  const wrong = value !== '' && !valid(value);
  return h(
    'div',
    { class: 'amount' },
    h('label', { for: id }, label),
    h('input', {
      id,
      value,
      inputMode: 'decimal',
      autoComplete: 'off',
      onInput: (event) => set(event.currentTarget.value.trim()),
      'aria-required': true,
      'aria-invalid': wrong,
      'aria-describedby': `${id}-fault`,
    }),
    h('p', { id: `${id}-fault`, class: 'fault', role: 'alert' }, wrong ? fault : null),
  );
}

const decimals = 18;

function isPrice(text: string): boolean {
  return /^\d{1,12}(\.\d{1,18})?$/.test(text) && /[1-9]/.test(text);
}

function isPercent(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= 100;
}

/** What the answers leave open; undefined while it is missing or is none. */
function optionsOf({ gain }: Partial<Answers>, price: string, percent: string): AnswerOptions | undefined {
  if (gain !== 'price' && gain !== 'share') return {};
  if (!isPrice(price) || (gain === 'share' && !isPercent(percent))) return undefined;
  const [coins = '0', rest = ''] = price.split('.');
  return {
    price: `${BigInt(coins + rest.padEnd(decimals, '0'))}`,
    ...(gain === 'share' ? { revenueShareBps: Math.round(Number(percent) * 100) } : {}),
  };
}
