import type { CompiledConstraint, CompiledConstraints, Facts } from '../compile/compileConstraint.ts';
import type { Asked, CompiledParts, CompiledRule } from '../compile/compileRule.ts';
import { daysOfWeek } from '../Knowledge.ts';
import type { AtomicConstraint, Value } from '../Policy.ts';
import { no, yes, type Truth } from '../Truth.ts';
import { odrl, prefixes } from '../vocabulary.ts';
import type { PremiseReport, ReportedValue, SatisfactionState } from './Report.ts';

/**
 * One report for each part that a rule has: of what it does not say there is nothing to report. Their identifiers are
 * left empty.
 */
export function reportPremises(
  { actions, targets, assignees, constraints }: CompiledRule,
  asked: Asked,
): PremiseReport[] {
  return [
    ...reportParts('TargetReport', targets, asked),
    ...reportParts('PartyReport', assignees, asked),
    ...reportParts('ActionReport', actions, asked),
    ...reportConstraints(constraints, asked),
  ];
}

/** Constraints in their order, logical ones with their parts. */
export function reportConstraints(
  constraints: CompiledConstraints | undefined,
  asked: Facts,
): PremiseReport[] {
  return (constraints?.parts ?? []).map((one) => reportConstraint(one, asked));
}

/** With the refinements of what is named; those of other actions or assets of the rule do not count. */
function reportParts(
  type: PremiseReport['@type'],
  { parts, matches }: CompiledParts,
  asked: Asked,
): PremiseReport[] {
  if (parts.length === 0) return [];
  const refinements = parts
    .filter(({ isNamed }) => isNamed(asked) !== no)
    .flatMap((part) => reportConstraints(part.refinements, asked));
  const report: PremiseReport = { '@id': '', '@type': type, satisfactionState: satisfaction(matches(asked)) };
  return [refinements.length === 0 ? report : { ...report, premiseReport: refinements }];
}

function reportConstraint(compiled: CompiledConstraint, asked: Facts): PremiseReport {
  const { constraint } = compiled;
  const report: PremiseReport = {
    '@id': '',
    '@type': 'ConstraintReport',
    ...(constraint.id === undefined ? {} : { constraint: constraint.id }),
    satisfactionState: satisfaction(compiled.test(asked)),
  };
  if ('logic' in constraint) {
    return {
      ...report,
      constraintLogicalOperand: odrl(constraint.logic),
      premiseReport: compiled.parts.map((part) => reportConstraint(part, asked)),
    };
  }
  const left = toLeft(constraint, compiled, asked);
  return {
    ...report,
    ...(left.length === 0 ? {} : { constraintLeftOperand: left }),
    constraintOperator: constraint.operator,
    constraintRightOperand: constraint.right.map(reported),
  };
}

/** The values of the left operand as they were stated, as the day that follows from the time, or the status. */
function toLeft(constraint: AtomicConstraint, { values }: CompiledConstraint, asked: Facts): ReportedValue[] {
  const { leftOperand, unit, status } = constraint;
  const stated = asked.facts.get(leftOperand) ?? asked.facts.get(unit ?? '');
  if (stated !== undefined) return stated.map(reported);
  const day = daysOfWeek.has(leftOperand) ? values(asked) : undefined;
  if (day !== undefined) return day.flatMap((one) => (one.kind === 'text' ? { '@value': one.text } : []));
  return status === undefined ? [] : [reported(status)];
}

function reported(value: Value): ReportedValue {
  if ('iri' in value) return { '@id': value.iri };
  if (value.language !== undefined) return { '@value': value.text, '@language': value.language };
  const plain = value.type === '' || value.type === `${prefixes.xsd}string`;
  return plain ? { '@value': value.text } : { '@value': value.text, '@type': value.type };
}

function satisfaction(truth: Truth): SatisfactionState {
  return truth === yes ? 'Satisfied' : truth === no ? 'Unsatisfied' : 'Unknown';
}
