import { h } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lianpu } from '../../sdk/connectLianpu.ts';
import { AuditPage } from '../audit/AuditPage.ts';
import { GalleryPage } from '../gallery/GalleryPage.ts';
import { Header } from './Header.ts';
import { LazyPage } from './LazyPage.ts';
import { NotFoundPage } from './NotFoundPage.ts';
import { useLanguage } from '../reader/useLanguage.ts';
import { ReaderContext, type KeptGallery } from '../reader/useReader.ts';
import { routeOf, useHash, type Route } from '../reader/route.ts';
import { WorkPage } from '../work/WorkPage.ts';

/** All pages: the header, and what the address asks for. */
export function App({ lianpu }: { lianpu: Lianpu }) {
  const hash = useHash();
  const route = useMemo(() => routeOf(hash), [hash]);
  const [language, chooseLanguage] = useLanguage();
  const [kept] = useState(() => new Map<string, KeptGallery>());
  const reader = useMemo(() => ({ lianpu, language, kept }), [lianpu, language, kept]);
  const place = route.page === 'work' ? `${route.workId}` : route.page;
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) {
      scrollTo({ top: 0, behavior: 'instant' });
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [place]);
  return h(
    ReaderContext.Provider,
    { value: reader },
    h(
      'a',
      { class: 'skip', href: '#page', onClick: (event: Event) => skipTo(event, main.current) },
      'Skip to the content',
    ),
    h(Header, { route, language, chooseLanguage }),
    h('main', { ref: main, tabIndex: -1, key: place }, h(Page, { route })),
    h(
      'footer',
      null,
      h('p', null, 'Everything here is rebuilt from events on the chain and from an append-only log.'),
      h('p', null, h('a', { href: '/v1/openapi.json' }, 'The service’s API')),
    ),
  );
}

function Page({ route }: { route: Route }) {
  if (route.page === 'gallery') return h(GalleryPage, { kind: route.kind });
  if (route.page === 'work') return h(WorkPage, { workId: route.workId });
  if (route.page === 'audit') return h(AuditPage, null);
  if (route.page === 'terms') return h(LazyPage, { what: 'the questions', load: loadTermsPage });
  return h(NotFoundPage, { wanted: route.wanted });
}

async function loadTermsPage() {
  return (await import('../terms/TermsPage.ts')).TermsPage;
}

/** The address is a route, so the link must not change it. */
function skipTo(event: Event, target: HTMLElement | null): void {
  event.preventDefault();
  target?.focus();
}
