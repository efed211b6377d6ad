import { h } from 'preact';
import { useReader } from '../reader/useReader.ts';
import { colourName, traitName } from './traitNames.ts';

interface DisagreementsProps {
  claims: { trait: string; value: string; source: string }[];
}

/** Each contested trait once, with the value that every source states side by side. */
export function Disagreements({ claims }: DisagreementsProps) {
  const { say } = useReader();
  const contested = [...new Set(claims.map(({ trait }) => trait))];
  return h(
    'div',
    { class: 'disagreements' },
    h('h3', null, say('page.disagreements')),
    contested.map((trait) =>
      h(
        'div',
        { key: trait, role: 'group', 'aria-label': traitName(trait, say) },
        h('p', { class: 'trait' }, traitName(trait, say)),
        h(
          'ul',
          null,
          claims
            .filter((claim) => claim.trait === trait)
            .map(({ value, source }) =>
              h(
                'li',
                { key: `${value} ${source}` },
                h('q', null, colourName(value, say)),
                h('cite', null, source),
              ),
            ),
        ),
      ),
    ),
  );
}
