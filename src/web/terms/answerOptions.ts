import { nativeDecimals, parseUnits } from '../../kernel/Currency.ts';
import type { AnswerOptions, Answers } from '../../terms/draft/questionnaire.ts';

export function isPrice(text: string): boolean {
  return /^\d{1,12}(\.\d{1,18})?$/.test(text) && /[1-9]/.test(text);
}

export function isPercent(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= 100;
}

/** What the answers leave open: a price in coins of the chain, a share in percent; undefined while one is not valid. */
export function answerOptions(
  { gain }: Partial<Answers>,
  price: string,
  percent: string,
): AnswerOptions | undefined {
  if (gain !== 'price' && gain !== 'share') return {};
  if (!isPrice(price) || (gain === 'share' && !isPercent(percent))) return undefined;
  return {
    price: `${parseUnits(price, nativeDecimals)}`,
    ...(gain === 'share' ? { revenueShareBps: Math.round(Number(percent) * 100) } : {}),
  };
}
