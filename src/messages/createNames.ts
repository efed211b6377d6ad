import type { Language } from './languages.ts';

/** How a language joins lists, and what it calls regions and languages. */
interface Names {
  and(parts: readonly string[]): string;
  or(parts: readonly string[]): string;
  /** Parts of a sentence that have commas of their own. */
  clauses(parts: readonly string[]): string;
  region(code: string): string;
  language(tag: string): string;
}

/** Intl reads its data for each of these, which takes longer than all else here: each is made when one is needed. */
export function createNames(language: Language): Names {
  let and: Intl.ListFormat | undefined;
  let or: Intl.ListFormat | undefined;
  let regions: Intl.DisplayNames | undefined;
  let tongues: Intl.DisplayNames | undefined;
  return {
    and: (parts) => (and ??= new Intl.ListFormat(language)).format(parts),
    or: (parts) => (or ??= new Intl.ListFormat(language, { type: 'disjunction' })).format(parts),
    clauses: (parts) => parts.join(language === 'zh' ? '；' : '; '),
    region: (code) => nameIn((regions ??= new Intl.DisplayNames(language, { type: 'region' })), code),
    language: (tag) => nameIn((tongues ??= new Intl.DisplayNames(language, { type: 'language' })), tag),
  };
}

/** A code that is none is called what it is. */
function nameIn(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}
