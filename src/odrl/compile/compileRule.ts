import { compileConstraints, type CompiledConstraints, type Facts } from './compileConstraint.ts';
import type { Knowledge } from '../Knowledge.ts';
import type { Action, AtomicConstraint, Constraint, Policy, Rule, Thing } from '../Policy.ts';
import { and, no, or, unknown, yes, type Truth } from '../Truth.ts';
import { findOperator } from '../vocabulary.ts';

/** A question to a policy. */
export interface Asked extends Facts {
  /** The action's IRI. */
  action: string;
  target?: string | undefined;
  assignee?: string | undefined;
  /** Collections that the target and the assignee are stated to be in, by their IRIs; then they are in no others. */
  memberOf?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** An action, an asset or a party of a rule ready to be asked about. */
interface CompiledPart {
  /** Whether it is what is asked about, by its name. */
  isNamed: (asked: Asked) => Truth;
  /** The same with its refinements. */
  matches: (asked: Asked) => Truth;
  refinements: CompiledConstraints | undefined;
}

/** Actions, assets or parties of a rule, of which any may match; of none everything does. */
export interface CompiledParts {
  parts: readonly CompiledPart[];
  isNamed: (asked: Asked) => Truth;
  matches: (asked: Asked) => Truth;
}

/** A rule ready to be asked about. */
export interface CompiledRule {
  rule: Rule;
  /** Names that are not understood, whatever is asked; with any of them it never applies more than perhaps. */
  notUnderstood: readonly string[];
  actions: CompiledParts;
  targets: CompiledParts;
  assignees: CompiledParts;
  constraints: CompiledConstraints | undefined;
  /** Whether it applies to what is asked. */
  applies: (asked: Asked) => Truth;
}

/** @param policy What else the rule depends on: properties and profiles that are not understood. */
export function compileRule(
  rule: Rule,
  policy: Pick<Policy, 'unknown' | 'profiles'>,
  knowledge: Knowledge,
): CompiledRule {
  const actions = anyOf(rule.actions.map((action) => compileAction(action, rule, knowledge)));
  const targets = anyOf(rule.targets.map((thing) => compileThing(thing, (asked) => asked.target, knowledge)));
  const assignees = anyOf(
    rule.assignees.map((thing) => compileThing(thing, (asked) => asked.assignee, knowledge)),
  );
  const constraints = compileConstraints(rule.constraints, knowledge);
  const ofPolicy = [...policy.unknown, ...policy.profiles].filter((name) => !knowledge.understands(name));
  const notUnderstood = [...new Set([...ofPolicy, ...unknownIn(rule, knowledge)])];
  const atMost: Truth = notUnderstood.length > 0 ? unknown : yes;
  return {
    rule,
    notUnderstood,
    actions,
    targets,
    assignees,
    constraints,
    applies: (asked) => {
      const action = actions.matches(asked);
      if (action === no) return no;
      const target = targets.matches(asked);
      if (target === no) return no;
      const assignee = assignees.matches(asked);
      if (assignee === no) return no;
      const about = and(and(action, target), and(assignee, atMost));
      return constraints === undefined ? about : and(about, constraints.test(asked));
    },
  };
}

function anyOf(parts: readonly CompiledPart[]): CompiledParts {
  return {
    parts,
    isNamed: findGreatest(parts.map(({ isNamed }) => isNamed)),
    matches: findGreatest(parts.map(({ matches }) => matches)),
  };
}

function findGreatest(tests: readonly ((asked: Asked) => Truth)[]): (asked: Asked) => Truth {
  const [only, second] = tests;
  if (only === undefined) return () => yes;
  if (second === undefined) return only;
  return (asked) => tests.reduce<Truth>((most, test) => (most === yes ? yes : or(most, test(asked))), no);
}

function refined(
  isNamed: (asked: Asked) => Truth,
  constraints: readonly Constraint[],
  knowledge: Knowledge,
): CompiledPart {
  const refinements = compileConstraints(constraints, knowledge);
  if (refinements === undefined) return { isNamed, matches: isNamed, refinements };
  const matches = (asked: Asked): Truth => {
    const named = isNamed(asked);
    return named === no ? no : and(named, refinements.test(asked));
  };
  return { isNamed, matches, refinements };
}

function compileAction(action: Action, { kind }: Rule, knowledge: Knowledge): CompiledPart {
  const reach = knowledge.reachOf(action.name, kind === 'prohibition');
  // What is not of a known vocabulary may be anything.
  return refined((asked) => reach.get(asked.action) ?? unknown, action.refinements, knowledge);
}

/** An asset or a party, or members of a collection of them (2.2.2, 2.3.2, 2.5.5, 2.5.6). */
function compileThing(
  thing: Thing,
  ofAsked: (asked: Asked) => string | undefined,
  knowledge: Knowledge,
): CompiledPart {
  const names = [thing.id, thing.source].filter((name) => name !== undefined);
  const isNamed = (asked: Asked): Truth => {
    const id = ofAsked(asked);
    // Nobody said which one, or which one is meant.
    if (id === undefined || names.length === 0) return unknown;
    if (names.includes(id)) return yes;
    if (asked.memberOf?.get(id)?.some((one) => names.includes(one)) === true) return yes;
    return thing.isCollection && asked.memberOf === undefined ? unknown : no;
  };
  return refined(isNamed, thing.refinements, knowledge);
}

/** What is not understood of a rule and of its duties, which may be what makes it hold. */
function unknownIn(rule: Rule, knowledge: Knowledge): string[] {
  const own = rule.unknown.filter((name) => !knowledge.understands(name));
  return rule.kind === 'permission'
    ? [...own, ...rule.duties.flatMap((duty) => listUnknown(duty, knowledge))]
    : own;
}

function listUnknown(duty: Rule, knowledge: Knowledge): string[] {
  return [
    ...duty.unknown.filter((name) => !knowledge.understands(name)),
    ...duty.actions.map(({ name }) => name).filter((name) => !knowledge.isAction(name)),
    ...[...duty.constraints, ...duty.actions.flatMap(({ refinements }) => refinements)]
      .flatMap(atoms)
      .flatMap((atom) => unknownNames(atom, knowledge)),
    ...duty.duties.flatMap((consequence) => listUnknown(consequence, knowledge)),
  ];
}

function atoms(constraint: Constraint): AtomicConstraint[] {
  return 'logic' in constraint ? constraint.constraints.flatMap(atoms) : [constraint];
}

/** The names of a constraint that are not understood. */
export function unknownNames({ leftOperand, operator }: AtomicConstraint, knowledge: Knowledge): string[] {
  return [
    ...(knowledge.kindOf(leftOperand) === undefined ? [leftOperand] : []),
    ...(findOperator(operator) === undefined ? [operator] : []),
  ];
}
