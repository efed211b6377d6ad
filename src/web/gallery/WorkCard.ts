import { h } from 'preact';
import type { DescribedWork } from '../../work/Work.ts';
import { Picture } from '../parts/Picture.ts';
import { SecondText } from '../reader/LocalText.ts';
import { Title } from '../parts/Title.ts';
import { Uses } from '../parts/Uses.ts';
import { linkToWork } from '../reader/route.ts';
import { kindWords } from '../words.ts';

/** A work in the gallery: the whole card leads to it. */
export function WorkCard({ work, eager }: { work: DescribedWork; eager: boolean }) {
  return h(
    'li',
    { class: 'card' },
    h(Picture, { work, eager, width: 640 }),
    h('p', { class: 'kind' }, kindWords[work.kind].one),
    h('h2', null, h('a', { href: linkToWork(work.workId) }, h(Title, { work }))),
    h(
      'p',
      { class: 'second' },
      work.metadata === null ? null : h(SecondText, { texts: work.metadata.title }),
    ),
    h(
      'div',
      { class: 'keeps' },
      h('span', { class: 'soft' }, 'Creator keeps'),
      h(Uses, { uses: work.retained, none: 'nothing', kind: 'kept' }),
    ),
  );
}
