import { h, type ComponentChildren } from 'preact';
import type { Hex } from '../../values.ts';
import { currencyOf, wholeUnits } from '../amounts.ts';
import { useReader } from '../reader.ts';

/** An amount in whole units and full precision; the smallest units are in its title. */
export function Amount({ amount, currency }: { amount: bigint; currency: Hex }) {
  const { unit, decimals } = currencyOf(currency, useReader().chainId);
  return h(
    'data',
    { class: 'amount', value: `${amount}`, title: decimals === null ? currency : `${amount} wei` },
    h('span', { class: 'figure' }, breakable(wholeUnits(amount, decimals ?? 0))),
    ' ',
    h('span', { class: 'unit' }, unit),
  );
}

/** A long figure may go on in a new line, between its groups of digits. */
function breakable(figure: string): ComponentChildren {
  return figure.split(/(?<=,)/).map((group, place) => [place > 0 && h('wbr', null), group]);
}
