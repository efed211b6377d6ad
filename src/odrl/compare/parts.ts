import type { Action, Policy, Rule, RuleKind, Thing } from '../Policy.ts';
import type { RuleAt } from './Comparison.ts';
import type { Hierarchy } from '../hierarchy/Hierarchy.ts';
import { actionParents } from '../vocabulary.ts';

/** A rule about one action, one asset and one party; undefined is any. */
export interface Part extends RuleAt {
  side: 'a' | 'b';
  kind: RuleKind;
  action: Action | undefined;
  target: Thing | undefined;
  assignee: Thing | undefined;
}

/** Rules times actions times assets times parties. */
const mostParts = 2_000;

/** @returns Undefined where there are too many. */
export function listParts(policy: Policy, side: 'a' | 'b'): Part[] | undefined {
  const found: Part[] = [];
  const lists = {
    permission: policy.permissions,
    prohibition: policy.prohibitions,
    obligation: policy.obligations,
  };
  for (const [name, rules] of Object.entries(lists)) {
    for (const [at, rule] of rules.entries()) {
      if (found.length + count(rule) > mostParts) return undefined;
      for (const action of orAny(rule.actions)) {
        for (const target of orAny(rule.targets)) {
          for (const assignee of orAny(rule.assignees)) {
            found.push({ path: `${name}[${at}]`, rule, side, kind: rule.kind, action, target, assignee });
          }
        }
      }
    }
  }
  return found;
}

function count({ actions, targets, assignees }: Rule): number {
  return [actions, targets, assignees].reduce((product, list) => product * Math.max(1, list.length), 1);
}

function orAny<T>(list: readonly T[]): readonly (T | undefined)[] {
  return list.length === 0 ? [undefined] : list;
}

/** What one is to another: the same, within it, around it, apart from it; undefined where that cannot be told. */
type Place = 'same' | 'within' | 'around' | 'apart' | undefined;

/** Actions by what they are included in (Information Model 2.4); those of the vocabulary are all known. */
export function placeOfActions(one: string, other: string, hierarchy: Hierarchy): Place {
  if (one === other) return 'same';
  if (isIncluded(one, other, hierarchy)) return 'within';
  if (isIncluded(other, one, hierarchy)) return 'around';
  const [name, otherName] = [hierarchy.nameOf(one), hierarchy.nameOf(other)];
  if (name === otherName) return 'same';
  if (hierarchy.areDifferent(name, otherName)) return 'apart';
  return isAction(one, hierarchy) && isAction(other, hierarchy) ? 'apart' : undefined;
}

function isAction(name: string, hierarchy: Hierarchy): boolean {
  return actionParents.has(name) || hierarchy.above('kind', hierarchy.nameOf(name)).size > 1;
}

function isIncluded(one: string, other: string, hierarchy: Hierarchy): boolean {
  const open = [one];
  const seen = new Set(open);
  for (const next of open) {
    if (next === other) return true;
    const wider = [actionParents.get(next), ...hierarchy.above('kind', hierarchy.nameOf(next))];
    for (const name of wider) {
      if (name !== undefined && !seen.has(name)) {
        seen.add(name);
        open.push(name);
      }
    }
  }
  return false;
}

/** Assets or parties by their identifiers and the collections they are said to be in (2.2.2, 2.3.2). */
function placeOfThings(one: Thing | undefined, other: Thing | undefined): Place {
  const [names, others] = [listNames(one), listNames(other)];
  if (one === undefined || other === undefined || names.length === 0 || others.length === 0) {
    return names.length === others.length ? 'same' : names.length === 0 ? 'around' : 'within';
  }
  if (names.some((name) => others.includes(name))) return 'same';
  if (one.partOf.some((name) => others.includes(name))) return 'within';
  if (other.partOf.some((name) => names.includes(name))) return 'around';
  return one.isCollection || other.isCollection ? undefined : 'apart';
}

/** The identifiers of an asset or a party; what has none, and is only refined, is any. */
export function listNames(thing: Thing | undefined): string[] {
  return [thing?.id, thing?.source].filter((name) => name !== undefined);
}

/** What two parts are both about; undefined where there is nothing, with a doubt where nobody can tell. */
export interface Shared {
  key: string;
  /** The narrower of both: IRIs, '' where it is any. */
  action: string;
  target: string;
  assignee: string;
  /** Whether the second part is about all of it, and the first. */
  coveredBy: { one: boolean; other: boolean };
  /** What cannot be told of it: names of actions, assets or parties. */
  doubtful: [string, string][];
}

export function sharedBy(one: Part, other: Part, hierarchy: Hierarchy): Shared | undefined {
  const doubtful: [string, string][] = [];
  const action =
    one.action === undefined || other.action === undefined
      ? placeOfAny(one.action, other.action)
      : placeOfActions(one.action.name, other.action.name, hierarchy);
  const target = placeOfThings(one.target, other.target);
  const assignee = placeOfThings(one.assignee, other.assignee);
  if ([action, target, assignee].includes('apart')) return undefined;
  if (action === undefined) doubtful.push([one.action?.name ?? '', other.action?.name ?? '']);
  const things = [
    [target, one.target, other.target] as const,
    [assignee, one.assignee, other.assignee] as const,
  ];
  for (const [place, mine, theirs] of things) {
    if (place === undefined) doubtful.push([toName(mine), toName(theirs)]);
  }
  const narrower = (place: Place, mine: string, theirs: string) => (place === 'around' ? theirs : mine);
  const about = {
    action: narrower(action, one.action?.name ?? '', other.action?.name ?? ''),
    target: narrower(target, toName(one.target), toName(other.target)),
    assignee: narrower(assignee, toName(one.assignee), toName(other.assignee)),
  };
  const places = [action, target, assignee];
  const coveredBy = {
    one: places.every((place) => place === 'same' || place === 'around'),
    other: places.every((place) => place === 'same' || place === 'within'),
  };
  return { key: JSON.stringify(Object.values(about)), ...about, coveredBy, doubtful };
}

function placeOfAny(one: Action | undefined, other: Action | undefined): Place {
  return one === other ? 'same' : one === undefined ? 'around' : 'within';
}

function toName(thing: Thing | undefined): string {
  return listNames(thing)[0] ?? '';
}
