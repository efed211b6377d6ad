import {
  channelIri,
  industryIri,
  mediaIri,
  odrl,
  operands,
  purposeIri,
  recipientIri,
  recipientNames,
  units,
} from '../profile/profile.ts';
import type { limitNames } from '../draft/restrictions.ts';
import type { TermsDraft } from '../draft/TermsDraft.ts';
import { anyOf, atMost, constraint, noneOf, typed, type Constraint } from './parts.ts';

type Limit = (typeof limitNames)[number];

/** What each limit counts. */
const limitOperands: Record<Limit, string> = {
  uses: odrl('count'),
  copies: operands.copies,
  prints: operands.prints,
  items: operands.items,
  impressions: operands.impressions,
};

/** The constraints on every licensed use. Where a territory is excepted, that is a prohibition of its own. */
export function listConstraints(draft: TermsDraft): unknown[] {
  const { duration, nonCommercial, window, limits, resolution, territories, languages } = draft;
  return [
    ...(nonCommercial ? [anyOf(odrl('purpose'), [purposeIri('nonCommercial')])] : []),
    ...chosen(odrl('purpose'), draft.purposes, purposeIri),
    ...(territories?.only === undefined ? [] : [within(territories.only)]),
    ...chosen(odrl('deliveryChannel'), draft.channels, channelIri),
    ...chosen(odrl('media'), draft.media, mediaIri),
    ...chosen(odrl('industry'), draft.industries, industryIri),
    ...chosenTexts(odrl('language'), languages),
    ...chosen(odrl('recipient'), draft.recipients, (one) => {
      const group = recipientNames.find((name) => name === one);
      return group === undefined ? one : recipientIri(group);
    }),
    ...(window?.notBefore === undefined
      ? []
      : [constraint(odrl('dateTime'), 'gteq', typed('dateTime', window.notBefore))]),
    ...(window?.notAfter === undefined
      ? []
      : [constraint(odrl('dateTime'), 'lteq', typed('dateTime', window.notAfter))]),
    ...(duration > 0 ? [atMost(odrl('elapsedTime'), typed('duration', `PT${duration}S`))] : []),
    ...Object.entries(limits ?? {}).map(([name, most]) => atMost(limitOperands[name as Limit], most)),
    ...(resolution?.pixels === undefined
      ? []
      : [atMost(odrl('absoluteSize'), resolution.pixels, units.pixel)]),
    ...(resolution?.dotsPerInch === undefined
      ? []
      : [atMost(odrl('resolution'), resolution.dotsPerInch, units.dotsPerInch)]),
  ];
}

/** Within any of these territories. */
export function within(territories: readonly string[]): unknown {
  const each = territories.map((code) => constraint(odrl('spatial'), 'isPartOf', code));
  return each.length === 1 ? each[0] : { or: each };
}

interface Choice<T> {
  only?: T[] | undefined;
  except?: T[] | undefined;
}

function chosen<T>(operand: string, choice: Choice<T> | undefined, iriOf: (one: T) => string): Constraint[] {
  return [
    ...(choice?.only === undefined ? [] : [anyOf(operand, choice.only.map(iriOf))]),
    ...(choice?.except === undefined ? [] : [noneOf(operand, choice.except.map(iriOf))]),
  ];
}

function chosenTexts(operand: string, choice: Choice<string> | undefined): Constraint[] {
  return [
    ...(choice?.only === undefined ? [] : [constraint(operand, 'isAnyOf', choice.only)]),
    ...(choice?.except === undefined ? [] : [constraint(operand, 'isNoneOf', choice.except)]),
  ];
}
