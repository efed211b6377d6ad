import type { TrailStep } from '../../check/TrailStep.ts';
import { trailMessage } from '../../check/words/trailMessage.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';

/** The findings of a check in order, one a line. */
export function describeTrail(
  trail: readonly TrailStep[],
  money: MoneyFormat,
  { say, format }: CommandContext,
): string {
  return trail.map((step, at) => `${at + 1}. ${stepText(step)}`).join('\n');

  function stepText(found: TrailStep): string {
    const step = format(trailMessage(found, money));
    return found.then === 'goes-on' ? step : say(`cli.check.then-${found.then}`, { step });
  }
}
