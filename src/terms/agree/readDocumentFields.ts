import type { Policy, Rule } from '../../odrl/Policy.ts';
import { licenceActions, odrl, operands, useActions } from '../profile/profile.ts';
import { widerActions } from '../profile/widerActions.ts';
import { useNames } from '../../work/Uses.ts';
import { listCurrencies, readPayments } from './readPayments.ts';
import { isUnconditional, findRequired } from './findRequired.ts';
import { toSeconds } from './toSeconds.ts';

/** What is said of each chain field; amounts are text, as they may be of any size. */
export interface Stated {
  type: string;
  /** Uses, and actions beyond those of the chain by their IRI. */
  uses: string[];
  passOn: string[];
  price: string;
  revenueShareBps: string;
  currency: string;
  duration: string;
  cap: string;
  attribution: boolean | 'partly';
  shareAlike: boolean | 'partly';
  approvalRequired: boolean | 'partly';
  transferable: boolean;
  absoluteShare: boolean | 'partly';
  /** Licensed uses that the document forbids whatever the circumstances. */
  forbidden: string[];
}

const offered = ['Offer', 'Set', 'Policy'];

/**
 * What a policy says of each chain field, over all its rules. Where rules differ, all they say is named, so that it is
 * never what a chain says.
 *
 * @param chain Whose uses narrower actions are held against: `print` is no more than `use`.
 */
export function readDocumentFields(policy: Policy, chain: Pick<Stated, 'uses'>): Stated {
  const uses = policy.permissions.filter((rule) => !isAbout(rule, Object.values(licenceActions)));
  const about = (action: string) => policy.permissions.filter((rule) => isAbout(rule, [action]));
  const payments = uses.map((rule) => readPayments([...rule.duties, ...policy.obligations]));
  const duty = (action: string) =>
    agreed(uses.map((rule) => isOwed([...rule.duties, ...policy.obligations], action)));
  const type = policy.type.replace(odrl(''), '');
  return {
    type: offered.includes(type) ? 'Offer' : policy.type,
    uses: listUses(uses, chain.uses),
    passOn: passedOn(about(licenceActions.passOn)),
    price: one(payments.map(({ prices }) => prices.join(' and ') || '0')),
    revenueShareBps: one(payments.map(({ shares }) => shares.join(' and ') || '0')),
    currency: one(payments.map(listCurrencies)),
    duration: longest(uses),
    cap: findCap(about(licenceActions.acquireLicence)),
    attribution: duty(odrl('attribute')),
    shareAlike: duty('http://creativecommons.org/ns#ShareAlike'),
    approvalRequired: duty(odrl('obtainConsent')),
    transferable: about(licenceActions.transferLicence).length > 0,
    absoluteShare: agreed(payments.map(({ absolute }) => absolute)),
    forbidden: listForbidden(policy, chain.uses),
  };
}

function listUses(rules: readonly Rule[], licensed: readonly string[]): string[] {
  const found = new Set<string>();
  for (const { name } of rules.flatMap(({ actions }) => actions)) {
    const use = useNames.find((known) => useActions[known] === name);
    if (use !== undefined) found.add(use);
    else if (!isWithin(name, licensed)) found.add(name);
  }
  return [...found].sort();
}

/** Whether an action is part of a licensed use; what is of no known vocabulary is left to whoever checks. */
function isWithin(action: string, licensed: readonly string[]): boolean {
  const wider = widerActions(action);
  if (wider === undefined) return true;
  return useNames.some((use) => licensed.includes(use) && wider.includes(useActions[use]));
}

function passedOn(rules: readonly Rule[]): string[] {
  const found = new Set<string>();
  for (const { refinements } of rules.flatMap(({ actions }) => actions)) {
    const listed = findRequired(refinements, operands.use).filter(
      ({ operator }) => operator === odrl('isAnyOf') || operator === odrl('eq'),
    );
    if (listed.length === 0) found.add('everything');
    for (const value of listed.flatMap(({ right }) => right)) {
      const name = 'iri' in value ? value.iri : value.text;
      found.add(useNames.find((use) => useActions[use] === name) ?? name);
    }
  }
  return [...found].sort();
}

/** In seconds; zero is without end. Of several rules the one that lasts longest. */
function longest(rules: readonly Rule[]): string {
  const lengths = rules.map(({ constraints }) => {
    const ends = findRequired(constraints, odrl('elapsedTime')).filter(
      ({ operator }) => operator === odrl('lteq'),
    );
    const seconds = ends.flatMap(({ right }) => right.map(toSeconds));
    return seconds.includes(undefined) ? NaN : seconds.length === 0 ? 0 : Math.min(...(seconds as number[]));
  });
  if (lengths.some(Number.isNaN)) return 'a time that is not a number of seconds';
  return lengths.includes(0) ? '0' : `${Math.max(0, ...lengths)}`;
}

function findCap(rules: readonly Rule[]): string {
  const caps = rules.map(({ constraints }) => {
    const [cap] = findRequired(constraints, operands.licencesSold).filter(
      ({ operator }) => operator === odrl('lteq'),
    );
    const [most] = cap?.right ?? [];
    return most === undefined || 'iri' in most ? '0' : most.text;
  });
  return caps.length === 0 ? '0' : one(caps);
}

/** Licensed uses under a prohibition that always holds; all that any touches where a clash makes the policy void. */
function listForbidden({ prohibitions, conflict }: Policy, licensed: readonly string[]): string[] {
  if (conflict === 'perm') return [];
  const always = prohibitions.filter(
    ({ constraints, targets, assignees, assigners }) =>
      conflict !== 'prohibit' ||
      constraints.length + targets.length + assignees.length + assigners.length === 0,
  );
  const names = always.flatMap(({ actions }) =>
    actions
      .filter(({ refinements }) => conflict !== 'prohibit' || refinements.length === 0)
      .map(({ name }) => name),
  );
  const hit = useNames.filter(
    (use) =>
      licensed.includes(use) &&
      widerActions(useActions[use])?.some((wider) => names.includes(wider)) === true,
  );
  return hit.sort();
}

function isAbout({ actions }: Rule, iris: readonly string[]): boolean {
  return actions.length > 0 && actions.every(({ name }) => iris.includes(name));
}

function isOwed(duties: readonly Rule[], action: string): boolean | 'partly' {
  const owed = duties.filter(({ actions }) => actions.some(({ name }) => name === action));
  if (owed.length === 0) return false;
  return owed.some(isUnconditional) ? true : 'partly';
}

function agreed(each: readonly (boolean | 'partly')[]): boolean | 'partly' {
  const [first = false] = each;
  return each.every((value) => value === first) ? first : 'partly';
}

function one(values: readonly string[]): string {
  return [...new Set(values)].join(' or ') || '0';
}
