import { createFormat, type Format } from './createFormat.ts';
import en from './en/terms.json' with { type: 'json' };
import id from './id/terms.json' with { type: 'json' };
import type { Language } from './languages.ts';
import zh from './zh/terms.json' with { type: 'json' };

const translations = { en, zh, id };

/** Formats the sentences of terms, where no other texts are at hand. */
export function formatTerms(language: Language): Format<'terms'> {
  return createFormat(language, { english: { terms: en }, translated: { terms: translations[language] } });
}
