import { h } from 'preact';
import { kindNames, type Kind } from '../../work/Metadata.ts';
import { linkToGallery } from '../reader/route.ts';
import { kindWords } from '../words.ts';

/** Which kind of work is shown. Each choice is an address, so it can be shared and gone back to. */
export function KindFilter({ kind }: { kind: Kind | null }) {
  const choice = (one: Kind | null, text: string) =>
    h(
      'li',
      { key: text },
      h('a', { href: linkToGallery(one), 'aria-current': one === kind ? 'true' : undefined }, text),
    );
  return h(
    'nav',
    { class: 'filter', 'aria-label': 'Kind of work' },
    h(
      'ul',
      null,
      choice(null, 'All'),
      kindNames.map((one) => choice(one, kindWords[one].many)),
    ),
  );
}
