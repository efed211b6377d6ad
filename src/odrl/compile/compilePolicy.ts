import { listAtoms, compileConstraints, type CompiledConstraints } from './compileConstraint.ts';
import { compileRule, unknownNames, type Asked, type CompiledRule } from './compileRule.ts';
import { createKnowledge, type Knowledge } from '../Knowledge.ts';
import type { Ontology } from '../Ontology.ts';
import type { AtomicConstraint, Policy, Rule } from '../Policy.ts';
import { settle, type Verdict } from './settle.ts';
import { no, unknown, yes, type Truth } from '../Truth.ts';
import { odrl } from '../vocabulary.ts';

export interface PolicyDecision {
  verdict: Verdict;
  /** The permission or the prohibition that decides; of an undecided one the rule that might. */
  rule: Rule | undefined;
  /** Of a permission, what has to be done for it; whether it was done is for the caller to know. */
  duties: Rule[];
  /** Constraints and refinements that are not met, of permissions for what is asked. */
  unsatisfied: AtomicConstraint[];
  /** Left operands that nobody stated; `odrl:target` and `odrl:assignee` where the question has none. */
  missing: string[];
  /** IRIs of actions, operands, operators and profiles, and names of properties. */
  notUnderstood: string[];
  /** Constraints whose operands are known and whose comparison has no answer, as of a date without a zone. */
  undetermined: AtomicConstraint[];
}

export interface CompiledPolicy {
  policy: Policy;
  decide: (asked: Asked) => PolicyDecision;
}

/**
 * Makes a policy ready to be asked many times: literals are read once, actions are looked up in a table.
 *
 * A decision is in three values: what nobody stated or nobody understands is never permitted. What no permission is about
 * is denied. Where a permission and a prohibition meet, `perm` lets the permission count; `prohibit` and `invalid`, which
 * makes the policy void, do not (Information Model 2.10). An offer is asked as if it were agreed to.
 *
 * @throws LedgerError `policy-invalid` where a value of a profile's operand is not of its kind.
 *
 * @example
 * const { decide } = compilePolicy(toPolicy({ permission: { target: 'urn:mask', action: 'display' } }));
 * decide({ action: odrl('display'), target: 'urn:mask', time: Date.now(), facts: new Map() }).verdict // 'permitted'
 */
export function compilePolicy(policy: Policy, ontology: Ontology = {}): CompiledPolicy {
  const knowledge = createKnowledge(ontology);
  const compile = (rule: Rule) => compileRule(rule, policy, knowledge);
  const permissions = policy.permissions.map(compile);
  const prohibitions = policy.prohibitions.map(compile);
  const listDuties = new Map(
    policy.permissions.map((rule) => [rule, rule.duties.map((duty) => compileDuty(duty, knowledge))]),
  );
  const decide = (asked: Asked): PolicyDecision => {
    const [permission, permitted] = strongest(permissions, asked);
    const [prohibition, prohibited] = strongest(prohibitions, asked);
    const verdict = settle(permitted, prohibited, policy.conflict);
    if (verdict === 'permitted') return permit(permission, listDuties, asked);
    if (verdict === 'denied') {
      if (prohibited === yes) return refusal('denied', prohibition?.rule);
      return explain(refusal('denied', undefined), permissions, asked, knowledge);
    }
    const open = permitted === yes ? prohibitions : [...permissions, ...prohibitions];
    const might = permitted === yes ? prohibition : permission;
    return explain(refusal('undecided', might?.rule), open, asked, knowledge);
  };
  return { policy, decide };
}

/** The rule that applies most; of those that apply for sure one without duties. */
function strongest(rules: readonly CompiledRule[], asked: Asked): [CompiledRule | undefined, Truth] {
  let [found, most]: [CompiledRule | undefined, Truth] = [undefined, no];
  for (const one of rules) {
    const truth = one.applies(asked);
    if (truth > most || (truth === yes && one.rule.duties.length === 0 && found?.rule.duties.length !== 0)) {
      [found, most] = [one, truth];
      if (most === yes && one.rule.duties.length === 0) break;
    }
  }
  return [found, most];
}

interface CompiledDuty {
  duty: Rule;
  constraints: CompiledConstraints | undefined;
}

function compileDuty(duty: Rule, knowledge: Knowledge): CompiledDuty {
  return { duty, constraints: compileConstraints(duty.constraints, knowledge) };
}

/** A duty whose constraints are not met is not due (Formal Semantics, Evaluation of Conditions). */
function permit(
  compiled: CompiledRule | undefined,
  dutiesOf: ReadonlyMap<Rule, CompiledDuty[]>,
  asked: Asked,
): PolicyDecision {
  const rule = compiled?.rule;
  const duties: Rule[] = [];
  for (const { duty, constraints } of (rule && dutiesOf.get(rule)) ?? []) {
    if (constraints === undefined || constraints.test(asked) !== no) duties.push(duty);
  }
  return {
    verdict: 'permitted',
    rule,
    duties,
    unsatisfied: [],
    missing: [],
    notUnderstood: [],
    undetermined: [],
  };
}

function refusal(verdict: 'denied' | 'undecided', rule: Rule | undefined): PolicyDecision {
  return {
    verdict,
    rule,
    duties: [],
    unsatisfied: [],
    missing: [],
    notUnderstood: [],
    undetermined: [],
  };
}

/** Why rules for what is asked do not apply, or nobody can tell whether they do. */
function explain(
  decision: PolicyDecision,
  rules: readonly CompiledRule[],
  asked: Asked,
  knowledge: Knowledge,
): PolicyDecision {
  const missing = new Set<string>();
  const notUnderstood = new Set<string>();
  if (!knowledge.isAction(asked.action)) notUnderstood.add(asked.action);
  for (const { rule, notUnderstood: names, actions, targets, assignees, constraints } of rules) {
    if ([actions, targets, assignees].some(({ isNamed }) => isNamed(asked) === no)) continue;
    if (rule.targets.length > 0 && asked.target === undefined) missing.add(odrl('target'));
    if (rule.assignees.length > 0 && asked.assignee === undefined) missing.add(odrl('assignee'));
    const actionNames = rule.actions.map(({ name }) => name);
    const unknownActions = actionNames.filter((name) => !knowledge.isAction(name));
    for (const name of [...names, ...unknownActions]) notUnderstood.add(name);
    const refinements = [actions, targets, assignees]
      .flatMap(({ parts }) => parts.filter(({ isNamed }) => isNamed(asked) !== no))
      .flatMap((part) => part.refinements?.parts ?? []);
    for (const atom of listAtoms([...(constraints?.parts ?? []), ...refinements])) {
      const constraint = atom.constraint as AtomicConstraint;
      const truth = atom.test(asked);
      if (truth === no) decision.unsatisfied.push(constraint);
      if (truth !== unknown) continue;
      if (!atom.understood) unknownNames(constraint, knowledge).forEach((name) => notUnderstood.add(name));
      else if (atom.values(asked) === undefined) missing.add(constraint.leftOperand);
      else decision.undetermined.push(constraint);
    }
  }
  return { ...decision, missing: [...missing], notUnderstood: [...notUnderstood] };
}
