import type { Conflict, Doubt, Example, Stance } from './Comparison.ts';
import { clashingConstraints, sameOperand } from './clashingConstraints.ts';
import { BudgetSpent } from '../solve/Domain.ts';
import { doubtsIn, silentOn } from './doubts.ts';
import { findExample } from './findExample.ts';
import { all, not } from '../solve/Formula.ts';
import { sharedBy, type Part, type Shared } from './parts.ts';
import { toEffect, otherSide, toProhibition, type World } from './World.ts';

/** What a pair of rules, or all pairs about the same, come to. */
export type Finding =
  | { verdict: 'compatible'; example: Example | undefined }
  | { verdict: 'conflict'; conflict: FoundConflict }
  | { verdict: 'undecided'; because: Doubt[]; example: Example | undefined };

/** A conflict; what shows it is only looked for of the one that is told. */
export interface FoundConflict extends Pick<Conflict, 'reason' | 'rules'> {
  constraints: () => Conflict['constraints'];
  example: () => Conflict['example'];
}

/** Pairs of parts that are looked at. */
export const mostPairs = 100_000;

/**
 * Compares the rules of two policies that are about the same, pair by pair.
 *
 * Permissions of both for the same action, asset and party are compatible where one pair of them can be met together. A
 * permission and a prohibition clash where they overlap; a demand and a prohibition where the demand cannot be met
 * otherwise. A clash anywhere is a conflict, then a doubt anywhere a doubt.
 *
 * @throws BudgetSpent where there are too many pairs.
 */
export function comparePairs(world: World): Finding {
  const { parts, hierarchy } = world;
  if (parts.a.length * parts.b.length > mostPairs) throw new BudgetSpent();
  const permissions = new Map<string, Finding>();
  const others: Finding[] = [];
  for (const one of parts.a) {
    for (const other of parts.b) {
      const shared = sharedBy(one, other, hierarchy);
      if (shared === undefined) continue;
      const kinds = [one.kind, other.kind];
      if (kinds.every((kind) => kind === 'permission')) {
        const before = permissions.get(shared.key);
        if (before?.verdict === 'compatible') continue;
        permissions.set(shared.key, better(before, together(world, one, other, shared)));
      } else if (kinds.includes('prohibition')) {
        const [prohibition, rule] = one.kind === 'prohibition' ? [one, other] : [other, one];
        if (rule.kind === 'permission') others.push(against(world, rule, prohibition, shared));
        if (rule.kind === 'duty') others.push(demanded(world, rule, prohibition, shared));
      }
    }
  }
  const found = [...others, ...permissions.values()];
  return found.length === 0
    ? { verdict: 'undecided', because: [{ code: 'nothing-shared' }], example: undefined }
    : worst(found);
}

/** Two permissions: can a use meet both? */
function together(world: World, one: Part, other: Part, shared: Shared): Finding {
  const [a, b] = [toEffect(world, one, shared), toEffect(world, other, shared)];
  const both = all(a, b);
  if (world.solve(both, 'possible') === undefined) {
    return {
      verdict: 'conflict',
      conflict: {
        reason: 'never-together',
        rules: { a: one, b: other },
        constraints() {
          const clash = clashingConstraints(world, one, other);
          return clash && { a: clash.one, b: clash.other };
        },
        example() {
          const alone = world.solve(a, 'certain');
          return alone && findExample(world, a, alone, { a: 'permitted', b: 'not-permitted' }, shared);
        },
      },
    };
  }
  const model = world.solve(both, 'certain');
  const example = model && findExample(world, both, model, { a: 'permitted', b: 'permitted' }, shared);
  const [mine, theirs] = [world.conditionOf(one), world.conditionOf(other)];
  const because: Doubt[] = [
    ...doubtful(world, shared),
    ...[...silentOn(world, mine, theirs).keys()].map((operand): Doubt => ({
      code: 'silent',
      operand,
      silent: 'b',
    })),
    ...[...silentOn(world, theirs, mine).keys()].map((operand): Doubt => ({
      code: 'silent',
      operand,
      silent: 'a',
    })),
    ...(model === undefined ? doubtsIn(world, both) : []),
  ];
  if (because.length === 0 && model !== undefined) return { verdict: 'compatible', example };
  return { verdict: 'undecided', because, example };
}

/** A permission and a prohibition: is there a use that one permits and the other prohibits? */
function against(world: World, permission: Part, prohibition: Part, shared: Shared): Finding {
  const [effect, ban] = [toEffect(world, permission, shared), toProhibition(world, prohibition, shared)];
  const both = all(effect, ban);
  const stances = sided<Stance>(permission, 'permitted', 'prohibited');
  if (world.solve(both, 'possible') === undefined) {
    const free = all(effect, not(ban));
    const model = world.solve(free, 'certain');
    const example =
      model && findExample(world, free, model, sided(permission, 'permitted', 'not-permitted'), shared);
    return { verdict: 'compatible', example };
  }
  const model = world.solve(both, 'certain');
  const doubts = [...doubtful(world, shared), ...(model === undefined ? doubtsIn(world, both) : [])];
  if (model === undefined || doubts.length > 0)
    return { verdict: 'undecided', because: doubts, example: undefined };
  return {
    verdict: 'conflict',
    conflict: {
      reason: 'permitted-and-prohibited',
      rules: sided(permission, permission, prohibition),
      constraints() {
        const pair = sameOperand(permission, prohibition);
        return pair && sided(permission, pair.one, pair.other);
      },
      example: () => findExample(world, both, model, stances, shared),
    },
  };
}

/** A demand and a prohibition: can what is demanded be done in a way that is not prohibited? */
function demanded(world: World, duty: Part, prohibition: Part, shared: Shared): Finding {
  const [condition, ban] = [world.conditionOf(duty), toProhibition(world, prohibition, shared)];
  const compatible: Finding = { verdict: 'compatible', example: undefined };
  const covers = prohibition.side === 'b' ? shared.coveredBy.other : shared.coveredBy.one;
  if (!covers || world.solve(all(condition, not(ban)), 'possible') !== undefined) return compatible;
  const model = world.solve(condition, 'certain');
  if (model === undefined) return compatible;
  return {
    verdict: 'conflict',
    conflict: {
      reason: 'demanded-and-prohibited',
      rules: sided(duty, duty, prohibition),
      constraints: () => undefined,
      example: () => findExample(world, condition, model, sided(duty, 'demanded', 'prohibited'), shared),
    },
  };
}

/** What one part says and what the other says, by the policies they are of. */
export function sided<T>(part: Part, own: T, other: T): { a: T; b: T } {
  const sides = { [part.side]: own, [otherSide(part.side)]: other };
  return sides as { a: T; b: T };
}

export function doubtful(world: World, { doubtful: pairs }: Shared): Doubt[] {
  const names = new Set([...world.parts.a, ...world.parts.b].flatMap(({ action }) => action?.name ?? []));
  return pairs.map(([one, other]) =>
    names.has(one) && names.has(other)
      ? { code: 'not-understood', name: one, why: 'action' }
      : { code: 'membership-unknown', names: [one, other] },
  );
}

/** Of several ways to meet something the best counts. */
function better(one: Finding | undefined, other: Finding): Finding {
  if (one === undefined || other.verdict === 'compatible') return other;
  return one.verdict === 'conflict' && other.verdict === 'undecided' ? other : one;
}

/** Of several things that all have to be met the worst counts. */
export function worst(findings: readonly Finding[]): Finding {
  const conflict = findings.find(({ verdict }) => verdict === 'conflict');
  if (conflict !== undefined) return conflict;
  const open = findings.filter((one) => one.verdict === 'undecided');
  if (open.length === 0)
    return findings.find((one) => 'example' in one && one.example !== undefined) ?? (findings[0] as Finding);
  const because = new Map(open.flatMap((one) => one.because).map((doubt) => [JSON.stringify(doubt), doubt]));
  return {
    verdict: 'undecided',
    because: [...because.values()],
    example: open.find(({ example }) => example)?.example,
  };
}
