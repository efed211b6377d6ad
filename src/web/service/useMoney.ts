import type { Hex } from '../../kernel/values.ts';
import { createMoney, type Money } from '../../terms/words/Money.ts';
import { useCurrency } from './useCurrency.ts';

/** How amounts of a currency are written in sentences. */
export function useMoney(currency: Hex): Money {
  const known = useCurrency(currency);
  return createMoney(() => known ?? undefined);
}
