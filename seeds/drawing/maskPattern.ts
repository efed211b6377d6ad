import type { SeedMask } from '../schema.ts';
import { ink } from './maskHead.ts';
import { powdered, tofu } from './maskPale.ts';
import { circle, field, line, mix, path } from './svg.ts';

export interface Paint {
  /** Colours of the mask in order; the first covers the face. */
  main: string;
  second: string;
  third: string;
  fourth: string;
  white: string;
  /** Lines on the main colour. */
  fine: string;
}

type Pattern = SeedMask['traits']['pattern'];

/** What fills the face before the pattern is painted on it. */
export function toGround(pattern: Pattern): string {
  if (pattern === 'cross-gate') return '#f5efe2';
  if (pattern === 'tofu-block') return '#dfae86';
  if (pattern === 'powdered') return '#f4f0e6';
  return 'url(#base)';
}

/** The fields that make a pattern, on one half; `turned` is the other half of a crooked face. */
export function patternHalf(pattern: Pattern, paint: Paint, nose: string, turned: boolean): string {
  switch (pattern) {
    case 'whole-face':
      return wholeFace(paint);
    case 'three-tile':
      return threeTile(paint);
    case 'fancy-three-tile':
      return threeTile(paint) + ornate(paint);
    case 'cross-gate':
      return crossGate(paint);
    case 'six-part':
      return sixPart(paint);
    case 'fragmented':
      return fragmented(paint);
    case 'asymmetric':
      return turned ? crookedRight(paint) : crookedLeft(paint);
    case 'pictographic':
      return pictographic(paint, nose);
    case 'tofu-block':
      return tofu();
    case 'powdered':
      return powdered();
    case 'deity':
      return deity(paint);
  }
}

function wholeFace(p: Paint): string {
  const crease = [0, 1, 2].map((i) =>
    line(
      `M${14 + i * 4} ${392 - i * 26} C${34 + i * 4} ${372 - i * 28} ${44 + i * 6} ${340 - i * 30} ${38 + i * 10} ${312 - i * 24}`,
      p.fine,
      4,
    ),
  );
  return (
    crease.join('') +
    line('M84 640 C118 672 128 716 116 762', p.fine, 4) +
    line('M214 520 C252 512 268 488 280 460', p.fine, 3) +
    line('M220 540 C256 538 274 524 288 500', p.fine, 3)
  );
}

function threeTile(p: Paint): string {
  // Brow field, eye field, nose field: what is left of the main colour is the three tiles.
  return (
    field(
      'M20 430 C50 330 130 262 290 196 C292 270 270 330 214 366 C150 400 80 400 46 470 C36 480 20 466 20 430 Z',
      p.white,
    ) +
    field(
      'M26 470 C70 420 180 408 286 420 C300 470 282 540 214 556 C140 570 66 548 40 520 C30 508 24 490 26 470 Z',
      p.white,
      ink,
      p.main,
    ) +
    path(
      'M0 520 C20 520 34 560 52 606 C96 610 124 650 104 690 C84 716 40 704 0 700 Z',
      p.white,
      `stroke="${ink}" stroke-width="4"`,
    ) +
    line('M112 640 C170 664 178 740 130 800', ink, 5) +
    line('M128 636 C196 668 204 752 152 824', p.white, 5)
  );
}

function ornate(p: Paint): string {
  const flame = (x: number, y: number, s: number, fill: string, turn: number) =>
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${s})">${field('M0 0 C-26 -30 -20 -64 6 -96 C8 -70 26 -60 22 -30 C40 -36 42 -54 40 -66 C62 -34 40 6 0 0 Z', fill)}</g>`;
  return (
    flame(196, 690, 1.15, p.third, 34) +
    flame(150, 760, 0.9, p.fourth, 44) +
    flame(236, 600, 0.8, p.fourth, 30) +
    flame(66, 300, 0.86, p.third, 8) +
    line('M58 820 C96 840 140 824 168 786 C184 760 168 738 150 748 C136 758 148 778 162 768', p.white, 6) +
    line('M44 852 C100 872 170 844 204 780', p.third, 6) +
    line('M54 446 C110 396 214 392 280 404', p.third, 6) +
    circle(232, 240, 9, p.third) +
    circle(206, 262, 7, p.fourth)
  );
}

function crossGate(p: Paint): string {
  return (
    path(
      'M64 620 C150 560 262 570 300 600 L290 700 C240 770 150 780 96 740 Z',
      mix(p.white, p.third, 0.55),
      'opacity="0.7"',
    ) +
    // The upright of the cross: from the crown to the tip of the nose.
    field('M0 150 L66 156 C62 240 44 300 34 380 C30 440 42 520 48 600 C40 640 20 650 0 650 Z', p.main) +
    // Its arm: both eyes and the bridge between them.
    field(
      'M0 438 C60 452 120 396 206 394 C262 394 300 416 316 446 C300 530 236 590 160 584 C96 578 60 540 0 536 Z',
      p.main,
    ) +
    line('M60 700 C110 694 150 724 158 776', ink, 5) +
    line('M230 640 C262 632 280 610 290 588', ink, 4) +
    line('M222 668 C258 664 280 646 292 622', ink, 4)
  );
}

function sixPart(p: Paint): string {
  return (
    field(
      'M0 140 L330 140 L330 470 C250 410 150 420 62 470 C40 482 20 470 0 466 Z',
      mix(p.white, '#f4e6d2', 0.35),
      ink,
      p.white,
    ) +
    // A stem of the main colour parts the pale forehead.
    field('M0 150 L26 150 C34 240 30 320 44 420 C36 470 14 480 0 480 Z', p.main) +
    line('M96 650 C130 690 134 740 108 790', p.fine, 4) +
    line('M116 640 C158 684 164 750 132 812', p.fine, 4) +
    line('M224 560 C256 556 276 540 290 516', p.fine, 4) +
    line('M222 586 C258 584 280 570 294 548', p.fine, 4)
  );
}

function fragmented(p: Paint): string {
  return (
    field('M0 160 L44 160 C60 220 96 236 104 276 C80 300 60 330 40 420 L0 440 Z', p.third) +
    field(
      'M60 400 C70 300 150 220 288 184 C300 240 250 262 240 300 C214 290 200 320 206 344 C170 340 120 360 60 400 Z',
      p.white,
    ) +
    field('M300 330 C262 330 232 352 218 384 C250 380 286 388 312 402 Z', p.third) +
    field(
      'M36 486 C80 424 190 410 300 428 C306 500 270 552 214 560 C150 566 60 556 36 486 Z',
      p.white,
      ink,
      p.main,
    ) +
    field(
      'M74 606 C120 570 176 580 190 616 C200 650 164 664 152 644 C146 630 160 622 168 630 C160 700 110 700 74 606 Z',
      p.fourth,
    ) +
    field('M206 600 C250 590 284 580 300 556 C300 640 270 700 226 730 C240 690 232 640 206 600 Z', p.third) +
    field(
      'M128 716 C170 700 200 716 196 752 C190 778 160 776 164 756 C150 800 150 830 176 846 C130 850 104 790 128 716 Z',
      p.white,
    ) +
    field('M60 800 C92 808 110 836 104 880 C80 866 60 850 60 800 Z', p.third) +
    line('M236 236 C250 250 268 254 286 252', p.third, 6) +
    circle(250, 470, 6, p.third)
  );
}

function crookedLeft(p: Paint): string {
  return (
    field('M0 150 C60 160 90 240 70 330 C56 390 30 430 0 460 Z', p.white) +
    field(
      'M30 500 C50 400 150 330 300 300 C320 380 300 470 230 520 C170 552 70 570 30 500 Z',
      p.white,
      ink,
      p.main,
    ) +
    field('M60 640 C140 590 240 640 290 600 C290 700 250 780 180 830 C190 750 130 690 60 640 Z', p.third) +
    line('M40 800 C90 812 120 850 110 890', p.white, 8)
  );
}

function crookedRight(p: Paint): string {
  return (
    field('M0 150 L120 160 C150 230 90 280 60 330 C40 380 20 420 0 460 Z', p.third) +
    field(
      'M26 470 C80 440 180 470 300 540 C290 600 230 640 150 616 C90 600 30 560 26 470 Z',
      p.white,
      ink,
      p.main,
    ) +
    field('M140 330 C190 280 250 270 296 290 C300 350 280 400 240 420 C250 370 200 340 140 330 Z', p.white) +
    field('M100 700 C160 690 200 730 190 780 C180 830 130 850 80 840 C130 800 130 750 100 700 Z', p.white)
  );
}

function pictographic(p: Paint, nose: string): string {
  if (nose === 'monkey') {
    // A peach upside down: round cheeks, point at the chin, on a ground of fur.
    return (
      path('M0 150 H320 V934 H0 Z', p.second) +
      furRows(mix(p.second, '#5a3a10', 0.55)) +
      field('M0 330 C40 250 150 230 214 330 C262 420 236 560 190 640 C140 730 60 800 0 850 Z', p.main) +
      field('M0 660 C60 640 120 690 116 760 C100 820 40 850 0 858 Z', '#f3dcc0')
    );
  }
  if (nose === 'tiger') {
    const stripe = (y: number, w: number) =>
      path(
        `M312 ${y} C${260 - w} ${y - 10} ${220 - w} ${y + 14} ${200 - w} ${y + 44} C${240 - w} ${y + 30} 280 ${y + 34} 306 ${y + 40} Z`,
        p.second,
      );
    return (
      stripe(226, 10) +
      stripe(300, 36) +
      stripe(584, 20) +
      stripe(650, 40) +
      stripe(716, 50) +
      field('M0 610 C70 600 170 640 176 720 C176 800 90 850 0 856 Z', p.third) +
      field('M30 470 C80 410 200 400 270 440 C270 520 180 560 110 548 C70 540 36 520 30 470 Z', p.third) +
      [0, 1, 2].map((i) => circle(80 + i * 28, 706 + (i % 2) * 22, 6, ink)).join('') +
      [0, 1, 2]
        .map((i) =>
          line(
            `M150 ${690 + i * 26} C220 ${670 + i * 30} 280 ${670 + i * 40} 330 ${680 + i * 48}`,
            p.third,
            3,
          ),
        )
        .join('')
    );
  }
  if (nose === 'beak' && p.main > '#a') {
    // A crane: wings over the brows, red crown, dark throat.
    const feather = (i: number) =>
      field(
        `M${40 + i * 30} ${438 - i * 12} C${70 + i * 38} ${360 - i * 26} ${140 + i * 36} ${300 - i * 20} ${250 + i * 14} ${230 - i * 2} C${240 + i * 6} ${300 + i * 8} ${180 + i * 16} ${370} ${40 + i * 30} ${438 - i * 12} Z`,
        i % 2 ? '#e6e2d8' : '#ffffff',
      );
    return (
      field('M0 150 H96 C110 230 70 290 0 330 Z', p.second) +
      [3, 2, 1, 0].map(feather).join('') +
      field('M300 600 C220 600 150 660 130 760 C110 830 60 880 0 900 L0 940 L320 940 Z', p.third)
    );
  }
  return (
    // Thunder: a bird of prey, gold wings round the eyes.
    field(
      'M30 430 C60 300 170 200 310 180 C300 260 320 300 290 340 C316 356 300 400 270 410 C180 390 90 390 30 430 Z',
      p.second,
    ) +
    field('M26 470 C80 420 200 410 290 440 C290 520 190 566 110 552 C60 540 30 520 26 470 Z', p.third) +
    field('M110 640 C190 610 270 620 300 590 C296 700 230 800 130 850 C170 780 160 700 110 640 Z', p.second) +
    field('M0 160 L40 160 L70 240 L36 250 L60 340 L0 400 Z', p.third)
  );
}

function furRows(stroke: string): string {
  let rows = '';
  for (let y = 190; y < 920; y += 22) {
    for (let x = 4; x < 310; x += 16)
      rows += line(`M${x} ${y} q${5 + x / 30} 10 ${2 + x / 22} 22`, stroke, 2.2);
  }
  return rows;
}

function deity(p: Paint): string {
  return (
    field('M0 150 H40 C60 240 70 300 30 380 C20 410 10 420 0 424 Z', p.third) +
    field('M40 470 C90 424 200 414 284 430 C290 500 220 548 130 544 C80 540 46 520 40 470 Z', p.second) +
    line('M96 640 C150 660 190 640 210 606 C220 580 196 566 184 584 C178 602 200 610 208 596', p.third, 6) +
    line('M84 800 C130 800 176 776 200 736', p.third, 6) +
    line('M110 850 C160 836 210 796 232 744', p.fine, 4)
  );
}
