import type { DraftFields } from './DraftFields.ts';
import { fault } from '../../kernel/json/fault.ts';

interface Contradiction {
  path: (string | number)[];
  /** As `fault` makes it. */
  message: string;
}

/** The statements of a draft that do not go together, each by the field that has to change. */
export function findContradictions(draft: DraftFields): Contradiction[] {
  const { uses, passOn, attribution, attributionText, nonCommercial, purposes, territories, conflict } =
    draft;
  const found: Contradiction[] = [];
  const say = (message: string, ...path: (string | number)[]) => void found.push({ path, message });

  if (!passOn.every((use) => uses.includes(use))) {
    say(fault('errors.pass-on-licensed'), 'passOn');
  }
  if (attributionText !== undefined && !attribution) {
    say(fault('errors.attribution-text'), 'attributionText');
  }
  if (
    nonCommercial &&
    purposes?.only?.some((one) => one === 'commercial' || one === 'advertising') === true
  ) {
    say(fault('errors.purpose-for-gain'), 'purposes', 'only');
  }
  if (nonCommercial && purposes?.except?.includes('nonCommercial') === true) {
    say(fault('errors.purpose-excluded'), 'purposes', 'except');
  }
  if (territories?.except !== undefined && conflict !== undefined && conflict !== 'prohibit') {
    say(fault('errors.conflict-prohibit'), 'conflict');
  }
  for (const [at, { actions, purposes: some, territories: somewhere }] of (draft.forbidden ?? []).entries()) {
    const licensed = actions.find((action) => uses.some((use) => use === action));
    if (licensed !== undefined && some === undefined && somewhere === undefined) {
      say(fault('errors.forbidden-licensed', { action: licensed }), 'forbidden', at, 'actions');
    }
  }
  for (const [at, { duty }] of (draft.duties ?? []).entries()) {
    const needs = neededBy[duty]?.(draft);
    if (needs !== undefined && !needs.holds) say(needs.otherwise, 'duties', at, 'duty');
  }
  return found;
}

/** Duties that the chain knows, too: a draft says more about them only where it says them. */
const neededBy: Partial<Record<string, (draft: DraftFields) => { holds: boolean; otherwise: string }>> = {
  attribute: ({ attribution }) => ({ holds: attribution, otherwise: fault('errors.duty-attribution') }),
  shareAlike: ({ shareAlike }) => ({ holds: shareAlike, otherwise: fault('errors.duty-share-alike') }),
  obtainConsent: ({ approvalRequired }) => ({
    holds: approvalRequired,
    otherwise: fault('errors.duty-consent'),
  }),
  pay: ({ revenueShareBps }) => ({ holds: revenueShareBps > 0, otherwise: fault('errors.duty-pay') }),
};
