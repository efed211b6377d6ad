import type { SeedDerivative, SeedMask } from '../schema.ts';
import { drawPanel } from './drawHeritage.ts';
import { drawFace, findMainColour } from './drawMask.ts';
import { definitions } from './maskHead.ts';
import { lotus, toPigments } from './mural.ts';
import type { Pigments } from './mural.ts';
import { apsara, deer, pipaDancer } from './muralFigure.ts';
import { around, circle, ellipse, group, line, mix, path, svg } from './svg.ts';
import { wayang } from './wayang.ts';

/** The SVG of a derivative; `mask` is the face it descends from, if it descends from one. */
export function drawDerivative(
  { id, traits }: Pick<SeedDerivative, 'id' | 'traits'>,
  mask?: SeedMask,
): string {
  const p = toPigments(traits.palette);
  const defs = mask === undefined ? '' : definitions(findMainColour(mask));
  const figure = toFigure(traits.scene, p, mask);
  switch (traits.form) {
    case 'restored':
      return drawPanel(id, traits.scene, p, 0);
    case 'tote':
      return svg(defs, tote(p, group(figure, grown(mask)), traits.ornament));
    case 'medallion':
      return svg(defs, medallion(p, group(figure, grown(mask)), traits.ornament));
    case 'animation':
      return svg(defs + glow(mix(p.ochre, p.plaster, 0.3), p.red), stage(p, traits.scene, traits.ornament));
    default:
      return svg(defs + glow(mix(p.red, p.plaster, 0.35), p.ink), arena(p, figure, traits.ornament));
  }
}

/** The subject around (512, 512), about 900 high. */
function toFigure(scene: string, p: Pigments, mask?: SeedMask): string {
  if (mask !== undefined) return drawFace(mask);
  if (scene === 'deer') return group(deer(p), 'translate(470 850) scale(1.05)');
  if (scene === 'pipa') return group(pipaDancer(p), 'translate(512 880) scale(1.1)');
  if (scene === 'apsaras') return group(apsara(p), 'translate(480 520) rotate(-12) scale(1.15)');
  return lotus(512, 512, 400, p);
}

/** A figure needs less room than a face with its beard. */
function grown(mask?: SeedMask): string {
  return mask === undefined ? 'translate(512 512) scale(1.3) translate(-512 -512)' : '';
}

function glow(inner: string, outer: string): string {
  return `<radialGradient id="glow" cx="0.5" cy="0.42" r="0.75"><stop offset="0" stop-color="${inner}"/><stop offset="1" stop-color="${outer}"/></radialGradient>`;
}

function arena(p: Pigments, figure: string, ornament: string): string {
  const rays = around(512, 450, 24, () => path('M-26 -1000 L0 0 L26 -1000 Z', p.ochre, 'opacity="0.16"'));
  const halo =
    circle(512, 430, 390, 'none', `stroke="${p.ochre}" stroke-width="14"`) +
    around(512, 430, ornament.length * 3, () => path('M-10 -396 L0 -436 L10 -396 Z', p.ochre));
  const dais =
    ellipse(512, 900, 420, 84, p.ink) +
    ellipse(512, 884, 420, 84, p.blue, `stroke="${p.ochre}" stroke-width="8"`) +
    ellipse(512, 884, 340, 60, p.green, `stroke="${p.plaster}" stroke-width="4"`);
  const helm =
    ornament === 'war-helm'
      ? [-1, 1]
          .map((s) =>
            group(
              path(
                'M240 700 C330 640 420 690 450 800 L470 1024 L120 1024 L150 900 Z',
                p.green,
                `stroke="${p.ink}" stroke-width="6"`,
              ) +
                [0, 1, 2, 3]
                  .map((i) =>
                    line(
                      `M${200 + i * 12} ${800 + i * 56} C280 ${760 + i * 56} 370 ${770 + i * 56} 440 ${830 + i * 50}`,
                      p.ochre,
                      7,
                    ),
                  )
                  .join('') +
                path('M300 320 L470 60 L500 110 L350 420 Z', p.red, `stroke="${p.ochre}" stroke-width="8"`),
              `translate(512 0) scale(${s} 1)`,
            ),
          )
          .join('')
      : '';
  return `<rect width="1024" height="1024" fill="url(#glow)"/>${rays}${halo}${helm === '' ? dais : helm}${figure}<rect x="18" y="18" width="988" height="988" rx="46" fill="none" stroke="${p.ochre}" stroke-width="12"/><rect x="36" y="36" width="952" height="952" rx="34" fill="none" stroke="${p.ink}" stroke-width="4"/>`;
}

function medallion(p: Pigments, figure: string, ornament: string): string {
  const count = 24 + ornament.length;
  return (
    `<rect width="1024" height="1024" fill="${mix(p.plaster, p.ink, 0.12)}"/>` +
    ellipse(512, 560, 440, 430, '#000000', 'opacity="0.25"') +
    circle(512, 512, 450, p.ochre, `stroke="${mix(p.ochre, p.ink, 0.6)}" stroke-width="8"`) +
    around(512, 512, count, () =>
      path(
        'M-22 -420 C-22 -446 22 -446 22 -420 C14 -402 -14 -402 -22 -420 Z',
        mix(p.ochre, '#ffffff', 0.4),
        `stroke="${mix(p.ochre, p.ink, 0.6)}" stroke-width="3"`,
      ),
    ) +
    circle(512, 512, 388, p.red, `stroke="${mix(p.ochre, p.ink, 0.5)}" stroke-width="10"`) +
    around(512, 512, 36, () => line('M0 -376 L0 -250', mix(p.red, p.ochre, 0.35), 3)) +
    group(figure, 'translate(512 512) scale(0.66) translate(-512 -512)') +
    path('M190 330 C260 180 420 110 560 120 C420 160 280 240 220 400 Z', '#ffffff', 'opacity="0.16"')
  );
}

function tote(p: Pigments, figure: string, ornament: string): string {
  const cloth = p.red;
  const weave = Array.from({ length: 60 }, (_, i) =>
    line(`M190 ${322 + i * 11} H834`, mix(cloth, p.ink, 0.12), 1),
  ).join('');
  const band = Array.from({ length: 12 }, (_, i) =>
    path(
      `M${200 + i * 52} 930 l26 -${20 + ornament.length} l26 ${20 + ornament.length} Z`,
      [p.ochre, p.green, p.blue][i % 3] ?? p.ochre,
    ),
  ).join('');
  return (
    `<rect width="1024" height="1024" fill="${mix(p.green, '#ffffff', 0.6)}"/>` +
    ellipse(512, 972, 380, 34, '#000000', 'opacity="0.22"') +
    line('M340 330 C340 20 684 20 684 330', mix(cloth, p.ink, 0.3), 34) +
    line('M340 330 C340 20 684 20 684 330', cloth, 26) +
    path('M180 300 H844 L868 960 H156 Z', cloth, `stroke="${mix(cloth, p.ink, 0.5)}" stroke-width="5"`) +
    weave +
    line('M186 330 H840', mix(cloth, p.ink, 0.4), 3, 'stroke-dasharray="14 9"') +
    group(figure, 'translate(512 612) scale(0.56) translate(-512 -512)') +
    band
  );
}

function stage(p: Pigments, scene: string, ornament: string): string {
  const figures =
    scene === 'wayang'
      ? group(wayang('wayang-arjuna', p), 'translate(660 890) scale(0.9)') +
        group(wayang('wayang-semar', p), 'translate(280 890) scale(-0.66 0.66)')
      : [0.16, 0.3, 1]
          .map((opacity, i) => group(pipaDancer(p), `translate(${400 + i * 70} 880)`, `opacity="${opacity}"`))
          .join('') + line('M150 600 C300 300 700 260 880 500', p.ochre, 5, 'stroke-dasharray="4 18"');
  const holes = Array.from(
    { length: 14 },
    (_, i) =>
      `<rect x="${22 + i * 72}" y="18" width="40" height="30" rx="7" fill="${p.plaster}"/><rect x="${22 + i * 72}" y="976" width="40" height="30" rx="7" fill="${p.plaster}"/>`,
  ).join('');
  const lamp = ornament === 'motion-trails' ? '' : circle(512, 180, 74, p.plaster, 'opacity="0.8"');
  return `<rect width="1024" height="1024" fill="url(#glow)"/>${lamp}${figures}<rect width="1024" height="66" fill="#0c0908"/><rect y="958" width="1024" height="66" fill="#0c0908"/>${holes}`;
}
