import { h } from 'preact';
import type { DescribedWork } from '../../work/Work.ts';
import { Picture } from '../parts/Picture.ts';
import { Title } from '../parts/Title.ts';
import { Uses } from '../parts/Uses.ts';
import { SecondText } from '../reader/LocalText.ts';
import { linkToWork } from '../reader/route.ts';
import { useReader } from '../reader/useReader.ts';

/** A work in the gallery: the whole card leads to it. */
export function WorkCard({ work, eager }: { work: DescribedWork; eager: boolean }) {
  const { say } = useReader();
  return h(
    'li',
    { class: 'card' },
    h(Picture, { work, eager, width: 640 }),
    h('p', { class: 'kind' }, say(`names.kind-${work.kind}`)),
    h('h2', null, h('a', { href: linkToWork(work.workId) }, h(Title, { work }))),
    h('p', { class: 'second' }, work.metadata !== null && h(SecondText, { texts: work.metadata.title })),
    h(
      'div',
      { class: 'keeps' },
      h('span', { class: 'soft' }, say('page.retained')),
      h(Uses, { uses: work.retained, kind: 'kept' }),
    ),
  );
}
