import { spaced } from '../parts/spaced.ts';
import type { Say } from '../reader/texts.ts';

/** Traits that have a name in the catalogue; metadata may have any others. */
export const namedTraits = [
  'beard',
  'brows',
  'character',
  'colour',
  'colours',
  'eyes',
  'foreheadMark',
  'form',
  'motifs',
  'mouth',
  'nose',
  'ornament',
  'palette',
  'pattern',
  'period',
  'place',
  'plays',
  'roleType',
  'scene',
  'weathering',
] as const;

export const namedColours = [
  'black',
  'blue',
  'gold',
  'green',
  'old-red',
  'pink',
  'purple',
  'red',
  'vermilion',
  'white',
  'yellow',
] as const;

/**
 * What a trait is called; a trait may be one of several values by its place, counted from zero.
 *
 * @example
 * traitName('colours.0', say) // 'colours, no. 1'
 */
export function traitName(trait: string, say: Say): string {
  const [name = '', place] = trait.split('.');
  const known = namedTraits.find((one) => one === name);
  const text = known === undefined ? spaced(name) : say(`page.trait-${known}`);
  return place === undefined || !/^\d+$/.test(place)
    ? text
    : say('page.trait-at', { trait: text, number: Number(place) + 1 });
}

/** What a colour is called. */
export function colourName(colour: string, say: Say): string {
  const known = namedColours.find((one) => one === colour);
  return known === undefined ? spaced(colour) : say(`page.colour-${known}`);
}
