import { h } from 'preact';
import type { Kind } from '../../work/Metadata.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { useReader, type KeptGallery } from '../reader/useReader.ts';
import { useTitle } from '../reader/useTitle.ts';
import { useAnswer } from '../service/useAnswer.ts';
import { Cards } from './Cards.ts';
import { KindFilter } from './KindFilter.ts';
import { StatusLine } from './StatusLine.ts';

/** Works fetched at a time: their pictures are fetched as they come into view. */
const pageSize = 60;

/** Every work, as a card. */
export function GalleryPage({ kind }: { kind: Kind | null }) {
  const { lianpu, kept, say } = useReader();
  useTitle(say('page.works'));
  const shows = kind ?? 'all';
  const list = async (after?: bigint): Promise<KeptGallery> => {
    const { works } = await lianpu.work.list({
      ...(kind === null ? {} : { kind }),
      ...(after === undefined ? {} : { after }),
      limit: pageSize,
    });
    return { works, ended: works.length < pageSize, scroll: 0 };
  };
  const [answer, again] = useAnswer(shows, async () => kept.get(shows) ?? (await list()));
  return h(
    'div',
    { class: 'gallery' },
    h('h1', null, say('page.gallery-title')),
    h('p', { class: 'lead' }, say('page.gallery-lead')),
    h(StatusLine, null),
    h(KindFilter, { kind }),
    answer.state === 'waiting' && h(Waiting, { text: say('page.loading-works') }),
    answer.state === 'failed' && h(Failure, { error: answer.error, again }),
    answer.state === 'ready' && h(Cards, { key: shows, shows, found: answer.value, more: list }),
  );
}
