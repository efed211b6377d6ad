import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../messages/languages.ts';
import { fetchTranslated, type Translated } from './texts.ts';

/** A language with its texts. */
interface Spoken {
  language: Language;
  translated: Translated;
}

/**
 * A language once its texts are here; the last one until then, and null where there was none. Without an answer of the
 * service, texts stay in English.
 */
export function useTexts(wanted: Language): Spoken | null {
  const [spoken, setSpoken] = useState<Spoken | null>(
    wanted === 'en' ? { language: 'en', translated: {} } : null,
  );
  useEffect(() => {
    let current = true;
    const hold = (translated: Translated) => {
      if (current) setSpoken({ language: wanted, translated });
    };
    fetchTranslated(wanted).then(hold, () => hold({}));
    return () => {
      current = false;
    };
  }, [wanted]);
  return spoken;
}
