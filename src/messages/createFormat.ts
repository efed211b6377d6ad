import { IntlMessageFormat } from 'intl-messageformat';
import { createNames } from './createNames.ts';
import type { Language } from './languages.ts';
import type { Area, Message, MessageValue } from './Message.ts';

/** Texts in ICU MessageFormat by area and key; English has all, other languages those that are translated. */
export type Texts<A extends Area = Area> = Readonly<Record<A, Readonly<Record<string, Text>>>>;

/** As it is written, or parsed before by a build that leaves the parser out. */
type Text = string | Exclude<ConstructorParameters<typeof IntlMessageFormat>[0], string>;

/** Puts messages in one language. */
export type Format<A extends Area = Area> = (message: Message<A>) => string;

/** A text with its values put in. */
type Fill = (values: Record<string, string | number | bigint>) => string;

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
  const fills = new Map<string, Fill>();
  const names = createNames(language);
  const format = ({ id, values = {} }: { id: string; values?: Message['values'] }): string => {
    const plain = Object.entries(values).map(([name, value]) => [name, valueText(value)] as const);
    return toFill(id)(Object.fromEntries(plain));
  };
  return format;

  function toFill(id: string): Fill {
    const known = fills.get(id);
    if (known !== undefined) return known;
    const dot = id.lastIndexOf('.');
    const [area, key] = [id.slice(0, dot) as A, id.slice(dot + 1)];
    const own = translated?.[area]?.[key];
    // A service of another version may name a text that is not here: its name is better than nothing.
    const made = createFill(own ?? english[area]?.[key] ?? id, own === undefined ? 'en' : language);
    fills.set(id, made);
    return made;
  }

  function valueText(value: MessageValue): string | number | bigint {
    if (typeof value !== 'object') return value;
    if ('id' in value) return format(value);
    if ('region' in value) return names.region(value.region);
    if ('language' in value) return names.language(value.language);
    if ('clauses' in value) return names.clauses(value.clauses.map(partText));
    return 'or' in value ? names.or(value.or.map(partText)) : names.and(value.map(partText));
  }

  function partText(part: string | Message): string {
    return typeof part === 'string' ? part : format(part);
  }
}

/** Texts without plurals and the like are most, and a parser takes its time. */
export const plainText = /^(?:[^{}']|\{\w+\})*$/;

function createFill(text: Text, language: Language): Fill {
  if (typeof text === 'string' && plainText.test(text)) {
    return (values) => text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  }
  const parsed = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return (values) => String(parsed.format(values));
}
