import type { SeedMask } from '../schema.ts';
import { browHalf, eyeHalf, isDark, mouthHalf, noseHalf } from './maskFeature.ts';
import {
  assemble,
  background,
  beardHalf,
  definitions,
  headdressHalf,
  headHalf,
  shadeHalf,
} from './maskHead.ts';
import { markHalf, taiji } from './maskMark.ts';
import { toGround, patternHalf } from './maskPattern.ts';
import type { Paint } from './maskPattern.ts';
import { group, mix } from './svg.ts';

type Drawable = Pick<SeedMask, 'id' | 'traits'>;

/** The SVG of a mask: the same traits and id give the same text. */
export function drawMask(mask: Drawable): string {
  const paint = toPaint(mask);
  return assemble(
    definitions(paint.main),
    background(paint.main),
    maskHalf(mask, paint, false),
    maskHalf(mask, paint, !isSymmetric(mask)),
    mask.traits.foreheadMark === 'taiji' ? taiji(512, 284, 54) : '',
  );
}

/** Head and face without ground, for works made from a mask; needs `definitions(mainOf(mask))`. */
export function drawFace(mask: Drawable): string {
  const paint = toPaint(mask);
  const half = (turned: boolean, transform: string) =>
    group(group(maskHalf(mask, paint, turned), '', 'clip-path="url(#half)"'), transform);
  return half(false, 'translate(512 0)') + half(!isSymmetric(mask), 'translate(512 0) scale(-1 1)');
}

/** Whether the left half of the face is the right one mirrored. */
export function isSymmetric({ traits }: Drawable): boolean {
  return traits.pattern !== 'asymmetric' && traits.eyes !== 'one-wounded' && traits.foreheadMark !== 'taiji';
}

export function findMainColour({ traits }: Drawable): string {
  return traits.colours[0]?.hex ?? '#b5201c';
}

function maskHalf(mask: Drawable, paint: Paint, turned: boolean): string {
  const { traits, id } = mask;
  const crooked = turned && traits.pattern === 'asymmetric';
  const features =
    patternHalf(traits.pattern, paint, traits.nose, crooked) +
    group(
      eyeHalf(traits.eyes, paint, turned && traits.eyes === 'one-wounded'),
      crooked ? 'translate(6 34) rotate(7 150 480)' : '',
    ) +
    group(browHalf(traits.brows, paint), crooked ? 'translate(0 30) rotate(14 150 350)' : '') +
    markHalf(traits.foreheadMark, paint, isDark(paint.main)) +
    group(mouthHalf(traits.mouth, paint), crooked ? 'translate(0 0) scale(0.72 1)' : '') +
    noseHalf(traits.nose, paint);
  return (
    headHalf(toGround(traits.pattern)) +
    group(features, '', 'clip-path="url(#face)"') +
    shadeHalf() +
    beardHalf(traits.beard, id) +
    headdressHalf(id, traits.pattern === 'tofu-block' || traits.pattern === 'powdered')
  );
}

function toPaint(mask: Drawable): Paint {
  const main = findMainColour(mask);
  const at = (index: number, otherwise: string) => mask.traits.colours[index]?.hex ?? otherwise;
  return {
    main,
    second: at(1, '#f2eee4'),
    third: at(2, '#b5201c'),
    fourth: at(3, '#e0aa1f'),
    white: '#f5efe2',
    fine: isDark(main) ? mix(main, '#ffffff', 0.7) : mix(main, '#000000', 0.72),
  };
}
