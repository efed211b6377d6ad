import { formatTerms } from '../../messages/formatTerms.ts';
import type { Language } from '../../messages/languages.ts';
import { questionnaire, type ItemName } from '../draft/questionnaire.ts';

/** A question in one language, with its answers and what follows from each. */
export interface QuestionnaireItem {
  name: ItemName;
  text: string;
  answers: { answer: string; text: string; consequence: string }[];
}

/** The questionnaire in one language. */
export function questionnaireIn(language: Language): QuestionnaireItem[] {
  const format = formatTerms(language);
  return questionnaire.map(({ name, text, answers }) => ({
    name,
    text: format(text),
    answers: answers.map((one) => ({
      answer: one.answer,
      text: format(one.text),
      consequence: format(one.consequence),
    })),
  }));
}
