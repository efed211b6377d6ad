import { includingActions, leftOperands, prefixes, type ValueKind } from './vocabulary.ts';

/** What is known beside ODRL's own vocabulary, as from a profile; nothing of it has to be given. */
export interface Ontology {
  /** What each thing is directly a part, an instance or a kind of, by IRI or word. */
  wider?: ReadonlyMap<string, readonly string[]> | undefined;
  /** Actions of a profile: what they are included in, and what they imply (Information Model 2.4). */
  actions?: ReadonlyMap<string, ActionTerm> | undefined;
  /** Left operands of a profile, with the kind of their values. */
  operands?: ReadonlyMap<string, ValueKind> | undefined;
  /** IRIs of profiles, and of properties of policies, rules and constraints that the caller takes care of. */
  understood?: ReadonlySet<string> | undefined;
}

export interface ActionTerm {
  includedIn?: readonly string[] | undefined;
  implies?: readonly string[] | undefined;
}

/** That a policy keeps to the Core Vocabulary (Information Model 3.4). */
const coreProfile = 'http://www.w3.org/ns/odrl/2/core';

/** Whether a name of a profile or a property is understood. */
export function understands({ understood }: Ontology, name: string): boolean {
  return name === coreProfile || understood?.has(name) === true;
}

/** The kind of a left operand's values; undefined for one that is not understood. */
export function kindOf({ operands }: Ontology, operand: string): ValueKind | undefined {
  return (
    leftOperands.get(operand) ?? operands?.get(operand) ?? (daysOfWeek.has(operand) ? 'concept' : undefined)
  );
}

/**
 * Left operands that are the day of the week of the time asked about: ODRL has none, and its formal semantics uses one of
 * an example vocabulary.
 */
export const daysOfWeek: ReadonlySet<string> = new Set([
  ...['http://www.w3.org/2006/time#', prefixes.schema, 'https://schema.org/'].map((of) => `${of}dayOfWeek`),
  ...['ex:', 'https://ex.org/', 'http://example.org/', 'http://example.com/ns#'].map(
    (of) => `${of}dayOfWeek`,
  ),
]);

/** An action and all that include it, through ODRL's vocabulary and the profile's; undefined for an unknown action. */
export function includersOf(ontology: Ontology, action: string): ReadonlySet<string> | undefined {
  const found = new Set<string>();
  const add = (name: string): boolean => {
    if (found.has(name)) return true;
    const own = includingActions(name);
    own?.forEach((one) => found.add(one));
    const term = ontology.actions?.get(name);
    if (term === undefined) return own !== undefined;
    found.add(name);
    return (term.includedIn ?? []).map(add).every(Boolean);
  };
  return add(action) ? found : undefined;
}

/** All that a thing is within, not itself; undefined where nothing is known of it. */
export function widerThan({ wider }: Ontology, name: string): ReadonlySet<string> | undefined {
  if (wider === undefined || !wider.has(name)) return undefined;
  const found = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const one of wider.get(next) ?? []) {
      if (!found.has(one)) open.push(one);
      found.add(one);
    }
  }
  found.delete(name);
  return found;
}

/** Whether the ontology says anything of a thing, be it only that others are within it. */
export function isKnown({ wider }: Ontology, name: string): boolean {
  if (wider === undefined) return false;
  if (wider.has(name)) return true;
  for (const all of wider.values()) if (all.includes(name)) return true;
  return false;
}
