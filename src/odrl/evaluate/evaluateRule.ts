import { compileRule, type Asked, type CompiledRule } from '../compile/compileRule.ts';
import type { Knowledge } from '../Knowledge.ts';
import type { Policy, Rule } from '../Policy.ts';
import { and, no, or, unknown, yes, type Truth } from '../Truth.ts';
import { compileDuty, evaluateDuty, type CompiledDuty } from './evaluateDuty.ts';
import type { Question } from './readRequest.ts';
import type { ActivationState, RuleReport } from './Report.ts';
import { reportConstraints, reportPremises } from './reportPremises.ts';
import type { World } from './World.ts';

/** A rule at the top of a policy, ready to be evaluated. */
interface EvaluatedRule {
  place: string;
  compiled: CompiledRule;
  duties: CompiledDuty[];
}

export function prepareRule(rule: Rule, place: string, policy: Policy, knowledge: Knowledge): EvaluatedRule {
  return {
    place,
    compiled: compileRule(rule, policy, knowledge),
    duties: (rule.kind === 'duty' ? [rule] : rule.duties).map((duty) => compileDuty(duty, knowledge)),
  };
}

/** What a rule comes to for one question; the identifiers of the report are left empty. */
interface RuleResult {
  report: RuleReport;
  /** Whether it permits or forbids what is asked. */
  applies: Truth;
}

/**
 * Evaluates a permission or a prohibition.
 *
 * An `odrl:Request` finds a rule active where all its premises hold and its duties let it be. An evaluation request of the
 * formal semantics finds it active where its constraints and its conditions do; whether it is about the action is said by
 * the control state.
 */
export function evaluateRule(
  rule: EvaluatedRule,
  question: Question | undefined,
  asked: Asked,
  world: World,
): RuleResult {
  const { compiled, duties } = rule;
  const isPermission = compiled.rule.kind === 'permission';
  const payees = compiled.rule.assigners.flatMap(({ id }) => id ?? []);
  const states = duties.map((duty) => evaluateDuty(duty, world, asked, payees));
  const conditions = isPermission ? states.reduce<Truth>((least, { met }) => and(least, met), yes) : yes;
  const constrained = compiled.constraints === undefined ? yes : compiled.constraints.test(asked);
  const understood = compiled.notUnderstood.length > 0 ? unknown : yes;
  const applies = and(compiled.applies(asked), conditions);
  const isFree = question === undefined || question.isFormal;
  const active = isFree ? and(and(constrained, conditions), understood) : applies;
  const report: RuleReport = {
    ...common(rule, question),
    activationState: activation(active),
    ...(isPermission && question !== undefined ? { controlState: control(applies) } : {}),
    premiseReport:
      question === undefined
        ? reportConstraints(compiled.constraints, asked)
        : reportPremises(compiled, asked),
    conditionReport: duties.map((duty, index) =>
      reportDuty(duty, `${rule.place}, duty ${index + 1}`, world, asked, payees),
    ),
  };
  if (isPermission) return { report, applies };
  const infringed = isInfringed(rule, world, asked, active);
  const remedied = states.length > 0 && states.every(({ deontic }) => deontic === 'Fulfilled');
  return { report: { ...report, deonticState: infringed && !remedied ? 'Violated' : 'NonSet' }, applies };
}

/** Evaluates an obligation; an action of the formal semantics that is evaluated fulfils it, too. */
export function evaluateObligation(
  rule: EvaluatedRule,
  question: Question | undefined,
  asked: Asked,
  world: World,
): RuleReport {
  const [duty] = rule.duties as [CompiledDuty];
  const payees = rule.compiled.rule.assigners.flatMap(({ id }) => id ?? []);
  const isFulfilling = question?.isFormal === true && rule.compiled.applies(asked) === yes;
  const report = reportDuty(duty, rule.place, world, asked, payees, isFulfilling);
  return {
    ...report,
    ...common(rule, question),
    premiseReport: question === undefined ? report.premiseReport : reportPremises(rule.compiled, asked),
  };
}

function reportDuty(
  compiled: CompiledDuty,
  place: string,
  world: World,
  asked: Asked,
  payees: readonly string[],
  isFulfilling = false,
): RuleReport {
  const state = evaluateDuty(compiled, world, asked, payees);
  const performed = isFulfilling ? yes : state.performed;
  const { id } = compiled.duty;
  return {
    '@id': (id === undefined ? undefined : world.reports.get(id)?.id) ?? '',
    '@type': 'DutyReport',
    place,
    ...(id === undefined ? {} : { rule: id }),
    attemptState: performed === yes ? 'Attempted' : 'NotAttempted',
    activationState: activation(state.active),
    performanceState: performed === yes ? 'Performed' : performed === no ? 'Unperformed' : 'Unknown',
    deonticState: isFulfilling ? 'Fulfilled' : state.deontic,
    premiseReport: reportConstraints(compiled.constraints, asked),
    conditionReport: compiled.consequences.map((one, index) =>
      reportDuty(one, `${place}, consequence ${index + 1}`, world, asked, payees),
    ),
  };
}

/** Whether the state holds an action that an active prohibition forbids (Formal Semantics, Semantics of Prohibitions). */
function isInfringed({ compiled }: EvaluatedRule, world: World, asked: Asked, active: Truth): boolean {
  const reported = compiled.rule.id === undefined ? undefined : world.reports.get(compiled.rule.id);
  if (reported !== undefined) return reported.deontic === 'Violated';
  if (active === no && compiled.constraints?.test(asked) === no) return false;
  const done = world.performed.reduce<Truth>((most, { action, target, party, facts }) => {
    const all = new Map([...world.facts, ...facts]);
    return or(most, compiled.applies({ ...asked, action, target, assignee: party, facts: all }));
  }, no);
  return done === yes;
}

function common({ compiled, place }: EvaluatedRule, question: Question | undefined) {
  const { rule, notUnderstood } = compiled;
  const types = {
    permission: 'PermissionReport',
    prohibition: 'ProhibitionReport',
    duty: 'DutyReport',
  } as const;
  return {
    '@id': '',
    '@type': types[rule.kind],
    place,
    ...(rule.id === undefined ? {} : { rule: rule.id }),
    ...(question?.id === undefined ? {} : { ruleRequest: question.id }),
    attemptState: question === undefined ? 'NotAttempted' : 'Attempted',
    ...(notUnderstood.length > 0 ? { notUnderstood: [...notUnderstood] } : {}),
  } as const;
}

function activation(truth: Truth): ActivationState {
  return truth === yes ? 'Active' : truth === no ? 'Inactive' : 'Unknown';
}

function control(truth: Truth): 'Permit' | 'Deny' | 'Unknown' {
  return truth === yes ? 'Permit' : truth === no ? 'Deny' : 'Unknown';
}
