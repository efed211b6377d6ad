import { h, type ComponentChildren } from 'preact';
import { z } from 'zod';
import type { DescribedWork } from '../../work/Work.ts';
import { LocalText } from '../reader/LocalText.ts';
import { spaced } from '../words.ts';
import { Disagreements } from './Disagreements.ts';
import { Colours, ColourList } from './Colours.ts';

/** Text by language, as traits hold it: at least English or Chinese or Indonesian, and text alone. */
const TextsTrait = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), z.string())
  .refine((texts) => ['en', 'zh', 'id'].some((tag) => tag in texts));

/** The work's cultural genes, and what sources tell differently. */
export function Traits({ work: { metadata } }: { work: DescribedWork }) {
  const traits = Object.entries(metadata?.traits ?? {});
  const claims = metadata?.claims ?? [];
  if (traits.length === 0 && claims.length === 0) return null;
  return h(
    'section',
    { class: 'traits' },
    h('h2', null, 'Cultural genes'),
    h(
      'dl',
      { class: 'genes' },
      traits
        .filter(([name]) => !(`${name}Name` in (metadata?.traits ?? {})))
        .sort(([a], [b]) => rank(a) - rank(b))
        .map(([name, value]) =>
          h(
            'div',
            { key: name, class: isWide(value) ? 'wide' : undefined },
            h('dt', null, spaced(name.replace(/Name$/, ''))),
            h('dd', null, h(Value, { value })),
          ),
        ),
    ),
    claims.length > 0 && h(Disagreements, { claims }),
  );
}

/** What people ask for first stands first; the rest in the order of the document, which is the alphabet's. */
const firstTraits = [
  'character',
  'roleType',
  'patternName',
  'pattern',
  'plays',
  'place',
  'period',
  'form',
  'colours',
];

function rank(name: string): number {
  const place = firstTraits.indexOf(name);
  return place < 0 ? firstTraits.length : place;
}

/** Something with a name and a word for programs is shown by its name. */
const NamedTrait = z.strictObject({ slug: z.string(), name: TextsTrait });

/** Whatever a trait holds: text in languages, colours, lists of either, or more traits. */
function Value({ value }: { value: unknown }): ComponentChildren {
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
      value.map((one: unknown, place) => h('li', { key: place }, h(Value, { value: one }))),
    );
  }
  if (typeof value === 'object' && value !== null) {
    return h(
      'dl',
      { class: 'inner' },
      Object.entries(value).map(([name, one]) =>
        h('div', { key: name }, h('dt', null, spaced(name)), h('dd', null, h(Value, { value: one }))),
      ),
    );
  }
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  return /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value) ? spaced(value) : value;
}

function isWide(value: unknown): boolean {
  return ColourList.safeParse(value).success;
}
