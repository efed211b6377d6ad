import { h } from 'preact';
import type { Answers, QuestionMessages, ItemName } from '../../terms/draft/questionnaire.ts';
import { useReader } from '../reader/useReader.ts';

interface QuestionProps {
  question: QuestionMessages;
  answers: Partial<Answers>;
  answer: (name: ItemName, chosen: string) => void;
}

/** A question with its answers, and what comes of each. */
export function Question({ question: { name, text, answers: known }, answers, answer }: QuestionProps) {
  const { say } = useReader();
  return h(
    'fieldset',
    { class: 'question', 'data-question': name },
    h('legend', null, say(text.id)),
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
        h('span', { class: 'choice' }, say(label.id)),
        h('span', { class: 'soft' }, say(consequence.id)),
      ),
    ),
  );
}
