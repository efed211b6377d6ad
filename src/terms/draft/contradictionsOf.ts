import type { TermsDraft } from '../Terms.ts';

interface Contradiction {
  path: (string | number)[];
  message: string;
}

/** The statements of a draft that do not go together, each by the field that has to change. */
export function contradictionsOf(draft: TermsDraft): Contradiction[] {
  const { uses, passOn, attribution, attributionText, nonCommercial, purposes, territories, conflict } =
    draft;
  const found: Contradiction[] = [];
  const say = (message: string, ...path: (string | number)[]) => void found.push({ path, message });

  if (!passOn.every((use) => uses.includes(use))) {
    say('expected to pass on only uses that are licensed', 'passOn');
  }
  if (attributionText !== undefined && !attribution) {
    say('expected none where attribution is false', 'attributionText');
  }
  if (
    nonCommercial &&
    purposes?.only?.some((one) => one === 'commercial' || one === 'advertising') === true
  ) {
    say('expected no purpose for gain where nonCommercial is true', 'purposes', 'only');
  }
  if (nonCommercial && purposes?.except?.includes('nonCommercial') === true) {
    say('expected not to exclude nonCommercial where it is all that is licensed', 'purposes', 'except');
  }
  if (territories?.except !== undefined && conflict !== undefined && conflict !== 'prohibit') {
    say('expected prohibit where territories are excepted', 'conflict');
  }
  for (const [at, { actions, purposes: some, territories: somewhere }] of (draft.forbidden ?? []).entries()) {
    const licensed = actions.find((action) => uses.some((use) => use === action));
    if (licensed !== undefined && some === undefined && somewhere === undefined) {
      say(`expected purposes or territories: ${licensed} is licensed`, 'forbidden', at, 'actions');
    }
  }
  for (const [at, { duty }] of (draft.duties ?? []).entries()) {
    const needs = neededBy[duty]?.(draft);
    if (needs !== undefined && !needs.holds)
      say(`expected ${needs.what} for the duty ${duty}`, 'duties', at, 'duty');
  }
  return found;
}

/** Duties that the chain knows, too: a draft says more about them only where it says them. */
const neededBy: Partial<Record<string, (draft: TermsDraft) => { holds: boolean; what: string }>> = {
  attribute: ({ attribution }) => ({ holds: attribution, what: 'attribution to be true' }),
  shareAlike: ({ shareAlike }) => ({ holds: shareAlike, what: 'shareAlike to be true' }),
  obtainConsent: ({ approvalRequired }) => ({ holds: approvalRequired, what: 'approvalRequired to be true' }),
  pay: ({ revenueShareBps }) => ({ holds: revenueShareBps > 0, what: 'a revenueShareBps above 0' }),
};
