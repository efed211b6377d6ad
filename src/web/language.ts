import { useState } from 'preact/hooks';

/** The languages titles are asked for in, each by its own name. */
export const languages = { en: 'English', zh: '中文', id: 'Indonesia' } as const;
export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as Language[];

const key = 'lianpu.language';

/** Text by language tag, as metadata has it. */
export type Texts = Readonly<Record<string, string>>;

/**
 * The text in a language or the nearest there is: English, then whatever comes first.
 *
 * @example
 * textIn({ en: 'Mask', 'zh-Hans': '脸谱' }, 'zh') // { language: 'zh-Hans', text: '脸谱' }
 */
export function textIn(texts: Texts, language: string): { language: string; text: string } {
  const tags = Object.keys(texts);
  const wanted = [language, 'en'].flatMap((one) =>
    tags.filter((tag) => tag === one || tag.startsWith(`${one}-`)),
  );
  const tag = wanted[0] ?? tags[0] ?? language;
  return { language: tag, text: texts[tag] ?? '' };
}

/** The reader's choice, kept from visit to visit; the browser's language until there is one. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const choose = (chosen: Language) => {
    setLanguage(chosen);
    try {
      localStorage.setItem(key, chosen);
    } catch {
      // A browser that keeps nothing still shows the choice.
    }
  };
  return [language, choose];
}

function firstLanguage(): Language {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(key);
  } catch {
    // As above.
  }
  const wished = [kept ?? '', ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return languageCodes.find((code) => code === wished.find((one) => one in languages)) ?? 'en';
}
