import { compileConstraints, type CompiledConstraints } from '../compile/compileConstraint.ts';
import { compileRule, type Asked, type CompiledRule } from '../compile/compileRule.ts';
import { compareMoments, type Moment } from '../values/moment.ts';
import { tryLiteral } from '../values/Literal.ts';
import type { Knowledge } from '../Knowledge.ts';
import type { Constraint, Rule } from '../Policy.ts';
import { and, no, or, unknown, yes, type Truth } from '../Truth.ts';
import { odrl } from '../vocabulary.ts';
import type { DeonticState, PerformedAction, World } from './World.ts';

/** A duty, a remedy or a consequence ready to be looked for in a state of the world. */
export interface CompiledDuty {
  duty: Rule;
  constraints: CompiledConstraints | undefined;
  /** Each of its actions alone: all have to be done (Information Model 2.7). */
  actions: { rule: CompiledRule; units: string[] }[];
  consequences: CompiledDuty[];
}

interface DutyState {
  active: Truth;
  performed: Truth;
  deontic: DeonticState;
  /** Whether it lets what depends on it be: it is fulfilled, not due, or not reported as violated by who watches. */
  met: Truth;
}

export function compileDuty(duty: Rule, knowledge: Knowledge): CompiledDuty {
  const atomic =
    duty.actions.length === 0 ? [duty] : duty.actions.map((action) => ({ ...duty, actions: [action] }));
  return {
    duty,
    constraints: compileConstraints(
      duty.constraints.filter((one) => !isBeforeUse(one)),
      knowledge,
    ),
    actions: atomic.map((rule) => ({
      rule: compileRule(
        { ...rule, kind: 'duty', constraints: [], duties: [] },
        { unknown: [], profiles: [] },
        knowledge,
      ),
      units: rule.actions.flatMap(({ refinements }) => refinements).flatMap(listUnits),
    })),
    consequences: duty.duties.map((one) => compileDuty(one, knowledge)),
  };
}

/**
 * The state of a duty when something is asked or done.
 *
 * Two drafts differ in what a duty is that nobody has fulfilled. In the test suite of SolidLab a state carries reports of
 * somebody who watches duties, and only one that is reported violated counts; in the formal semantics a permission waits
 * for its condition. So: where the state reports the rule, or other rules and not this, it is watched, and stands in no
 * one's way until it is reported violated. Where the state has no reports, an active duty has to be fulfilled by an action
 * in the state, done before what is asked.
 */
export function evaluateDuty(
  compiled: CompiledDuty,
  world: World,
  asked: Asked,
  payees: readonly string[],
): DutyState {
  const active = compiled.constraints === undefined ? yes : compiled.constraints.test(asked);
  const performed = performance(compiled, world, asked, payees);
  const reported = compiled.duty.id === undefined ? undefined : world.reports.get(compiled.duty.id)?.deontic;
  if (reported === 'Violated') {
    // "All consequence Duties MUST also be fulfilled to set the final state … to fulfilled" (2.6.6).
    const made = compiled.consequences.map(
      (one) => evaluateDuty(one, world, asked, payees).deontic === 'Fulfilled',
    );
    const isMade = performed === yes && made.length > 0 && made.every(Boolean);
    return { active, performed, deontic: isMade ? 'Fulfilled' : 'Violated', met: isMade ? yes : no };
  }
  if (reported === 'Fulfilled') return { active, performed: yes, deontic: 'Fulfilled', met: yes };
  if (active === no) return { active, performed, deontic: 'NonSet', met: yes };
  if (performed === yes)
    return { active, performed, deontic: active === yes ? 'Fulfilled' : 'NonSet', met: yes };
  if (world.reports.size > 0) return { active, performed, deontic: 'NonSet', met: yes };
  return { active, performed, deontic: 'NonSet', met: active === yes ? performed : unknown };
}

/** Whether all of its actions were done. */
function performance(
  { duty, actions }: CompiledDuty,
  world: World,
  asked: Asked,
  payees: readonly string[],
): Truth {
  const now = findNow(asked);
  return actions.reduce<Truth>((least, { rule, units }) => {
    const one = world.performed.reduce<Truth>((most, performed) => {
      const { conditionId, moment, payee, unit } = performed;
      if (conditionId !== undefined && conditionId !== duty.id) return most;
      if (moment !== undefined && now !== undefined && (compareMoments(moment, now) ?? 0) > 0) return most;
      if (unit !== undefined && units.some((other) => !isSameUnit(other, unit))) return most;
      const isForOther = payee !== undefined && payees.length > 0 && !payees.includes(payee);
      if (conditionId === undefined && isForOther) return most;
      return or(most, wasDone(rule, performed, world));
    }, no);
    return and(least, one);
  }, yes);
}

/** What says which duty it was done for needs no other match than of the action and its refinements. */
function wasDone({ actions, applies }: CompiledRule, performed: PerformedAction, world: World): Truth {
  const { action, target, party: assignee, facts, conditionId } = performed;
  const asked: Asked = { action, target, assignee, facts, time: NaN, memberOf: world.memberOf };
  if (conditionId === undefined) return applies(asked);
  const [part] = actions.parts;
  if (action === '') return part?.refinements === undefined ? yes : part.refinements.test(asked);
  return actions.matches(asked);
}

function findNow(asked: Asked): Moment | undefined {
  const [stated] = asked.facts.get(odrl('dateTime')) ?? [];
  const literal = stated === undefined ? undefined : tryLiteral(stated, 'moment');
  return literal?.kind === 'moment' ? literal : undefined;
}

/** "The duty rule must be exercised before the permission" (2.6.5): so it has to be here anyway. */
function isBeforeUse(constraint: Constraint): boolean {
  if ('logic' in constraint || constraint.leftOperand !== odrl('event')) return false;
  const [right] = constraint.right;
  const isUse = right !== undefined && 'iri' in right && right.iri === odrl('policyUsage');
  return isUse && [odrl('lt'), odrl('lteq')].includes(constraint.operator);
}

function listUnits(constraint: Constraint): string[] {
  if ('logic' in constraint) return constraint.constraints.flatMap(listUnits);
  return constraint.leftOperand === odrl('payAmount') && constraint.unit !== undefined
    ? [constraint.unit]
    : [];
}

/** The same IRI over http and https is one currency. */
function isSameUnit(one: string, other: string): boolean {
  const [bare, otherBare] = [one, other].map((unit) => unit.replace(/^https?:/, ''));
  return bare === otherBare;
}
