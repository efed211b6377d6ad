import { h } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Kind } from '../../work/Metadata.ts';
import { Failure, Waiting } from '../service/Failure.ts';
import { useReader, type KeptGallery } from '../reader/useReader.ts';
import { useAnswer } from '../service/useAnswer.ts';
import { Cards } from './Cards.ts';
import { KindFilter } from './KindFilter.ts';
import { StatusLine } from './StatusLine.ts';

/** Works fetched at a time: their pictures are fetched as they come into view. */
const pageSize = 60;

/** Every work, as a card. */
export function GalleryPage({ kind }: { kind: Kind | null }) {
  const { lianpu, kept } = useReader();
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
  useEffect(() => {
    document.title = 'Works · Lianpu';
  }, []);
  return h(
    'div',
    { class: 'gallery' },
    h('h1', null, 'Painted faces, and what was made from them'),
    h('p', { class: 'lead' }, 'Who made each work, what its creator keeps, and what you may do with it.'),
    h(StatusLine, null),
    h(KindFilter, { kind }),
    answer.state === 'waiting' && h(Waiting, { what: 'the works' }),
    answer.state === 'failed' && h(Failure, { error: answer.error, again }),
    answer.state === 'ready' && h(Cards, { key: shows, shows, found: answer.value, more: list }),
  );
}
