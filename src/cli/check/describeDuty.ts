import type { Duty } from '../../check/duties/Duty.ts';
import { native, shareText } from '../../kernel/values.ts';
import type { Say } from '../command/CommandContext.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { timeText } from '../terminal/format.ts';

/** A duty with what is owed, until when, and whether it is done. */
export function describeDuty(duty: Duty, money: MoneyFormat, say: Say): string {
  const { amount, currency, deadline, fulfilled, fulfilledBy, revenueShareBps, breach, text, action } = duty;
  const owed =
    amount !== null
      ? money.amount(amount, currency ?? native)
      : currency !== null
        ? say('cli.check.duty-in', { currency: money.symbol(currency) })
        : null;
  const parts = [
    revenueShareBps === undefined ? null : say('cli.check.of-revenue', { share: shareText(revenueShareBps) }),
    breach ?? null,
    text ?? null,
    action ?? null,
    owed,
    deadline === null ? null : say('cli.check.duty-by', { time: timeText(deadline) }),
    fulfilled === null ? null : say(fulfilled ? 'cli.check.duty-done' : 'cli.check.duty-open'),
    fulfilledBy === null
      ? null
      : say('cli.check.duty-fulfilled-by', { fact: fulfilledBy.fact, transaction: fulfilledBy.transaction }),
  ].filter((part) => part !== null);
  return [duty.duty, parts.join(', ')].filter((part) => part !== '').join(' ');
}
