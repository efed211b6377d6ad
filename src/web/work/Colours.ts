import { h } from 'preact';
import { z } from 'zod';
import { LocalText } from '../reader/LocalText.ts';
import { useReader } from '../reader/useReader.ts';
import { colourName } from './traitNames.ts';

const Shade = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const Named = z.looseObject({
  colour: z.string(),
  hex: Shade,
  meaning: z.record(z.string(), z.string()).optional(),
});

/** Colours as traits hold them: with a name and a meaning, or as bare shades. */
export const ColourList = z
  .array(z.union([Named, Shade.transform((hex) => ({ colour: hex, hex, meaning: undefined }))]))
  .min(1);

/** Swatches. They are drawn, as the pages allow no style in their markup. */
export function Colours({ colours }: { colours: z.output<typeof ColourList> }) {
  const { say } = useReader();
  return h(
    'ul',
    { class: 'colours' },
    colours.map(({ colour, hex, meaning }) =>
      h(
        'li',
        { key: `${colour} ${hex}` },
        h(
          'svg',
          { viewBox: '0 0 24 24', width: 24, height: 24, 'aria-hidden': true },
          h('circle', { cx: 12, cy: 12, r: 11, fill: hex }),
        ),
        h(
          'span',
          null,
          h('span', { class: 'colour' }, colourName(colour, say)),
          meaning !== undefined && h('span', { class: 'meaning' }, h(LocalText, { texts: meaning })),
        ),
      ),
    ),
  );
}
