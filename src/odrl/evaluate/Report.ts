import type { Verdict } from '../compile/settle.ts';
import { odrlNamespace, prefixes } from '../vocabulary.ts';
import type { DeonticState } from './World.ts';

const reportNamespace = 'https://w3id.org/force/compliance-report#';

/** `Unknown` is what nobody can tell: a fact is missing, a name is not understood, a comparison has no answer. */
export type ActivationState = 'Active' | 'Inactive' | 'Unknown';
export type SatisfactionState = 'Satisfied' | 'Unsatisfied' | 'Unknown';

/** What an evaluation finds, rule by rule; as it stands it is JSON-LD in the compliance-report vocabulary. */
export interface Report {
  '@context': typeof reportContext;
  '@id': string;
  '@type': 'PolicyReport';
  /** The time that the request or the state says it is. */
  created?: string;
  policy?: string;
  policyRequest?: string;
  /** Whether all that is asked is permitted; not said where nothing is asked. No term of the vocabulary. */
  verdict?: Verdict;
  ruleReport: RuleReport[];
}

/** Of a rule and one thing that is asked. */
export interface RuleReport {
  '@id': string;
  '@type': 'PermissionReport' | 'ProhibitionReport' | 'DutyReport';
  /** Where the rule stands in the policy, such as `permission 1`. No term of the vocabulary. */
  place: string;
  rule?: string;
  ruleRequest?: string;
  attemptState: 'Attempted' | 'NotAttempted';
  activationState: ActivationState;
  /** Of a permission, whether it permits what is asked. */
  controlState?: 'Permit' | 'Deny' | 'Unknown';
  /** Of a duty, whether its action was done. */
  performanceState?: 'Performed' | 'Unperformed' | 'Unknown';
  /** Of a duty and a prohibition. */
  deonticState?: DeonticState;
  /** Names that are not understood and may change what the rule says. No term of the vocabulary. */
  notUnderstood?: string[];
  premiseReport: PremiseReport[];
  /** Of a permission its duties, of a prohibition its remedies, of a duty its consequences. */
  conditionReport: RuleReport[];
}

/** Of an asset, a party, an action or a constraint of a rule. */
export interface PremiseReport {
  '@id': string;
  '@type': 'TargetReport' | 'PartyReport' | 'ActionReport' | 'ConstraintReport';
  satisfactionState: SatisfactionState;
  constraint?: string;
  constraintLeftOperand?: ReportedValue[];
  constraintOperator?: string;
  constraintRightOperand?: ReportedValue[];
  constraintLogicalOperand?: string;
  /** Of a logical constraint its parts; of an action, an asset or a party its refinements. */
  premiseReport?: PremiseReport[];
}

/** A value as JSON-LD. */
export type ReportedValue = { '@id': string } | { '@value': string; '@type'?: string; '@language'?: string };

const of = (name: string) => `${reportNamespace}${name}`;
const node = (name: string) => ({ '@id': of(name), '@type': '@id' });
const state = (name: string) => ({ '@id': of(name), '@type': '@vocab' });
const terms = [
  ...['PolicyReport', 'PermissionReport', 'ProhibitionReport', 'DutyReport', 'TargetReport', 'PartyReport'],
  ...[
    'ActionReport',
    'ConstraintReport',
    'Attempted',
    'NotAttempted',
    'Active',
    'Inactive',
    'Unknown',
    'Permit',
  ],
  ...['Deny', 'Performed', 'Unperformed', 'Fulfilled', 'Violated', 'NonSet', 'Satisfied', 'Unsatisfied'],
];

/** The short names of a report. */
export const reportContext: Record<string, string | null | { '@id': string; '@type': string }> = {
  report: reportNamespace,
  odrl: odrlNamespace,
  ...Object.fromEntries(terms.map((name) => [name, of(name)])),
  created: { '@id': `${prefixes.dct}created`, '@type': `${prefixes.xsd}dateTime` },
  ...Object.fromEntries(
    [
      'policy',
      'policyRequest',
      'rule',
      'ruleRequest',
      'constraint',
      'ruleReport',
      'premiseReport',
      'conditionReport',
    ]
      .concat(['constraintOperator', 'constraintLogicalOperand'])
      .map((name) => [name, node(name)]),
  ),
  ...Object.fromEntries(
    [
      'attemptState',
      'activationState',
      'controlState',
      'performanceState',
      'deonticState',
      'satisfactionState',
    ].map((name) => [name, state(name)]),
  ),
  constraintLeftOperand: of('constraintLeftOperand'),
  constraintRightOperand: of('constraintRightOperand'),
  verdict: null,
  place: null,
  notUnderstood: null,
};
