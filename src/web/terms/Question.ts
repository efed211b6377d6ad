import { h } from 'preact';
import type { Answers, QuestionnaireItem, ItemName } from '../../terms/draft/questionnaire.ts';

interface QuestionProps {
  question: QuestionnaireItem;
  answers: Partial<Answers>;
  answer: (name: ItemName, chosen: string) => void;
}

/** A question with its answers, and what comes of each. */
export function Question({ question: { name, text, answers: known }, answers, answer }: QuestionProps) {
  return h(
    'fieldset',
    { class: 'question', 'data-question': name },
    h('legend', null, text),
    known.map(({ answer: value, text: label, consequence }) =>
      h(
        'label',
        { key: value },
        h('input', {
          type: 'radio',
          name,
          value,
          checked: answers[name] === value,
          onChange: () => answer(name, value),
        }),
        h('span', { class: 'choice' }, label),
        h('span', { class: 'soft' }, consequence),
      ),
    ),
  );
}
