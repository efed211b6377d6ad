import { compileConstraints, type CompiledConstraint } from './compileConstraint.ts';
import {
  compileRule,
  missingAssignee,
  missingTarget,
  unknownNames,
  type Asked,
  type CompiledRule,
} from './compileRule.ts';
import { includersOf, type Ontology } from './Ontology.ts';
import type { AtomicConstraint, Policy, Rule } from './Policy.ts';
import { no, unknown, yes } from './Truth.ts';

export interface PolicyDecision {
  verdict: 'permitted' | 'denied' | 'undecided';
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
  const compile = (rule: Rule) => compileRule(rule, policy, ontology);
  const permissions = policy.permissions.map(compile);
  const prohibitions = policy.prohibitions.map(compile);
  const dutiesOf = new Map(
    policy.permissions.map((rule) => [rule, rule.duties.map((duty) => compileDuty(duty, ontology))]),
  );
  const overrides = policy.conflict === 'perm';
  const decide = (asked: Asked): PolicyDecision => {
    const [permission, permitted] = strongest(permissions, asked);
    if (permitted === yes && overrides) return permit(permission, dutiesOf, asked);
    const [prohibition, prohibited] = strongest(prohibitions, asked);
    if (prohibited === yes && !overrides) return { ...refusal('denied', prohibition), duties: [] };
    if (permitted === yes && prohibited === no) return permit(permission, dutiesOf, asked);
    if (permitted === no) return explain('denied', undefined, permissions, asked, ontology);
    const open = permitted === yes ? [prohibition as CompiledRule] : [...permissions, ...prohibitions];
    return explain('undecided', (permitted === yes ? prohibition : permission)?.rule, open, asked, ontology);
  };
  return { policy, decide };
}

/** The rule that applies most; of those that apply for sure one without duties. */
function strongest(rules: readonly CompiledRule[], asked: Asked): [CompiledRule | undefined, 0 | 1 | 2] {
  let [found, most]: [CompiledRule | undefined, 0 | 1 | 2] = [undefined, no];
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
  constraints: CompiledConstraint | undefined;
}

function compileDuty(duty: Rule, ontology: Ontology): CompiledDuty {
  return { duty, constraints: compileConstraints(duty.constraints, ontology) };
}

/** A duty whose constraints are not met is not due (Formal Semantics, Evaluation of Conditions). */
function permit(
  compiled: CompiledRule | undefined,
  dutiesOf: ReadonlyMap<Rule, CompiledDuty[]>,
  asked: Asked,
): PolicyDecision {
  const rule = compiled?.rule;
  const duties: Rule[] = [];
  if (rule !== undefined && rule.duties.length > 0) {
    for (const { duty, constraints } of dutiesOf.get(rule) ?? []) {
      if (constraints === undefined || constraints.test(asked) !== no) duties.push(duty);
    }
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

function refusal(verdict: 'denied' | 'undecided', compiled: CompiledRule | undefined): PolicyDecision {
  return {
    verdict,
    rule: compiled?.rule,
    duties: [],
    unsatisfied: [],
    missing: [],
    notUnderstood: [],
    undetermined: [],
  };
}

/** Why rules do not apply, or nobody can tell whether they do. */
function explain(
  verdict: 'denied' | 'undecided',
  rule: Rule | undefined,
  rules: readonly CompiledRule[],
  asked: Asked,
  ontology: Ontology,
): PolicyDecision {
  const decision: PolicyDecision = { ...refusal(verdict, undefined), rule };
  const missing = new Set<string>();
  const notUnderstood = new Set<string>();
  if (includersOf(ontology, asked.action) === undefined) notUnderstood.add(asked.action);
  for (const one of rules) {
    if (one.names(asked) === no) continue;
    if (one.rule.targets.length > 0 && asked.target === undefined) missing.add(missingTarget);
    if (one.rule.assignees.length > 0 && asked.assignee === undefined) missing.add(missingAssignee);
    one.notUnderstood.forEach((name) => notUnderstood.add(name));
    for (const { name } of one.rule.actions) {
      if (includersOf(ontology, name) === undefined) notUnderstood.add(name);
    }
    for (const atom of [one.constraints, ...one.refinements].flatMap((compiled) => compiled?.atoms ?? [])) {
      const truth = atom.test(asked);
      if (truth === no) decision.unsatisfied.push(atom.constraint);
      if (truth !== unknown) continue;
      if (!atom.understood)
        unknownNames(atom.constraint, ontology).forEach((name) => notUnderstood.add(name));
      else if (atom.values(asked) === undefined) missing.add(atom.constraint.leftOperand);
      else decision.undetermined.push(atom.constraint);
    }
  }
  return { ...decision, missing: [...missing], notUnderstood: [...notUnderstood] };
}
