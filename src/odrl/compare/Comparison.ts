import type { Constraint, Rule, Value } from '../Policy.ts';

/** How two policies fit each other. */
export type Comparison = Compatible | Conflict | Undecided;

interface Common {
  /**
   * How what the first policy allows lies to what the second allows (of a policy without permissions: what it forbids or
   * demands), where an operand that a policy does not mention may have any value. Undefined where that is not proven.
   * `within` is proven inclusion: of the first in the second, which may be equal to it in an open world.
   */
  relation: Relation | undefined;
}

export type Relation = 'equal' | 'within' | 'contains' | 'overlaps' | 'disjoint';

export interface Compatible extends Common {
  verdict: 'compatible';
  /** A use that suits both. */
  example: Example | undefined;
}

export interface Conflict extends Common {
  verdict: 'conflict';
  reason: ConflictReason;
  /** The rules that clash; of a use that no rule allows, the one that comes nearest, if any. */
  rules: { a: RuleAt | undefined; b: RuleAt | undefined };
  /** The constraints that clash, where it comes down to one of each. */
  constraints: { a: Constraint; b: Constraint } | undefined;
  /** A use that shows it. */
  example: Example | undefined;
}

export type ConflictReason =
  /** Two permissions for the same that no use can meet together. */
  | 'never-together'
  /** One policy permits what the other prohibits. */
  | 'permitted-and-prohibited'
  /** One policy demands what the other prohibits, whatever way it is done. */
  | 'demanded-and-prohibited'
  /** A request asks for more than the other policy permits. */
  | 'not-permitted';

export interface Undecided extends Common {
  verdict: 'undecided';
  because: Doubt[];
  /** A use that suits both if what is open turns out well. */
  example: Example | undefined;
}

export type Doubt =
  /** One policy constrains an operand (or names an action, an asset, a party) of which the other says nothing. */
  | { code: 'silent'; operand: string; silent: 'a' | 'b' }
  /** Neither has a rule about something that the other has a rule about. */
  | { code: 'nothing-shared' }
  /** A name (IRI) that is not understood, or values that cannot be compared. */
  | {
      code: 'not-understood';
      name: string;
      why: 'operator' | 'kinds' | 'units' | 'property' | 'value' | 'action';
    }
  /** Terms of which the ontology says neither that one is below the other nor that they are disjoint. */
  | { code: 'terms-unrelated'; operand: string; terms: [string, string] | undefined }
  /** Whether a collection has an asset or a party in it. */
  | { code: 'membership-unknown'; names: [string, string] }
  /** The comparison would have taken too many steps. */
  | { code: 'too-complex' };

export interface RuleAt {
  /** Such as `permission[0]`. */
  path: string;
  rule: Rule;
}

/** A use: values by operand, and what each policy says of it. */
export interface Example {
  values: ExampleValue[];
  a: Stance;
  b: Stance;
}

export type Stance = 'permitted' | 'prohibited' | 'demanded' | 'asked' | 'not-permitted';

export interface ExampleValue {
  /** IRI of the left operand; `odrl:action`, `odrl:target` and `odrl:assignee` for those. */
  operand: string;
  /** Of what the operand is: of the use, or of its action, asset or party where those are refined. */
  of: 'use' | 'action' | 'target' | 'assignee';
  /** None is any value that neither policy names; several are a set of values. */
  values: Value[];
}
