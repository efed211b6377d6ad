import { h } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Lianpu } from '../../sdk/connectLianpu.ts';
import { routeOf, useHash } from '../reader/route.ts';
import { formatPages, type Say } from '../reader/texts.ts';
import { useLanguage } from '../reader/useLanguage.ts';
import { ReaderContext, type KeptGallery } from '../reader/useReader.ts';
import { useTexts } from '../reader/useTexts.ts';
import { Footer } from './Footer.ts';
import { Header } from './Header.ts';
import { Page } from './Page.ts';

/** All pages: the header, and what the address asks for. */
export function App({ lianpu }: { lianpu: Lianpu }) {
  const hash = useHash();
  const route = useMemo(() => routeOf(hash), [hash]);
  const [language, chooseLanguage] = useLanguage();
  const spoken = useTexts(language);
  const [kept] = useState(() => new Map<string, KeptGallery>());
  const reader = useMemo(() => {
    if (spoken === null) return null;
    const format = formatPages(spoken.language, spoken.translated);
    const say: Say = (id, values) => format(values === undefined ? { id } : { id, values });
    return { lianpu, kept, say, ...spoken };
  }, [lianpu, spoken, kept]);
  useEffect(() => {
    if (spoken !== null) document.documentElement.lang = spoken.language;
  }, [spoken]);
  const place = route.page === 'work' ? `${route.workId}` : route.page;
  const main = useFocusOn(place);
  if (reader === null) return null;
  return h(
    ReaderContext.Provider,
    { value: reader },
    h(
      'a',
      { class: 'skip', href: '#page', onClick: (event: Event) => skipTo(event, main.current) },
      reader.say('page.skip'),
    ),
    h(Header, { route, language, chooseLanguage }),
    h('main', { ref: main, tabIndex: -1, key: place }, h(Page, { route })),
    h(Footer, null),
  );
}

/** The element that gets the focus, at its top, whenever another page is shown; not with the first. */
function useFocusOn(place: string) {
  const shown = useRef<HTMLElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) {
      scrollTo({ top: 0, behavior: 'instant' });
      shown.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [place]);
  return shown;
}

/** The address is a route, so the link must not change it. */
function skipTo(event: Event, target: HTMLElement | null): void {
  event.preventDefault();
  target?.focus();
}
