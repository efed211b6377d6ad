import { cc, currencyIri, dutyActions, odrl, operands } from '../profile/profile.ts';
import type { DraftDuty, Step } from '../draft/restrictions.ts';
import type { TermsDraft } from '../draft/TermsDraft.ts';
import { atMost, constraint, days, named, refined, typed, type Constraint } from './parts.ts';

/** What has to be done for the uses: what the chain knows of it, and what only the draft says. */
export function listDuties(draft: TermsDraft): Record<string, unknown>[] {
  const more = new Map((draft.duties ?? []).map((duty) => [duty.duty, duty]));
  const currency = currencyIri(draft.currency);
  const duty = (name: DraftDuty['duty'], action: unknown) => ({
    action: [action],
    ...toMore(more.get(name)),
  });
  return [
    ...(draft.price > 0n
      ? [
          {
            action: [
              payment(constraint(odrl('payAmount'), 'eq', typed('integer', `${draft.price}`), currency)),
            ],
          },
        ]
      : []),
    ...(draft.revenueShareBps > 0 ? [duty('pay', toShare(draft, currency))] : []),
    ...(draft.revenueShareBps > 0 || more.has('reportUsage')
      ? [duty('reportUsage', dutyActions.reportUsage)]
      : []),
    ...(draft.attribution ? [duty('attribute', toAttribution(draft))] : []),
    ...(draft.shareAlike ? [duty('shareAlike', cc('ShareAlike'))] : []),
    ...(draft.approvalRequired ? [duty('obtainConsent', 'obtainConsent')] : []),
    ...(more.has('inform') ? [duty('inform', 'inform')] : []),
    ...(more.has('watermark') ? [duty('watermark', 'watermark')] : []),
  ];
}

/** What is done where something went wrong: a remedy of a prohibition, a consequence of a duty. */
export function toStep(step: Step): Record<string, unknown> {
  const { do: action, amount, currency, withinDays } = step;
  return {
    action: [
      amount === undefined || currency === undefined
        ? named(dutyActions[action])
        : payment(constraint(odrl('payAmount'), 'eq', typed('integer', `${amount}`), currencyIri(currency))),
    ],
    ...(withinDays === undefined ? {} : { constraint: [deadline(withinDays)] }),
  };
}

function toShare({ revenueShareBps, absoluteShare }: TermsDraft, currency: string) {
  return payment(
    constraint(operands.revenueShareBps, 'eq', revenueShareBps, currency),
    ...(absoluteShare ? [constraint(operands.owedByDescendants, 'eq', true)] : []),
  );
}

function payment(...refinement: Constraint[]): unknown {
  return refined(dutyActions.compensate, refinement);
}

function toAttribution({ attributionText }: TermsDraft): unknown {
  const texts = Object.entries(attributionText ?? {}).map(([language, text]) => ({
    '@language': language,
    '@value': text,
  }));
  const credit = texts.length === 0 ? [] : [constraint(operands.attributionText, 'isAnyOf', texts)];
  return refined(dutyActions.attribute, credit);
}

function toMore(duty: DraftDuty | undefined): Record<string, unknown> {
  const limits = [
    ...(duty?.everyDays === undefined ? [] : [constraint(odrl('timeInterval'), 'eq', days(duty.everyDays))]),
    ...(duty?.withinDays === undefined ? [] : [deadline(duty.withinDays)]),
  ];
  return {
    ...(limits.length > 0 ? { constraint: limits } : {}),
    ...(duty?.consequences === undefined ? {} : { consequence: duty.consequences.map(toStep) }),
  };
}

/** From what makes it due (Vocabulary & Expression 2.2, 4.5.7: `elapsedTime`). */
function deadline(withinDays: number): Constraint {
  return atMost(odrl('elapsedTime'), days(withinDays));
}
