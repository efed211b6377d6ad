import { h, type ComponentChildren } from 'preact';
import { z } from 'zod';
import { spaced } from '../parts/spaced.ts';
import { LocalText } from '../reader/LocalText.ts';
import { useReader } from '../reader/useReader.ts';
import { ColourList, Colours } from './Colours.ts';
import { traitName } from './traitNames.ts';

/** Text by language, as traits hold it: at least English or Chinese or Indonesian, and text alone. */
const TextsTrait = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string())
  .refine((texts) => ['en', 'zh', 'id'].some((tag) => tag in texts));

/** Something with a name and a word for programs is shown by its name. */
const NamedTrait = z.strictObject({ slug: z.string(), name: TextsTrait });

/** Whatever a trait holds: text in languages, colours, lists of either, or more traits. */
export function TraitValue({ value }: { value: unknown }): ComponentChildren {
  const { say } = useReader();
  const colours = ColourList.safeParse(value);
  if (colours.success) return h(Colours, { colours: colours.data });
  const texts = TextsTrait.safeParse(value);
  if (texts.success) return h(LocalText, { texts: texts.data });
  const named = NamedTrait.safeParse(value);
  if (named.success) return h(LocalText, { texts: named.data.name });
  if (Array.isArray(value)) {
    return h(
      'ul',
      { class: 'inline' },
      value.map((one: unknown, place) => h('li', { key: place }, h(TraitValue, { value: one }))),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return h(
      'dl',
      { class: 'inner' },
      Object.entries(value).map(([name, one]) =>
        h(
          'div',
          { key: name },
          h('dt', null, traitName(name, say)),
          h('dd', null, h(TraitValue, { value: one })),
        ),
      ),
    );
  }
  if (value === null) return say('page.none');
  if (typeof value === 'boolean') return say(value ? 'page.yes' : 'page.no');
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value) ? spaced(value) : value;
}
