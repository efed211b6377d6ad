import { h } from 'preact';
import type { Language } from '../../messages/languages.ts';
import { pageWords } from './pageWords.ts';

interface ResultProps {
  draft: unknown;
  policy: unknown;
  words: readonly string[];
  language: Language;
}

/** Terms in words, and what a creator and a machine take of them. */
export function Result({ draft, policy, words, language }: ResultProps) {
  const says = pageWords[language];
  const json = JSON.stringify(draft, null, 2);
  return h(
    'div',
    null,
    h(
      'ul',
      { class: 'words' },
      words.map((sentence) => h('li', { key: sentence }, sentence)),
    ),
    h('p', null, says.offer, ' ', h('code', null, 'lianpu licence offer WORK terms.json')),
    h(
      'p',
      null,
      h(
        'a',
        { download: 'terms.json', href: `data:application/json,${encodeURIComponent(json)}` },
        says.download,
      ),
    ),
    h(
      'details',
      null,
      h('summary', null, says.odrl),
      h('pre', { tabIndex: 0 }, JSON.stringify(policy, null, 2)),
    ),
  );
}
