import { languages, type Language } from './languages.ts';

/** What languages were called before: ISO 639 gave Indonesian another code until 1989, and Java uses it still. */
const former: Readonly<Record<string, string>> = { in: 'id' };

/**
 * The first of some language tags that the catalogue has; English where it has none.
 *
 * Takes what browsers send (BCP 47) and what systems set (POSIX).
 *
 * @example
 * pickLanguage(['fr', 'zh_CN.UTF-8']) // 'zh'
 */
export function pickLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [primary = ''] = tag.toLowerCase().split(/[-_.@]/);
    const code = former[primary] ?? primary;
    if (isLanguage(code)) return code;
  }
  return 'en';
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}
