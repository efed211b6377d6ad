import type { Policy, Rule } from '../../odrl/Policy.ts';
import { findDoubts } from '../agree/findDoubts.ts';
import { inProfileTerms } from '../profile/inProfileTerms.ts';
import { licenceActions, odrl, otherActions, useActions } from '../profile/profile.ts';
import { widerActions } from '../profile/widerActions.ts';

/**
 * What a machine that reads a work, and has no licence, may take from its terms: `allowed` without a condition or a duty;
 * `constrained` for who meets some; `notAllowed`; `unsaid` where nothing is said of it.
 */
export type Signal = 'allowed' | 'constrained' | 'notAllowed' | 'unsaid';

/** What machines do with works, each with its action. `aiTraining` is of models that are not generative. */
export const machineActions = {
  textAndDataMining: useActions.textAndDataMining,
  aiTraining: useActions.aiTraining,
  generativeTraining: otherActions.generativeTraining,
  aiGeneration: useActions.aiGeneration,
  search: otherActions.search,
} as const;
export type MachineUse = keyof typeof machineActions;
export type Signals = Record<MachineUse, Signal>;

const order: readonly Signal[] = ['unsaid', 'notAllowed', 'constrained', 'allowed'];

/**
 * The signals of a work from the policies that it is offered under, all of which anybody may choose from. With none at
 * all nothing is allowed.
 */
export function deriveSignals(policies: readonly Policy[]): Signals {
  const read = policies.map(inProfileTerms);
  const signal = (use: MachineUse): Signal => {
    const each = read.map((policy) => deriveSignal(policy, use));
    const none = use === 'search' ? 'unsaid' : 'notAllowed';
    return each.reduce((best, one) => (order.indexOf(one) > order.indexOf(best) ? one : best), none);
  };
  return {
    textAndDataMining: signal('textAndDataMining'),
    aiTraining: signal('aiTraining'),
    generativeTraining: signal('generativeTraining'),
    aiGeneration: signal('aiGeneration'),
    search: signal('search'),
  };
}

function deriveSignal(policy: Policy, use: MachineUse): Signal {
  const wider = widerActions(machineActions[use]) ?? [];
  const about = ({ actions }: Rule) => actions.some(({ name }) => wider.includes(name));
  const granted = policy.permissions.filter(about);
  const forbidden = policy.prohibitions.filter(about);
  // A search engine is not asked for a licence where nobody says anything of it.
  if (use === 'search' && granted.length + forbidden.length === 0) return 'unsaid';
  if (granted.length === 0) return 'notAllowed';
  if (forbidden.some(isPlain) && policy.conflict !== 'perm') return 'notAllowed';
  const free = granted.some((rule) => isPlain(rule) && rule.duties.length === 0);
  return free && forbidden.length === 0 && isForAll(policy) ? 'allowed' : 'constrained';
}

/** Whether a policy is one that anybody has without asking: none that some clash makes void, that is capped or unclear. */
function isForAll(policy: Policy): boolean {
  const { type, conflict, prohibitions, obligations, inheritFrom } = policy;
  const offered = [odrl('Offer'), odrl('Set'), odrl('Policy')].includes(type);
  const stands = prohibitions.length === 0 || conflict === 'prohibit' || conflict === 'perm';
  const capped = policy.permissions.some(({ actions }) =>
    actions.some(({ name }) => name === licenceActions.acquireLicence),
  );
  const owed = obligations.length + inheritFrom.length + findDoubts(policy).length > 0;
  return offered && stands && !capped && !owed;
}

/** Whether a rule holds for everybody at any time. */
function isPlain({ constraints, targets, assignees, assigners, actions, unknown }: Rule): boolean {
  const narrowed = [constraints, targets, assignees, assigners, unknown].some(({ length }) => length > 0);
  return !narrowed && actions.every(({ refinements }) => refinements.length === 0);
}
