import { h, type ComponentChildren } from 'preact';
import type { Hex } from '../../kernel/values.ts';
import { figureOf, short } from './figures.ts';
import { useCurrency } from '../service/useCurrency.ts';

/** An amount in whole units and full precision; the smallest units are in its title. */
export function Amount({ amount, currency }: { amount: bigint; currency: Hex }) {
  const { unit, decimals } = useCurrency(currency);
  return h(
    'data',
    { class: 'amount', value: `${amount}`, title: `${amount} smallest units` },
    h('span', { class: 'figure' }, breakable(figureOf(amount, decimals ?? 0))),
    ' ',
    h(
      'span',
      { class: 'unit' },
      decimals === null || unit === null ? `smallest units of ${short(currency)}` : unit,
    ),
  );
}

/** A long figure may go on in a new line, between its groups of digits. */
function breakable(figure: string): ComponentChildren {
  return figure.split(/(?<=,)/).map((group, place) => [place > 0 && h('wbr', null), group]);
}
