import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from './languages.ts';
import type { Area, Message, MessageValue } from './Message.ts';

/** Texts in ICU MessageFormat by area and key; English has all, other languages those that are translated. */
export type Texts<A extends Area = Area> = Readonly<Record<A, Readonly<Record<string, string>>>>;

/** Puts messages in one language. */
export type Format<A extends Area = Area> = (message: Message<A>) => string;

/**
 * Formats messages in a language, and in English where it has no translation yet.
 *
 * A text is parsed when it is first needed, and kept.
 *
 * @example
 * const format = createFormat('zh', { english, translated })
 * format(message('errors.work-unknown', { workId }))
 */
export function createFormat<A extends Area>(
  language: Language,
  { english, translated }: { english: Texts<A>; translated?: Partial<Texts<A>> | undefined },
): Format<A> {
  const parsed = new Map<string, Parsed>();
  // Intl reads its data for a list, which takes longer than all else here: made when one is needed.
  let lists: Intl.ListFormat | undefined;
  const format = ({ id, values = {} }: { id: string; values?: Message['values'] }): string => {
    const plain = Object.entries(values).map(([name, value]) => [name, valueText(value)] as const);
    return String(textOf(id).format(Object.fromEntries(plain)));
  };
  return format;

  function textOf(id: string): Parsed {
    const known = parsed.get(id);
    if (known !== undefined) return known;
    const dot = id.lastIndexOf('.');
    const [area, key] = [id.slice(0, dot) as A, id.slice(dot + 1)];
    const own = translated?.[area]?.[key];
    // A service of another version may name a text that is not here: its name is better than nothing.
    const text = own ?? english[area]?.[key] ?? id;
    const made = parse(text, own === undefined ? 'en' : language);
    parsed.set(id, made);
    return made;
  }

  function valueText(value: MessageValue): string | number | bigint {
    if (typeof value !== 'object') return value;
    if ('id' in value) return format(value);
    lists ??= new Intl.ListFormat(language);
    return lists.format(value.map((part) => (typeof part === 'string' ? part : format(part))));
  }
}

interface Parsed {
  format(values: Record<string, string | number | bigint>): unknown;
}

/** A text without placeholders is what it is: most texts of a help page are, and need no parser. */
function parse(text: string, language: Language): Parsed {
  if (!/[{}']/.test(text)) return { format: () => text };
  return new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
}
