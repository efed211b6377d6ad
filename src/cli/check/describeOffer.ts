import type { Way } from '../../check/Decision.ts';
import { offerMessage } from '../../check/words/offerMessage.ts';
import type { CommandContext } from '../command/CommandContext.ts';
import type { MoneyFormat } from '../money/createMoneyFormat.ts';

/** An open offer that would permit the use: what it costs, how long it lasts, what it requires. */
export function describeOffer(offer: Way, money: MoneyFormat, { say, format }: CommandContext): string {
  const { workId, termsId } = offer;
  const text = format(offerMessage(offer, money));
  return say('cli.check.offer-text', { termsId, workId: `${workId}`, text });
}
