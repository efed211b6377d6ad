import { createFormat, type Format, type Texts } from '../../messages/createFormat.ts';
import assistance from '../../messages/en/assistance.json' with { type: 'json' };
import page from '../../messages/en/page.json' with { type: 'json' };
import terms from '../../messages/en/terms.json' with { type: 'json' };
import names from '../../messages/en/names.json' with { type: 'json' };
import type { Language } from '../../messages/languages.ts';
import type { Area, Message, MessageId } from '../../messages/Message.ts';

/** The areas of the catalogue that every page has; a part that comes later brings more. */
export type PageArea = 'page' | 'names' | 'assistance' | 'terms';
export type Translated = Partial<Texts>;

const english = { page, names, assistance, terms };

/** A text in the reader's language. */
export type Say = (id: MessageId<PageArea>, values?: Message['values']) => string;

/** Formats what pages show, with areas of a part that comes later. */
export function formatPages<A extends Area = PageArea>(
  language: Language,
  translated: Translated,
  more?: Texts<A>,
): Format<A | PageArea> {
  return createFormat<A | PageArea>(language, {
    english: { ...english, ...more } as Texts<A | PageArea>,
    translated,
  });
}

/** The translations into a language; those into another than English are fetched. */
export async function fetchTranslated(language: Language): Promise<Translated> {
  if (language === 'zh') return (await import('./chinese.ts')).chinese;
  if (language === 'id') return (await import('./indonesian.ts')).indonesian;
  return {};
}
