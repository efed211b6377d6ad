import { compileConstraints, type CompiledConstraint, type Facts } from './compileConstraint.ts';
import { includersOf, kindOf, understands, type Ontology } from './Ontology.ts';
import type { Action, AtomicConstraint, Constraint, Policy, Rule, Thing } from './Policy.ts';
import { and, no, or, unknown, yes, type Truth } from './Truth.ts';
import { actionParents, odrl, operatorOf } from './vocabulary.ts';

/** A question to a policy. */
export interface Asked extends Facts {
  action: string;
  target?: string | undefined;
  assignee?: string | undefined;
  /** Collections that the target and the assignee are stated to be in, by their IRIs. */
  memberOf?: ReadonlyMap<string, readonly string[]> | undefined;
}

/** A rule ready to be asked about. */
export interface CompiledRule {
  rule: Rule;
  /** Names that are not understood, whatever is asked; with any of them it never applies more than perhaps. */
  notUnderstood: string[];
  /** Whether it is about the action, the asset and the party asked about, whatever its constraints say. */
  isAbout: (asked: Asked) => Truth;
  matchAction: (asked: Asked) => Truth;
  matchTarget: (asked: Asked) => Truth;
  matchAssignee: (asked: Asked) => Truth;
  /** The same by names alone, without what refines them. */
  names: (asked: Asked) => Truth;
  constraints: CompiledConstraint | undefined;
  /** Refinements of the actions, the assets and the parties, of which each counts for its own. */
  refinements: CompiledConstraint[];
  /** Whether it applies to what is asked. */
  applies: (asked: Asked) => Truth;
}

export function compileRule(rule: Rule, policy: Policy, ontology: Ontology): CompiledRule {
  const actions = rule.actions.map((action) => compileAction(action, rule, ontology));
  const targets = rule.targets.map((thing) => compileThing(thing, ontology));
  const assignees = rule.assignees.map((thing) => compileThing(thing, ontology));
  const constraints = compileConstraints(rule.constraints, ontology);
  const notUnderstood = [
    ...new Set([
      ...[...policy.unknown, ...policy.profiles].filter((name) => !understands(ontology, name)),
      ...unknownIn(rule, ontology),
    ]),
  ];
  const atMost: Truth = notUnderstood.length > 0 ? unknown : yes;
  const matchAction = greatestOf(actions.map(({ match }) => match));
  const matchTarget = greatestOf(
    targets.map(
      ({ match }) =>
        (asked: Asked) =>
          match(asked, asked.target),
    ),
  );
  const matchAssignee = greatestOf(
    assignees.map(
      ({ match }) =>
        (asked: Asked) =>
          match(asked, asked.assignee),
    ),
  );
  const isAbout = (asked: Asked): Truth => {
    const action = matchAction(asked);
    if (action === no) return no;
    const target = matchTarget(asked);
    return target === no ? no : and(and(action, target), matchAssignee(asked));
  };
  return {
    rule,
    notUnderstood,
    isAbout,
    matchAction,
    matchTarget,
    matchAssignee,
    names: (asked) =>
      [
        greatestOf(actions.map(({ names }) => names))(asked),
        greatestOf(
          targets.map(
            ({ names }) =>
              (one: Asked) =>
                names(one, one.target),
          ),
        )(asked),
        greatestOf(
          assignees.map(
            ({ names }) =>
              (one: Asked) =>
                names(one, one.assignee),
          ),
        )(asked),
      ].reduce(and),
    constraints,
    refinements: [...actions, ...targets, ...assignees].flatMap(({ refinement }) => refinement ?? []),
    applies: (asked) => {
      const about = isAbout(asked);
      if (about === no) return no;
      const met = constraints === undefined ? yes : constraints.test(asked);
      return and(and(about, met), atMost);
    },
  };
}

/** Any of several; what is not said is about all. */
function greatestOf(tests: readonly ((asked: Asked) => Truth)[]): (asked: Asked) => Truth {
  const [only, second] = tests;
  if (only === undefined) return () => yes;
  if (second === undefined) return only;
  return (asked) => tests.reduce<Truth>((most, test) => (most === yes ? yes : or(most, test(asked))), no);
}

function compileAction(action: Action, { kind }: Rule, ontology: Ontology) {
  const refinement = compileConstraints(action.refinements, ontology);
  const known = new Map<string, Truth>();
  const includers = includersOf(ontology, action.name);
  for (const name of [...actionParents.keys(), ...(ontology.actions?.keys() ?? [])]) {
    known.set(name, covers(action.name, includers, name, kind === 'prohibition', ontology));
  }
  // What is not of a known vocabulary may be anything.
  const names = (asked: Asked): Truth => known.get(asked.action) ?? unknown;
  const match = (asked: Asked): Truth => {
    const truth = names(asked);
    return truth === no || refinement === undefined ? truth : and(truth, refinement.test(asked));
  };
  return { names, match, refinement };
}

/**
 * Whether a rule about an action is about another: one that is included in it (Information Model 2.4). A prohibition is
 * about what implies its action, too, and perhaps about an action that is wider: that might be done by what it forbids.
 */
function covers(
  own: string,
  includers: ReadonlySet<string> | undefined,
  asked: string,
  forbids: boolean,
  ontology: Ontology,
): Truth {
  const askedIncluders = includersOf(ontology, asked);
  if (includers === undefined || askedIncluders === undefined) return unknown;
  if (askedIncluders.has(own)) return yes;
  if (!forbids) return no;
  const implied = [...askedIncluders].flatMap((name) => ontology.actions?.get(name)?.implies ?? []);
  if (implied.some((name) => includersOf(ontology, name)?.has(own) ?? false)) return yes;
  return includers.has(asked) ? unknown : no;
}

/** An asset or a party, or members of a collection of them (2.2.2, 2.3.2, 2.5.5, 2.5.6). */
function compileThing(thing: Thing, ontology: Ontology) {
  const refinement = compileConstraints(thing.refinements, ontology);
  const names = [thing.id, thing.source].filter((name) => name !== undefined);
  const isOne = (asked: Asked, id: string | undefined): Truth => {
    if (names.length === 0) return thing.isCollection || refinement !== undefined ? yes : unknown;
    // Nobody said which one.
    if (id === undefined) return unknown;
    if (names.includes(id)) return yes;
    const collections = asked.memberOf?.get(id);
    if (collections?.some((one) => names.includes(one)) === true) return yes;
    if (!thing.isCollection) return no;
    // Membership that is stated at all is taken to be stated in full.
    return asked.memberOf === undefined ? unknown : no;
  };
  const match = (asked: Asked, id: string | undefined): Truth => {
    const truth = isOne(asked, id);
    return truth === no || refinement === undefined ? truth : and(truth, refinement.test(asked));
  };
  return { names: isOne, match, refinement };
}

/** What is not understood of a rule and of its duties, which may be what makes it hold. */
function unknownIn(rule: Rule, ontology: Ontology): string[] {
  const ofDuty = (duty: Rule): string[] => [
    ...duty.unknown.filter((name) => !understands(ontology, name)),
    ...duty.actions.map(({ name }) => name).filter((name) => includersOf(ontology, name) === undefined),
    ...[...duty.constraints, ...duty.actions.flatMap(({ refinements }) => refinements)].flatMap((one) =>
      unknownOf(one, ontology),
    ),
    ...duty.duties.flatMap(ofDuty),
  ];
  return [
    ...rule.unknown.filter((name) => !understands(ontology, name)),
    ...(rule.kind === 'permission' ? rule.duties.flatMap(ofDuty) : []),
  ];
}

function unknownOf(constraint: Constraint, ontology: Ontology): string[] {
  if ('logic' in constraint) return constraint.constraints.flatMap((one) => unknownOf(one, ontology));
  return unknownNames(constraint, ontology);
}

/** The names of a constraint that are not understood. */
export function unknownNames({ leftOperand, operator }: AtomicConstraint, ontology: Ontology): string[] {
  return [
    ...(kindOf(ontology, leftOperand) === undefined ? [leftOperand] : []),
    ...(operatorOf(operator) === undefined ? [operator] : []),
  ];
}

/** The name by which a question that does not say its asset or party misses it. */
export const missingTarget = odrl('target');
export const missingAssignee = odrl('assignee');
