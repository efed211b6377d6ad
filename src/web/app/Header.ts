import { h } from 'preact';
import { languages, type Language } from '../../messages/languages.ts';
import type { Route } from '../reader/route.ts';
import { useReader } from '../reader/useReader.ts';

interface HeaderProps {
  route: Route;
  language: Language;
  chooseLanguage: (language: Language) => void;
}

export function Header({ route, language, chooseLanguage }: HeaderProps) {
  const { say } = useReader();
  const link = (page: Route['page'], href: string, text: string) =>
    h('a', { href, 'aria-current': route.page === page ? 'page' : undefined }, text);
  return h(
    'header',
    null,
    h('a', { class: 'brand', href: '#/' }, 'Lianpu', ' ', h('span', { lang: 'zh', class: 'seal' }, '脸谱')),
    h(
      'nav',
      { 'aria-label': say('page.pages') },
      link('gallery', '#/', say('page.works')),
      link('terms', '#/terms', say('page.terms')),
      link('audit', '#/audit', say('page.audit')),
    ),
    h(
      'fieldset',
      { class: 'languages' },
      h('legend', null, say('page.language')),
      (Object.keys(languages) as Language[]).map((code) =>
        h(
          'label',
          { key: code },
          h('input', {
            type: 'radio',
            name: 'language',
            value: code,
            checked: code === language,
            onChange: () => chooseLanguage(code),
          }),
          h('span', { lang: code }, languages[code]),
        ),
      ),
    ),
  );
}
