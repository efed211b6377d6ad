import { h } from 'preact';
import type { DescribedWork } from '../../work/Work.ts';
import { useReader } from '../reader/useReader.ts';
import { ColourList } from './Colours.ts';
import { Disagreements } from './Disagreements.ts';
import { traitName } from './traitNames.ts';
import { TraitValue } from './TraitValue.ts';

/** The work's cultural traits, and where sources disagree about them. */
export function Traits({ work: { metadata } }: { work: DescribedWork }) {
  const { say } = useReader();
  const traits = Object.entries(metadata?.traits ?? {});
  const claims = metadata?.claims ?? [];
  if (traits.length === 0 && claims.length === 0) return null;
  return h(
    'section',
    { class: 'traits' },
    h('h2', null, say('page.traits')),
    h(
      'dl',
      { class: 'genes' },
      traits
        .filter(([name]) => !(`${name}Name` in (metadata?.traits ?? {})))
        .sort(([a], [b]) => rank(a) - rank(b))
        .map(([name, value]) =>
          h(
            'div',
            { key: name, class: ColourList.safeParse(value).success ? 'wide' : undefined },
            h('dt', null, traitName(name.replace(/Name$/, ''), say)),
            h('dd', null, h(TraitValue, { value })),
          ),
        ),
    ),
    claims.length > 0 && h(Disagreements, { claims }),
  );
}

/** What people ask for first stands first; the rest in the order of the metadata, which is the alphabet's. */
const firstTraits = [
  'character',
  'roleType',
  'patternName',
  'pattern',
  'plays',
  'place',
  'period',
  'form',
  'colours',
];

function rank(name: string): number {
  const place = firstTraits.indexOf(name);
  return place < 0 ? firstTraits.length : place;
}
