import type { Way } from '../../check/Decision.ts';
import { shareText } from '../../kernel/values.ts';
import type { Say } from '../command/CommandContext.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';
import { durationWords } from '../terminal/words.ts';

/** An open offer that would permit the use: what it costs, how long it lasts, what it requires. */
export function describeOffer(offer: Way, money: MoneyFormat, say: Say): string {
  const { workId, termsId, price, currency, revenueShareBps, duration, needsApproval, duties } = offer;
  const required = [
    ...(revenueShareBps > 0 ? [say('cli.check.of-revenue', { share: shareText(revenueShareBps) })] : []),
    ...(needsApproval ? [say('cli.check.offer-approval')] : []),
    ...duties.filter(({ duty }) => duty !== 'report-and-pay').map(({ duty }) => duty),
  ];
  const values = {
    termsId,
    workId: `${workId}`,
    price: price === 0n ? say('cli.check.offer-free') : money.amount(price, currency),
    duration: durationWords(say, duration),
  };
  if (required.length === 0) return say('cli.check.offer-text', values);
  return say('cli.check.offer-text-requires', { ...values, required: required.join(', ') });
}
