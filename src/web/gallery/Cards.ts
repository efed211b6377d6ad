import { h } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { failureText } from '../service/Failure.ts';
import { useReader, type KeptGallery } from '../reader/useReader.ts';
import { ownError } from '../service/useAnswer.ts';
import { WorkCard } from './WorkCard.ts';

interface CardsProps {
  shows: string;
  found: KeptGallery;
  more: (after: bigint) => Promise<KeptGallery>;
}

/** The works found so far, and a way to more. Works stand in the order of registration, so new ones are at the end. */
export function Cards({ shows, found, more }: CardsProps) {
  const { kept, say } = useReader();
  const [{ works, ended }, setState] = useState(found);
  const [trouble, setTrouble] = useState<string | null>(null);
  const last = works.at(-1);
  const fetchMore = async () => {
    if (last === undefined) return;
    try {
      const next = await more(last.workId);
      setState({ works: [...works, ...next.works], ended: next.ended, scroll: 0 });
      setTrouble(null);
    } catch (error) {
      setTrouble(failureText(ownError(error), say));
    }
  };
  useLayoutEffect(() => () => void kept.set(shows, { works, ended, scroll: scrollY }), [works, ended]);
  useLayoutEffect(() => {
    if (found.scroll > 0) scrollTo({ top: found.scroll, behavior: 'instant' });
  }, []);
  useEffect(() => {
    if (kept.has(shows) && ended) void fetchMore();
  }, []);
  if (last === undefined) return h('p', { class: 'plain' }, say('page.gallery-none'));
  return h(
    'div',
    null,
    h(
      'ul',
      { class: 'cards', 'aria-label': say('page.works') },
      works.map((work, place) => h(WorkCard, { key: `${work.workId}`, work, eager: place < 4 })),
    ),
    h(
      'p',
      { class: 'soft count', role: 'status' },
      trouble ?? say('page.gallery-shown', { count: works.length }),
    ),
    !ended &&
      h(
        'button',
        { type: 'button', class: 'more', onClick: () => void fetchMore() },
        say('page.gallery-more'),
      ),
  );
}
