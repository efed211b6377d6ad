import { createFormat, type Format } from './createFormat.ts';
import check from './en/check.json' with { type: 'json' };
import terms from './en/terms.json' with { type: 'json' };

/** Formats what checks and terms are said in, in English: for the page, which does not read files. */
export function formatChecks(): Format<'check' | 'terms'> {
  return createFormat('en', { english: { check, terms } });
}
