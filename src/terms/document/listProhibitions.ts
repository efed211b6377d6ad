import { isUse, odrl, otherActions, purposeIri, useActions } from '../profile/profile.ts';
import type { TermsDraft } from '../draft/TermsDraft.ts';
import { within } from './listConstraints.ts';
import { toStep } from './listDuties.ts';
import { anyOf, named } from './parts.ts';

/** What must not be done: by name, and every use where a territory is excepted. */
export function listProhibitions({
  uses,
  territories,
  forbidden = [],
}: TermsDraft): Record<string, unknown>[] {
  return [
    ...(territories?.except === undefined
      ? []
      : [{ action: uses.map((use) => named(useActions[use])), constraint: [within(territories.except)] }]),
    ...forbidden.map(({ actions, purposes, territories: somewhere, remedies }) => {
      const constraint = [
        ...(purposes === undefined ? [] : [anyOf(odrl('purpose'), purposes.map(purposeIri))]),
        ...(somewhere === undefined ? [] : [within(somewhere)]),
      ];
      return {
        action: actions.map((action) => named(isUse(action) ? useActions[action] : otherActions[action])),
        ...(constraint.length > 0 ? { constraint } : {}),
        ...(remedies === undefined ? {} : { remedy: remedies.map(toStep) }),
      };
    }),
  ];
}
