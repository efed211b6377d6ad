/** Text by language tag, as metadata has it. */
export type LocalTexts = Readonly<Record<string, string>>;

/**
 * The text in a language or the nearest there is: English, then whatever comes first.
 *
 * @example
 * textIn({ en: 'Mask', 'zh-Hans': '脸谱' }, 'zh') // { language: 'zh-Hans', text: '脸谱' }
 */
export function textIn(texts: LocalTexts, language: string): { language: string; text: string } {
  const tags = Object.keys(texts);
  const wanted = [language, 'en'].flatMap((one) =>
    tags.filter((tag) => tag === one || tag.startsWith(`${one}-`)),
  );
  const tag = wanted[0] ?? tags[0] ?? language;
  return { language: tag, text: texts[tag] ?? '' };
}
