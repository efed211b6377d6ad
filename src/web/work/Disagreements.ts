import { h } from 'preact';
import { spaced } from '../words.ts';

interface ClaimsProps {
  claims: { trait: string; value: string; source: string }[];
}

/** Each contested trait once, with every source's word side by side. */
export function Disagreements({ claims }: ClaimsProps) {
  const contested = [...new Set(claims.map(({ trait }) => trait))];
  return h(
    'div',
    { class: 'claims' },
    h('h3', null, 'Told differently'),
    contested.map((trait) =>
      h(
        'div',
        { key: trait, role: 'group', 'aria-label': traitName(trait) },
        h('p', { class: 'trait' }, traitName(trait)),
        h(
          'ul',
          null,
          claims
            .filter((claim) => claim.trait === trait)
            .map(({ value, source }) =>
              h('li', { key: `${value} ${source}` }, h('q', null, spaced(value)), h('cite', null, source)),
            ),
        ),
      ),
    ),
  );
}

/**
 * A claim may name one of several values by its place, counted from zero.
 *
 * @example
 * traitName('colours.0') // 'colours, no. 1'
 */
function traitName(trait: string): string {
  return trait
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? `no. ${Number(part) + 1}` : spaced(part)))
    .join(', ');
}
