import { h } from 'preact';
import { nativeDecimals } from '../../kernel/Currency.ts';
import { native, type Hex } from '../../kernel/values.ts';
import { useReader } from '../reader/useReader.ts';
import { useCurrency } from '../service/useCurrency.ts';
import { figureGroups, short } from './figures.ts';

/** An amount in whole units and full precision; programs find it in the currency's smallest unit in `value`. */
export function Amount({ amount, currency }: { amount: bigint; currency: Hex }) {
  const { say, language } = useReader();
  const known = useCurrency(currency);
  const decimals = known?.decimals ?? (currency === native ? nativeDecimals : 0);
  const unitless =
    currency === native ? say('page.coins') : say('page.token-units', { token: short(currency) });
  return h(
    'data',
    { class: 'amount', value: `${amount}`, 'aria-busy': known === null },
    h(
      'span',
      { class: 'figure' },
      known === null
        ? '…'
        : figureGroups(amount, decimals, language).map((group, at) => [at > 0 && h('wbr', null), group]),
    ),
    ' ',
    h('span', { class: 'unit' }, known !== null && (known.unit ?? unitless)),
  );
}
