import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import { hashJson } from '../../kernel/json/canonicalJson.ts';
import type { Asked } from '../compile/compileRule.ts';
import { evaluateObligation, evaluateRule, prepareRule } from './evaluateRule.ts';
import { readRequest, type Question } from './readRequest.ts';
import { readWorld } from './readWorld.ts';
import { reportContext, type PremiseReport, type Report, type RuleReport } from './Report.ts';
import { withMembers } from './withMembers.ts';
import type { World } from './World.ts';
import type { Graph } from '../read/Graph.ts';
import { createKnowledge } from '../Knowledge.ts';
import type { Ontology } from '../Ontology.ts';
import type { Constraint, Policy, Rule } from '../Policy.ts';
import { readGraph } from '../read/readGraph.ts';
import { readPolicy, type ReadOptions } from '../read/readPolicy.ts';
import { settle, type Verdict } from '../compile/settle.ts';
import { no, or, type Truth } from '../Truth.ts';
import type { Subject } from '../read/boundInput.ts';

export interface EvaluateOptions extends ReadOptions {
  /** What is known beside ODRL's vocabulary: actions, operands and profiles, and what is within what. */
  ontology?: Ontology | undefined;
}

/** Rules, duties and constraints of a policy times what is asked of it, and that times what was done. */
const most = { reports: 20_000, comparisons: 10_000_000 };

/**
 * Evaluates a request against a policy in a state of the world, rule by rule.
 *
 * Each is JSON-LD of any form or ODRL's compact form, as values or as text; without a request the rules are evaluated for
 * what the state says, without a state nothing is known but what the request says. The clock is never read: a constraint
 * on a time that nobody states is unknown.
 *
 * The report is JSON-LD in the compliance-report vocabulary, and can be read by its short names as it is.
 *
 * @throws LedgerError `policy-invalid` with what was expected and what came.
 *
 * @example
 * const policy = { permission: { target: 'urn:mask', action: 'display' } };
 * const report = await evaluate(policy, { target: 'urn:mask', action: 'display' }, {});
 * report.verdict // 'permitted'
 * report.ruleReport[0].activationState // 'Active'
 */
export async function evaluate(
  policy: unknown,
  request: unknown,
  state: unknown,
  { ontology = {}, resolve }: EvaluateOptions = {},
): Promise<Report> {
  const knowledge = createKnowledge(ontology);
  const read = await readPolicy(policy, { resolve });
  const [asking, stated] = [await toGraph(request, 'request'), await toGraph(state, 'state')];
  const { id, questions } = readRequest(asking);
  const world = withMembers(readWorld(asking, stated, knowledge), read, questions);
  const rules = (of: Rule[], kind: string) =>
    of.map((rule, index) => prepareRule(rule, `${kind} ${index + 1}`, read, knowledge));
  const permissions = rules(read.permissions, 'permission');
  const prohibitions = rules(read.prohibitions, 'prohibition');
  const obligations = rules(read.obligations, 'obligation');
  requireBounded(read, questions.length, world.performed.length);
  const reports: RuleReport[] = [];
  const verdicts: Verdict[] = [];
  for (const question of questions.length === 0 ? [undefined] : questions) {
    const asked = toAsked(question, world);
    const results = [permissions, prohibitions].map((some) =>
      some.map((rule) => evaluateRule(rule, question, asked, world)),
    );
    reports.push(...results.flat().map(({ report }) => report));
    reports.push(...obligations.map((rule) => evaluateObligation(rule, question, asked, world)));
    const [permitted = no, prohibited = no] = results.map((some) =>
      some.reduce<Truth>((most, { applies }) => or(most, applies), no),
    );
    if (question !== undefined) verdicts.push(settle(permitted, prohibited, read.conflict));
  }
  const verdict = together(verdicts);
  return named({
    '@context': reportContext,
    '@id': '',
    '@type': 'PolicyReport',
    ...(world.stated === undefined ? {} : { created: world.stated }),
    ...(read.id === undefined ? {} : { policy: read.id }),
    ...(id === undefined ? {} : { policyRequest: id }),
    ...(verdict === undefined ? {} : { verdict }),
    ruleReport: reports,
  });
}

/** @throws LedgerError `policy-invalid` where the report would be too large, or take too long. */
function requireBounded(policy: Policy, questions: number, performed: number): void {
  const parts = [...policy.permissions, ...policy.prohibitions, ...policy.obligations].map(measureSize);
  const reports = parts.reduce((sum, one) => sum + one, 0) * Math.max(1, questions);
  if (reports <= most.reports && reports * performed <= most.comparisons) return;
  throw new LedgerError(
    'policy-invalid',
    message('errors.odrl-report-size', {
      reports: most.reports,
      comparisons: most.comparisons,
      got: reports,
      performed,
    }),
    { details: { most, reports, performed } },
  );
}

/** A rule with its constraints and duties. */
function measureSize(rule: Rule): number {
  const things = [...rule.actions, ...rule.targets, ...rule.assignees].flatMap(
    ({ refinements }) => refinements,
  );
  const constraints = [...rule.constraints, ...things].map(sizeOfConstraint);
  return [...constraints, ...rule.duties.map(measureSize)].reduce((sum, one) => sum + one, 1);
}

function sizeOfConstraint(constraint: Constraint): number {
  if (!('logic' in constraint)) return 1;
  return constraint.constraints.reduce((sum, one) => sum + sizeOfConstraint(one), 1);
}

async function toGraph(input: unknown, what: Subject): Promise<Graph> {
  if (input === undefined || input === null) return new Map();
  return (await readGraph(input, what)).graph;
}

function toAsked(question: Question | undefined, { facts, memberOf }: World): Asked {
  const { action = '', target, assignee } = question ?? {};
  // Whoever states the time states it as a fact.
  return { action, target, assignee, time: NaN, facts, memberOf };
}

/** Of several things asked all have to be permitted. */
function together(verdicts: readonly Verdict[]): Verdict | undefined {
  if (verdicts.includes('denied')) return 'denied';
  return verdicts.includes('undecided') ? 'undecided' : verdicts[0];
}

/** Gives each report an identifier that follows from what the whole says, so that the same is named the same. */
function named(report: Report): Report {
  const hash = hashJson(report).slice(2);
  let count = 0;
  const next = () => uuid(hash, (count += 1));
  const premise = (one: PremiseReport): PremiseReport => ({
    ...one,
    '@id': next(),
    ...(one.premiseReport === undefined ? {} : { premiseReport: one.premiseReport.map(premise) }),
  });
  const rule = (one: RuleReport): RuleReport => ({
    ...one,
    '@id': one['@id'] === '' ? next() : one['@id'],
    premiseReport: one.premiseReport.map(premise),
    conditionReport: one.conditionReport.map(rule),
  });
  return { ...report, '@id': next(), ruleReport: report.ruleReport.map(rule) };
}

/** A UUID of content (RFC 9562, 5.8). */
function uuid(hash: string, count: number): string {
  const part = count.toString(16).padStart(8, '0');
  return `urn:uuid:${part}-${hash.slice(0, 4)}-8${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${hash.slice(10, 22)}`;
}
