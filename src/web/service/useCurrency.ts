import type { Currency } from '../../kernel/Currency.ts';
import type { Hex } from '../../kernel/values.ts';
import { useReader } from '../reader/useReader.ts';
import { useAnswer } from './useAnswer.ts';

/** What a currency is called. Until the service says it, and where a token never does, amounts stand in smallest units. */
export function useCurrency(currency: Hex): Currency {
  const { lianpu } = useReader();
  const [answer] = useAnswer(currency, () => lianpu.royalty.currency(currency));
  return answer.state === 'ready' ? answer.value : { currency, unit: null, decimals: null };
}
