import { createFormat, type Format } from './createFormat.ts';
import check from './en/check.json' with { type: 'json' };
import terms from './en/terms.json' with { type: 'json' };
import type { Language } from './languages.ts';

/** Formats what checks and terms are said in. */
export function formatChecks(language: Language): Format<'check' | 'terms'> {
  return createFormat(language, { english: { check, terms } });
}
