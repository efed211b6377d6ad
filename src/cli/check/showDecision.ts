import type { Decision, Way } from '../../check/Decision.ts';
import type { Duty } from '../../check/duties/Duty.ts';
import { chainMessage } from '../../check/words/chainMessage.ts';
import { conditionMessage } from '../../check/words/conditionMessage.ts';
import { groundMessage } from '../../check/words/groundMessage.ts';
import { reasonMessage } from '../../check/words/reasonMessage.ts';
import { trailMessage } from '../../check/words/trailMessage.ts';
import { nativeDecimals, wholeUnits } from '../../kernel/Currency.ts';
import { native, shareText, type Hex } from '../../kernel/values.ts';
import { formatChecks } from '../../messages/formatChecks.ts';
import { blocks, durationText, pairs, timeText } from '../terminal/format.ts';

/** An answer for people, with what it stands on; and, where it was asked for, what was looked at. */
export function showDecision(decision: Decision): string {
  const { verdict, reason, clause, ground, duties, termsId, until, offers, block, trail } = decision;
  const format = formatChecks('en');
  const on = groundMessage(ground);
  const permitted = verdict === 'permitted' || verdict === 'permitted-with-duties';
  return blocks(
    pairs(
      ['answer', verdict],
      ['reason', `${reason}: ${format(reasonMessage(decision))}`],
      ['clause', clause],
      ['on', on === null ? null : format(on)],
      [
        'document',
        ground.document === null
          ? null
          : `${ground.document}${ground.rule === null ? '' : `, ${ground.rule}`}`,
      ],
      ...duties.map((duty) => ['duty', dutyText(duty)] as const),
      ...decision.conditions.map((one) => ['condition', format(conditionMessage(one))] as const),
      ...decision.missing.map((name) => ['say', name] as const),
      ...decision.notUnderstood.map((name) => ['not understood', name] as const),
      ...decision.claims.map(
        (one) => ['claim', `work ${one.workId} by ${one.creator}: ${one.verdict}, ${one.reason}`] as const,
      ),
      ['licence', termsId],
      ['until', permitted ? (until === null ? 'no expiry' : timeText(until)) : null],
      ...offers.map((offer) => ['on offer', wayText(offer)] as const),
      ['asked for', decision.question.time === undefined ? null : timeText(decision.time)],
      ['block', `${block.number}, ${timeText(block.timestamp)}; the log has ${decision.log.size} entries`],
      ['chain', format(chainMessage(decision.chain))],
      ['more', decision.page],
    ),
    trail === undefined
      ? null
      : trail
          .map((step, at) => `${at + 1}. ${format(trailMessage(step, amountText))}${thenWords[step.then]}`)
          .join('\n'),
  );
}

const thenWords = {
  'goes-on': '',
  permits: ' → permitted',
  denies: ' → denied',
  'cannot-tell': ' → nobody can tell',
} as const;

function wayText({
  workId,
  termsId,
  price,
  currency,
  revenueShareBps,
  duration,
  needsApproval,
  duties,
}: Way): string {
  const asks = [
    ...(revenueShareBps > 0 ? [`${shareText(revenueShareBps)} of revenue`] : []),
    ...(needsApproval ? ['the creator’s approval'] : []),
    ...duties.filter(({ duty }) => duty !== 'report-and-pay').map(({ duty }) => duty),
  ];
  const cost = price === 0n ? 'free' : amountText(price, currency);
  return `${termsId} of work ${workId}: ${cost}, ${durationText(duration)}${asks.length === 0 ? '' : `; asks for ${asks.join(', ')}`}`;
}

function dutyText(duty: Duty): string {
  const { amount, currency, deadline, fulfilled, fulfilledBy, revenueShareBps, breach, text, action } = duty;
  const parts = [
    revenueShareBps === undefined ? null : `${shareText(revenueShareBps)} of revenue`,
    breach ?? null,
    text ?? null,
    action ?? null,
    amount === null ? null : amountText(amount, currency ?? native),
    amount === null && currency !== null ? `in ${currencyText(currency)}` : null,
    deadline === null ? null : `by ${timeText(deadline)}`,
    fulfilled === null ? null : fulfilled ? 'done' : 'not done yet',
    fulfilledBy === null ? null : `${fulfilledBy.fact} in ${fulfilledBy.transaction}`,
  ].filter((part) => part !== null);
  return [duty.duty, parts.join(', ')].filter((part) => part !== '').join(' ');
}

/** A token's amount in its smallest unit: what its whole ones are only the token knows, and nobody is asked here. */
function amountText(amount: bigint, currency: Hex): string {
  if (currency !== native) return `${amount} smallest units of ${currency}`;
  return `${wholeUnits(amount, nativeDecimals)} of ${currencyText(native)}`;
}

function currencyText(currency: string): string {
  return currency === native ? 'the chain’s own currency' : currency;
}
