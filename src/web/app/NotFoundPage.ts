import { h } from 'preact';
import { useReader } from '../reader/useReader.ts';
import { useTitle } from '../reader/useTitle.ts';

/** For an address that leads to no page: what is wrong with it. */
export function NotFoundPage({ wanted }: { wanted: string }) {
  const { say } = useReader();
  useTitle(say('page.not-found'));
  return h(
    'div',
    { class: 'plain failure' },
    h('h1', null, say('page.not-found')),
    h(
      'p',
      null,
      wanted.startsWith('/works/')
        ? say('page.not-found-work', { id: wanted.slice('/works/'.length) })
        : say('page.not-found-page', { address: wanted }),
    ),
    h('p', null, h('a', { href: '#/' }, say('page.all-works'))),
  );
}
