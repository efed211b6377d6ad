import { acceptedLanguages } from '../../messages/acceptedLanguages.ts';
import { createFormat, type Format } from '../../messages/createFormat.ts';
import errors from '../../messages/en/errors.json' with { type: 'json' };
import problems from '../../messages/en/problems.json' with { type: 'json' };
import type { Language } from '../../messages/languages.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';
import { readTexts } from '../../messages/readTexts.ts';

/** What problems are put in: a language, and how to. */
export interface ProblemFormat {
  language: Language;
  format: Format<'errors' | 'problems'>;
}

/** Picks the language of a reader by the `Accept-Language` that came with a request. */
export type PickFormat = (acceptLanguage: string | undefined) => ProblemFormat;

/** Formats of problems by language, each made when it is first asked for. */
export function createProblemFormats(): PickFormat {
  const formats = new Map<Language, ProblemFormat>();
  return (acceptLanguage) => {
    const language = pickLanguage(acceptedLanguages(acceptLanguage));
    const known = formats.get(language);
    if (known !== undefined) return known;
    const translated = language === 'en' ? undefined : readTexts(language);
    const made = {
      language,
      format: createFormat<'errors' | 'problems'>(language, { english: { errors, problems }, translated }),
    };
    formats.set(language, made);
    return made;
  };
}
