import type { CompiledPolicy, PolicyDecision } from '../../odrl/compile/compilePolicy.ts';
import type { AtomicConstraint, Constraint, Rule, Value } from '../../odrl/Policy.ts';
import { operandName } from '../../terms/profile/factNames.ts';
import { odrl, useActions } from '../../terms/profile/profile.ts';
import type { Condition } from '../Condition.ts';
import type { TermsDocument } from '../evidence/CheckEvidence.ts';
import type { Reason } from '../reasons.ts';
import type { Use } from '../../work/Uses.ts';
import { timeText } from '../../kernel/timeText.ts';
import type { Hex } from '../../kernel/values.ts';
import type { AskedDuty } from '../duties/askedDuties.ts';
import type { ReadyTerms } from '../evidence/readyTerms.ts';
import type { Facts, Stated } from '../evidence/statedFacts.ts';

/** What a terms document says of a use. */
export type Said =
  | { says: 'permits'; rule: string | null; duties: readonly AskedDuty[] }
  | {
      says: 'denies' | 'cannot-tell';
      reason: Reason;
      /** What of the document, such as `territory` or `prohibition[0]`. */
      part: string;
      rule: string | null;
      conditions: Condition[];
      missing: string[];
      notUnderstood: string[];
    };

interface Asked {
  use: Use;
  licensee: Hex | null;
  /** Seconds since 1970. */
  now: number;
  stated: Stated;
}

/** Asks a terms document whether a use is permitted under these facts. What it leaves open is no permission. */
export function askDocument(document: TermsDocument, asked: Asked): Said {
  if (document.state === 'missing') return undecided('document-missing', 'document');
  if (document.state === 'unreadable') {
    return { ...undecided('terms-not-understood', 'document'), notUnderstood: [document.why] };
  }
  const { compiled, ready } = document;
  const { facts, decision } = decideBy(compiled, asked);
  const { verdict, rule, duties, unsatisfied, missing, notUnderstood, undetermined } = decision;
  if (verdict === 'permitted') {
    // What is due later is due, also where its time has passed.
    const due = rule?.duties.filter((duty) => duties.includes(duty) || isTimed(duty)) ?? duties;
    const place = rule === undefined ? null : (ready.places.get(rule) ?? rule.id ?? null);
    return { says: 'permits', rule: place, duties: due.flatMap((duty) => ready.duties.get(duty) ?? []) };
  }
  const stated = (operand: string) =>
    operand === dateTime ? [timeText(asked.now)] : (facts.get(operand)?.map(toText) ?? null);
  const listConditions = (of: readonly AtomicConstraint[]) =>
    of.map((one) => toCondition(one, stated(one.leftOperand)));
  const place = toPlace(ready, rule, unsatisfied[0]);
  if (verdict === 'denied') {
    const conditions = listConditions(unsatisfied);
    const denial = toDenial(rule, conditions);
    return { says: 'denies', rule: place, conditions, missing: [], notUnderstood: [], ...denial };
  }
  const names = [...new Set(missing.map(operandName))];
  const unclear = listConditions(undetermined);
  const strange = [
    ...notUnderstood,
    ...unclear.map(({ what, operator, expected }) => `${what} ${operator} ${expected.join(', ')}`),
  ];
  // What is to be stated helps only where all else is understood.
  const isMissing = strange.length === 0 && names.length > 0;
  return {
    says: 'cannot-tell',
    reason: isMissing ? 'fact-missing' : 'terms-not-understood',
    part: isMissing ? (names[0] ?? 'document') : 'document',
    rule: toPlace(ready, rule, undetermined[0]),
    conditions: unclear,
    missing: names,
    notUnderstood: [...new Set(strange)],
  };
}

/**
 * The decision of a document. Where it is open, a purpose is asked about once more as the wider one that it is; and where
 * several values are stated of one thing, what is denied for one of them is denied: all of them are asked about.
 */
function decideBy(
  { decide }: CompiledPolicy,
  { use, licensee, now, stated }: Asked,
): { facts: Facts; decision: PolicyDecision } {
  const ask = (facts: Facts) => ({
    facts,
    decision: decide({
      action: useActions[use],
      assignee: licensee ?? undefined,
      time: now * 1000,
      facts,
    }),
  });
  const first = ask(stated.facts);
  if (first.decision.verdict !== 'undecided') return first;
  const wider = stated.widened === undefined ? first : ask(stated.widened);
  if (wider.decision.verdict !== 'undecided') return wider;
  const clearest = wider.decision.undetermined.length < first.decision.undetermined.length ? wider : first;
  for (const [operand, values] of clearest.facts) {
    if (values.length < 2) continue;
    for (const value of values) {
      const alone = ask(new Map(clearest.facts).set(operand, [value]));
      if (alone.decision.verdict === 'denied') return alone;
    }
  }
  return clearest;
}

const dateTime = odrl('dateTime');

/** Constraints of a duty that say by when, and not whether. */
const timing = [dateTime, ...['delayPeriod', 'elapsedTime', 'timeInterval'].map(odrl)];

function isTimed({ constraints }: Rule): boolean {
  return constraints.some((one) => 'leftOperand' in one && timing.includes(one.leftOperand));
}

function toDenial(
  rule: Rule | undefined,
  conditions: readonly Condition[],
): { reason: Reason; part: string } {
  if (rule?.kind === 'prohibition') return { reason: 'prohibited-by-terms', part: 'prohibition' };
  const [first] = conditions;
  if (first === undefined) return { reason: 'use-not-licensed', part: 'document' };
  const onlyPurpose = conditions.every(({ what }) => what === 'purpose');
  return { reason: onlyPurpose ? 'purpose-not-licensed' : 'condition-not-met', part: first.what };
}

function undecided(reason: Reason, part: string) {
  const says = 'cannot-tell' as const;
  return { says, reason, part, rule: null, conditions: [], missing: [], notUnderstood: [] as string[] };
}

/** A constraint as people read it, with what was stated. */
function toCondition({ leftOperand, operator, right }: AtomicConstraint, stated: string[] | null): Condition {
  return {
    what: operandName(leftOperand),
    leftOperand,
    operator: operator.replace(/^.*[/#]/, ''),
    expected: right.map(toText),
    stated,
  };
}

function toText(value: Value): string {
  return 'iri' in value ? value.iri : value.text;
}

/** Where in a policy a rule is, and a constraint of it: by its id, or by its place. */
function toPlace(
  { places }: ReadyTerms,
  rule: Rule | undefined,
  constraint?: AtomicConstraint,
): string | null {
  const holding =
    rule ??
    [...places.keys()].find(
      ({ constraints }) => constraint !== undefined && findPart(constraints, constraint) !== undefined,
    );
  if (holding === undefined) return null;
  const name = places.get(holding) ?? holding.id ?? null;
  const within = constraint === undefined ? undefined : findPart(holding.constraints, constraint);
  return within === undefined ? name : `${name ?? ''}/${within}`;
}

function findPart(constraints: readonly Constraint[], wanted: AtomicConstraint): string | undefined {
  for (const [at, one] of constraints.entries()) {
    if (one === wanted) return `constraint[${at}]`;
    const within = 'logic' in one ? findPart(one.constraints, wanted) : undefined;
    if (within !== undefined) return `constraint[${at}]/${within}`;
  }
  return undefined;
}
