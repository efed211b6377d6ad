import { h } from 'preact';
import { textIn, type LocalTexts } from './textIn.ts';
import { useReader } from './useReader.ts';

/** A text in the reader's language, marked with the language it really is in. */
export function LocalText({ texts }: { texts: LocalTexts }) {
  const { language, text } = textIn(texts, useReader().language);
  return h('span', { lang: language }, text);
}

/** The same text in a second language, where there is one: titles are worth reading in both. */
export function SecondText({ texts }: { texts: LocalTexts }) {
  const first = textIn(texts, useReader().language);
  const second = textIn(texts, first.language.startsWith('zh') ? 'en' : 'zh');
  if (second.text === first.text) return null;
  return h('span', { lang: second.language, class: 'also' }, second.text);
}
