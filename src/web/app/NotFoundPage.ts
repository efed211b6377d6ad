import { h } from 'preact';
import { useEffect } from 'preact/hooks';

/** For an address that leads to no page: what was wrong with it. */
export function NotFoundPage({ wanted }: { wanted: string }) {
  useEffect(() => {
    document.title = 'Nothing here · Lianpu';
  }, []);
  const what = wanted.startsWith('/works/')
    ? `“${wanted.slice(7)}” is no work’s id: that is a whole number, or 0x and 64 hex digits.`
    : `There is no page “${wanted}” here.`;
  return h(
    'div',
    { class: 'plain failure' },
    h('h1', null, 'Nothing here'),
    h('p', null, what),
    h('p', null, h('a', { href: '#/' }, 'See all works')),
  );
}
