import { profileIri } from '../profile/profile.ts';
import type { Language } from '../languages.ts';
import { foreignLabels, ownTerms } from '../profile/profileTerms.ts';

/** What a term is called; undefined for one that is of no vocabulary of terms. */
export function labelOf(iri: string, language: Language): string | undefined {
  const own = iri.startsWith(`${profileIri}#`) ? iri.slice(profileIri.length + 1) : '';
  const words = Object.hasOwn(ownTerms, own)
    ? ownTerms[own]?.label
    : Object.hasOwn(foreignLabels, iri)
      ? foreignLabels[iri]
      : undefined;
  return words?.[language];
}
