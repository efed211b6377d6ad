import { createCache } from '../kernel/createCache.ts';
import type { Terms } from '../terms/Terms.ts';

/** One copy of what many rows hold: a hundred thousand works have few accounts, sets of uses and terms between them. */
export interface Sharing {
  text<T extends string>(text: T): T;
  list<T extends string>(names: T[]): T[];
  terms(json: string, read: (json: string) => Terms): Terms;
}

/** Shares texts, lists of names and terms for as long as they are in use. */
export function createSharing(): Sharing {
  const texts = createCache<string, string>(100_000);
  const lists = createCache<string, string[]>(10_000);
  const terms = createCache<string, Terms>(10_000);
  return {
    text: (text) => shared(texts, text, () => text),
    list: (names) => shared(lists, names.join(' '), () => Object.freeze(names) as typeof names),
    terms: (json, read) => shared(terms, json, () => Object.freeze(read(json))),
  };
}

function shared<V, T extends V>(
  cache: { get(key: string): V | undefined; set(key: string, value: V): void },
  key: string,
  make: () => T,
): T {
  const known = cache.get(key);
  if (known !== undefined) return known as T;
  const made = make();
  cache.set(key, made);
  return made;
}
