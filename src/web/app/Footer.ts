import { h } from 'preact';
import { useReader } from '../reader/useReader.ts';

export function Footer() {
  const { say } = useReader();
  return h(
    'footer',
    null,
    h('p', null, say('page.footer')),
    h('p', null, h('a', { href: '/v1/openapi.json' }, say('page.footer-api'))),
  );
}
