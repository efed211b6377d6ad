import type { SeedHeritage } from '../schema.ts';
import { cloud, flowers, hills, lotus, toPigments, wall } from './mural.ts';
import type { Pigments } from './mural.ts';
import { apsara, bodhisattva, deer, pipaDancer } from './muralFigure.ts';
import { around, circle, ellipse, group, line, mix, path } from './svg.ts';
import { screen, wayang } from './wayang.ts';

/** The SVG of a heritage element: a mural, a ceiling or a hide figure before its lamp. */
export function drawHeritage({ id, traits }: Pick<SeedHeritage, 'id' | 'traits'>): string {
  const p = toPigments(traits.palette);
  if (traits.form === 'wayang') return screen(id, p, group(wayang(traits.scene, p), 'translate(512 930)'));
  return drawPanel(id, traits.scene, p, traits.weathering);
}

/** A painted panel; weathering 0 is how it may have looked on its first day. */
export function drawPanel(id: string, scene: string, p: Pigments, weathering: number): string {
  const ground = { deer: p.red, hunt: p.plaster, hares: p.ochre, mandala: p.red, pipa: p.green }[scene];
  return wall(id, p, ground ?? mix(p.plaster, p.ochre, 0.35), drawScene(scene, id, p), weathering);
}

function drawScene(scene: string, id: string, p: Pigments): string {
  switch (scene) {
    case 'deer':
      return (
        flowers(p, id, 46) +
        cloud(120, 190, 1, p, p.blue) +
        cloud(640, 150, 0.9, p, p.green) +
        river(p) +
        hills(p, 900, id) +
        hills(p, 330, `${id}/far`).replaceAll('stroke-width="3"', 'stroke-width="2"') +
        group(deer(p), 'translate(490 850) scale(0.98)')
      );
    case 'hunt':
      return (
        cloud(130, 200, 1.1, p, p.blue) +
        cloud(600, 240, 1, p, p.red) +
        group(apsara(p), 'translate(520 210) scale(0.5)') +
        hills(p, 520, `${id}/far`) +
        group(rider(p), 'translate(620 800)') +
        group(deer(p), 'translate(220 760) scale(-0.42 0.42)') +
        hills(p, 940, id)
      );
    case 'apsaras':
      return (
        flowers(p, id, 40) +
        cloud(90, 500, 1.1, p, p.green) +
        cloud(660, 560, 1.1, p, p.blue) +
        group(apsara(p), 'translate(540 310) scale(1.08)') +
        group(apsara(p), 'translate(490 740) scale(-1.02 1.02)') +
        cloud(100, 930, 1, p, p.red) +
        cloud(640, 930, 1.1, p, p.green)
      );
    case 'pipa':
      return (
        flowers(p, id, 30) +
        cloud(80, 200, 0.9, p, p.blue) +
        cloud(730, 190, 0.8, p, p.red) +
        group(pipaDancer(p), 'translate(512 890) scale(1.1)')
      );
    case 'bodhisattva':
      return (
        flowers(p, id, 26) +
        ellipse(512, 480, 330, 400, mix(p.blue, p.plaster, 0.55), `stroke="${p.red}" stroke-width="18"`) +
        ellipse(512, 480, 290, 360, 'none', `stroke="${p.green}" stroke-width="14"`) +
        group(bodhisattva(p), 'translate(512 890) scale(1.05)')
      );
    case 'hares':
      return (
        ceiling(p, 0) +
        circle(512, 512, 262, p.green, `stroke="${p.ink}" stroke-width="5"`) +
        around(512, 512, 8, () =>
          path(
            'M0 -262 C40 -300 30 -330 0 -350 C-30 -330 -40 -300 0 -262 Z',
            p.red,
            `stroke="${p.ink}" stroke-width="4"`,
          ),
        ) +
        hares(p)
      );
    default:
      return ceiling(p, 1);
  }
}

function river(p: Pigments): string {
  const wave = (y: number) =>
    line(
      `M56 ${y} C150 ${y - 30} 240 ${y + 30} 340 ${y} S540 ${y - 30} 640 ${y} S840 ${y + 30} 970 ${y - 8}`,
      p.plaster,
      4,
      'opacity="0.7"',
    );
  return (
    path(
      'M56 830 C260 790 460 870 660 820 S900 820 968 800 V968 H56 Z',
      p.blue,
      `stroke="${p.ink}" stroke-width="4"`,
    ) + [856, 884, 912, 940].map(wave).join('')
  );
}

function ceiling(p: Pigments, centre: number): string {
  const square = (r: number, fill: string, turn: number) =>
    `<rect x="${512 - r}" y="${512 - r}" width="${2 * r}" height="${2 * r}" fill="${fill}" stroke="${p.ink}" stroke-width="5" transform="rotate(${turn} 512 512)"/>`;
  const rim = around(512, 512, 4, () =>
    [-360, -300, -240, -180, -120, -60, 0, 60, 120, 180, 240, 300, 360]
      .map((x, i) =>
        path(
          `M${x - 28} -448 h56 L${x} -388 Z`,
          [p.green, p.plaster, p.blue][i % 3] ?? p.green,
          `stroke="${p.ink}" stroke-width="3"`,
        ),
      )
      .join(''),
  );
  const pearls = around(512, 512, 60, () =>
    circle(0, -330, 8, p.plaster, `stroke="${p.ink}" stroke-width="2"`),
  );
  const flying =
    centre === 0 ? '' : around(512, 512, 4, () => group(apsara(p), 'translate(0 -262) scale(0.27)'));
  return (
    square(452, p.red, 0) +
    rim +
    square(384, p.ochre, 0) +
    square(356, p.blue, 0) +
    square(250, p.plaster, 45) +
    circle(512, 512, 346, p.green, `stroke="${p.ink}" stroke-width="5"`) +
    pearls +
    circle(512, 512, 312, mix(p.blue, p.plaster, 0.5), `stroke="${p.ink}" stroke-width="4"`) +
    flying +
    (centre === 0 ? '' : lotus(512, 512, 190, p))
  );
}

/** Three ears make a triangle; each hare has two of them. */
function hares(p: Pigments): string {
  const coat = mix(p.plaster, '#ffffff', 0.3);
  const ink = `stroke="${p.ink}" stroke-width="4"`;
  const body =
    path(
      'M-40 -118 C-80 -170 -20 -214 40 -206 C110 -214 176 -176 190 -112 C214 -104 220 -84 200 -80 L150 -92 C140 -60 176 -50 170 -36 L128 -50 C100 -90 60 -110 10 -104 L-36 -64 L-58 -72 L-22 -116 Z',
      coat,
      ink,
    ) +
    circle(-22, -156, 7, p.ink) +
    line('M40 -160 C80 -176 120 -160 136 -120', p.red, 5);
  const ear =
    path('M-48 -92 C0 -92 70 -50 104 6 C50 -4 -20 -40 -48 -92 Z', coat, ink) +
    line('M-24 -78 C10 -66 50 -40 74 -10', p.red, 6);
  return group(around(0, 0, 3, () => body) + around(0, 0, 3, () => ear), 'translate(512 512) scale(1.08)');
}

function rider(p: Pigments): string {
  const ink = `stroke="${p.ink}" stroke-width="4" stroke-linejoin="round"`;
  return (
    path(
      'M-190 -150 C-150 -190 60 -190 130 -160 C170 -190 190 -230 230 -240 L280 -190 L262 -170 L222 -180 C200 -130 190 -100 150 -90 L230 -30 L210 -10 L110 -74 L-100 -74 L-190 0 L-214 -14 L-150 -90 C-190 -90 -210 -110 -190 -150 Z',
      p.red,
      ink,
    ) +
    line('M-190 -146 C-240 -150 -270 -110 -280 -70', p.ink, 14) +
    path('M-40 -170 C-50 -250 -20 -300 20 -300 C60 -290 60 -220 40 -170 L60 -100 L20 -100 Z', p.blue, ink) +
    circle(-2, -336, 34, mix(p.plaster, p.ochre, 0.3), ink) +
    path('M-38 -344 C-30 -390 30 -390 34 -344 Z', p.ink) +
    line('M0 -276 L-100 -290', mix(p.plaster, p.ochre, 0.3), 20) +
    line('M-120 -370 C-190 -320 -190 -250 -120 -210', p.ink, 9) +
    line('M-120 -370 L-20 -284 L-120 -210', p.ink, 2) +
    line('M-20 -286 L-200 -290', p.ochre, 5)
  );
}
