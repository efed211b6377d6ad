/**
 * Policies as this code sees them, whatever JSON-LD or compact form they came in (ODRL Information Model 2.2).
 *
 * All names are whole IRIs; what has no identifier has none here. Nothing is left out: what is not understood stays in
 * place, with its IRI, and whoever evaluates it says that it cannot tell.
 */
export interface Policy {
  /** `uid`. */
  id: string | undefined;
  /** The IRI of its class, such as `http://www.w3.org/ns/odrl/2/Offer`; `Set` where none is said (2.1). */
  type: string;
  profiles: string[];
  /** What is done where a permission and a prohibition meet (2.10); undefined is `invalid`. */
  conflict: ConflictStrategy | undefined;
  inheritFrom: string[];
  permissions: Rule[];
  prohibitions: Rule[];
  obligations: Rule[];
  /** What is said for all rules (2.7.1), already in each of them; what inherits from the policy takes it, too. */
  shared?: Pick<Rule, 'targets' | 'assigners' | 'assignees' | 'actions'> | undefined;
  /** Names of properties whose meaning is not known here. */
  unknown: string[];
}

export type ConflictStrategy = 'perm' | 'prohibit' | 'invalid';
export type RuleKind = 'permission' | 'prohibition' | 'duty';

/** A permission, a prohibition or a duty. An empty list of targets, parties or actions is any (as in a request for all). */
export interface Rule {
  id: string | undefined;
  kind: RuleKind;
  targets: Thing[];
  assigners: Thing[];
  assignees: Thing[];
  actions: Action[];
  constraints: Constraint[];
  /** Of a permission, what has to be done for it; of a prohibition, its remedies; of a duty, its consequences (2.6). */
  duties: Rule[];
  unknown: string[];
}

/** An asset or a party, or a collection of them (2.2, 2.3): `source` names the members, refinements choose among them. */
export interface Thing {
  id: string | undefined;
  isCollection: boolean;
  source: string | undefined;
  /** Collections it says that it is part of. */
  partOf: string[];
  refinements: Constraint[];
}

export interface Action {
  id: string | undefined;
  /** The action's IRI. */
  name: string;
  refinements: Constraint[];
}

export type Constraint = AtomicConstraint | LogicalConstraint;

/** 2.5.1. */
export interface AtomicConstraint {
  id: string | undefined;
  leftOperand: string;
  /** The IRI of the operator; one that is not known is not satisfied and not unsatisfied. */
  operator: string;
  /** Of `isAnyOf`, `isAllOf` and `isNoneOf` several. */
  right: Value[];
  unit: string | undefined;
  dataType: string | undefined;
  /** What the left operand comes to already. */
  status: Value | undefined;
  /** Properties that ODRL does not have; each is named in the rule's `unknown`, too. */
  others?: { name: string; values: Value[] }[] | undefined;
}

/** 2.5.2. */
export interface LogicalConstraint {
  id: string | undefined;
  logic: 'and' | 'or' | 'xone' | 'andSequence';
  constraints: Constraint[];
}

/** An IRI, or a literal in its lexical form with the IRI of its datatype. */
export type Value = { iri: string } | { text: string; type: string; language?: string | undefined };
