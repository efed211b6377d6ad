import { nativeDecimals, type Currency } from '../../kernel/Currency.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer } from './useAnswer.ts';

/**
 * What a currency is called, and how many decimals it has; null until the service answers. Where a token does not say
 * it, and where the service does not answer, both are null, but the decimals of the chain's coin are known.
 */
export function useCurrency(currency: Hex): Currency | null {
  const { lianpu } = useReader();
  const [answer] = useAnswer(currency, () => lianpu.royalty.currency(currency));
  if (answer.state === 'waiting') return null;
  if (answer.state === 'ready') return answer.value;
  return { currency, unit: null, decimals: currency === native ? nativeDecimals : null };
}
