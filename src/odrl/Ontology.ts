import type { ValueKind } from './vocabulary.ts';

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
