import type { Value } from '../Policy.ts';
import type { Moment } from '../values/moment.ts';

/** What is so, as far as a state of the world and a request say. */
export interface World {
  /** The time as it was stated. */
  stated: string | undefined;
  /** Values by the IRI of their left operand, or of a unit. */
  facts: Map<string, Value[]>;
  /** The collections that things are in, by their IRIs: as they are stated, or through all that those are in. */
  memberOf: ReadonlyMap<string, readonly string[]>;
  /** What somebody reports of rules, by the rule. */
  reports: ReadonlyMap<string, ReportedRule>;
  performed: PerformedAction[];
}

export type DeonticState = 'Fulfilled' | 'Violated' | 'NonSet';

export interface ReportedRule {
  id: string;
  deontic: DeonticState;
}

/** Something that was done. */
export interface PerformedAction {
  /** The duty that it was done for, where that is said. */
  conditionId: string | undefined;
  /** The action's IRI; '' where nobody says what was done. */
  action: string;
  target: string | undefined;
  party: string | undefined;
  /** Who got it, of a payment. */
  payee: string | undefined;
  /** Of a payment, its currency. */
  unit: string | undefined;
  moment: Moment | undefined;
  facts: Map<string, Value[]>;
}
