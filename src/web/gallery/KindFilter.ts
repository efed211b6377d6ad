import { h } from 'preact';
import { kindNames, type Kind } from '../../work/Metadata.ts';
import { linkToGallery } from '../reader/route.ts';
import { useReader } from '../reader/useReader.ts';

/** Which kind of work is shown. Each choice is an address, so it can be shared and gone back to. */
export function KindFilter({ kind }: { kind: Kind | null }) {
  const { say } = useReader();
  const choice = (one: Kind | null, text: string) =>
    h(
      'li',
      { key: text },
      h('a', { href: linkToGallery(one), 'aria-current': one === kind ? 'true' : undefined }, text),
    );
  return h(
    'nav',
    { class: 'filter', 'aria-label': say('page.kinds') },
    h(
      'ul',
      null,
      choice(null, say('page.kinds-all')),
      kindNames.map((one) => choice(one, say(`names.kinds-${one}`))),
    ),
  );
}
