import { actionParents } from '../../odrl/vocabulary.ts';
import { ownTerms } from './profileTerms.ts';
import { profileIri } from './profile.ts';

/** Each action of the profile with the one that it is included in, as `actionParents` has those of ODRL. */
const ownActionParents: ReadonlyMap<string, string> = new Map(
  Object.entries(ownTerms).flatMap(([name, { includedIn }]) =>
    includedIn === undefined ? [] : [[`${profileIri}#${name}`, includedIn] as const],
  ),
);

/** The actions that an action is part of, itself first; undefined for one of no vocabulary that is known here. */
export function widerActions(action: string): string[] | undefined {
  const found: string[] = [];
  for (let next: string | undefined = action; next !== undefined;) {
    if (!ownActionParents.has(next) && !actionParents.has(next)) return undefined;
    found.push(next);
    next = ownActionParents.get(next) ?? actionParents.get(next);
  }
  return found;
}
