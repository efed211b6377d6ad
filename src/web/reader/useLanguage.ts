import { useState } from 'preact/hooks';
import type { Language } from '../../messages/languages.ts';
import { pickLanguage } from '../../messages/pickLanguage.ts';

const key = 'lianpu.language';

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
  return pickLanguage(kept === null ? navigator.languages : [kept, ...navigator.languages]);
}
