import { message, type Message } from '../../messages/Message.ts';
import texts from '../../messages/en/terms.json' with { type: 'json' };
import { cc, odrl, profileIri } from '../profile/profile.ts';

type TextKey = keyof typeof texts;
/** The end of a name's key in the catalogue: `odrl-print`. */
type NameKey = TextKey extends infer K ? (K extends `name-${infer Name}` ? Name : never) : never;

/** Whose terms have names here, and what their keys begin with. */
const vocabularies = [
  [`${profileIri}#`, ''],
  [odrl(''), 'odrl-'],
  [cc(''), 'cc-'],
] as const;

/**
 * What a term of a vocabulary is called; a term without a name is its IRI.
 *
 * @example
 * termName('http://www.w3.org/ns/odrl/2/print') // in English: print it
 */
export function termName(iri: string): Message<'terms'> | string {
  for (const [vocabulary, prefix] of vocabularies) {
    const key = `${prefix}${iri.slice(vocabulary.length)}`;
    if (iri.startsWith(vocabulary) && hasName(key)) return message(`terms.name-${key}`);
  }
  return iri;
}

function hasName(key: string): key is NameKey {
  return Object.hasOwn(texts, `name-${key}`);
}
