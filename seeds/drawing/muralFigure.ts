import type { Pigments } from './mural.ts';
import { around, circle, ellipse, group, line, mix, path } from './svg.ts';

const outline = (p: Pigments, width = 4) =>
  `stroke="${p.ink}" stroke-width="${width}" stroke-linejoin="round"`;
const toSkin = (p: Pigments) => mix(p.plaster, p.ochre, 0.3);

/** The deer, its nine colours as flowers on a pale coat; about 560 wide, its feet at y = 0. */
export function deer(p: Pigments): string {
  const coat = mix(p.plaster, '#ffffff', 0.3);
  const nine = [
    p.red,
    p.green,
    p.blue,
    p.ochre,
    mix(p.red, p.plaster, 0.4),
    mix(p.green, p.plaster, 0.4),
    mix(p.blue, p.plaster, 0.4),
    mix(p.red, p.blue, 0.5),
    mix(p.red, p.ink, 0.4),
  ];
  const spots = nine
    .map((fill, i) => {
      const [x, y] = [-170 + i * 42, -300 + (i % 3) * 46 + (i > 6 ? -40 : 0)];
      return (
        around(x, y, 6, () => ellipse(0, -12, 6, 10, fill, outline(p, 1))) +
        circle(x, y, 6, p.ochre, outline(p, 1))
      );
    })
    .join('');
  const leg = (d: string) => path(d, coat, outline(p));
  const antler =
    'M232 -508 C226 -560 190 -590 170 -640 M214 -556 C240 -580 246 -606 244 -632 M196 -588 C176 -590 154 -600 146 -616 M250 -506 C262 -560 300 -580 318 -628 M266 -556 C250 -584 254 -606 260 -630 M286 -584 C304 -584 326 -592 336 -606';
  return (
    leg('M-196 -230 L-214 -110 L-196 0 L-172 0 L-182 -110 L-140 -200 Z') +
    leg('M150 -220 L190 -120 L166 0 L192 0 L220 -122 L204 -240 Z') +
    path(
      'M-246 -300 C-230 -380 -100 -380 20 -370 C120 -364 150 -400 180 -470 C196 -520 236 -530 262 -506 L330 -470 C336 -452 320 -440 300 -444 L254 -440 C246 -380 246 -300 212 -240 C150 -180 -60 -200 -150 -190 C-220 -190 -254 -240 -246 -300 Z',
      coat,
      outline(p, 5),
    ) +
    leg('M-150 -210 L-130 -110 L-150 0 L-124 0 L-98 -112 L-96 -206 Z') +
    leg('M96 -206 L116 -110 L96 0 L122 0 L148 -112 L152 -214 Z') +
    path('M-244 -310 C-280 -316 -290 -280 -276 -256 C-262 -266 -250 -280 -244 -290 Z', coat, outline(p)) +
    line(
      'M-246 -300 C-230 -380 -100 -380 20 -370 C120 -364 150 -400 180 -470',
      p.green,
      9,
      'opacity="0.75" transform="translate(6 12)"',
    ) +
    spots +
    line(antler, p.ink, 15) +
    line(antler, p.ochre, 8) +
    path(
      'M214 -508 C180 -540 160 -530 164 -508 C176 -492 200 -490 214 -492 Z',
      mix(p.red, p.plaster, 0.5),
      outline(p, 3),
    ) +
    path('M252 -492 C264 -504 284 -498 290 -484 C276 -478 262 -480 252 -492 Z', '#ffffff', outline(p, 3)) +
    circle(271, -489, 6, p.ink) +
    circle(322, -462, 4, p.ink) +
    line('M188 -430 C210 -410 236 -408 254 -420', p.red, 10) +
    circle(222, -400, 10, p.ochre, outline(p, 2)) +
    [-183, -138, 109, 179].map((x) => path(`M${x - 14} 0 h28 v-16 h-26 Z`, p.ink)).join('')
  );
}

/** A face with halo and crown; middle at (0, 0), about 200 high. */
function head(p: Pigments, halo = true): string {
  const skin = toSkin(p);
  return (
    (halo
      ? circle(0, -6, 118, p.green, outline(p)) +
        circle(0, -6, 96, mix(p.plaster, p.ochre, 0.5), outline(p, 3)) +
        around(0, -6, 20, () => path('M-6 -98 L0 -116 L6 -98 Z', p.red)) +
        circle(0, -6, 78, mix(p.blue, p.plaster, 0.25), outline(p, 2))
      : '') +
    path('M-52 -20 C-70 -90 70 -90 52 -20 C62 10 58 30 50 40 L-50 40 C-58 30 -62 10 -52 -20 Z', p.ink) +
    ellipse(0, -84, 28, 26, p.ink) +
    path('M-42 -24 C-40 -66 40 -66 42 -24 C44 16 22 48 0 50 C-22 48 -44 16 -42 -24 Z', skin, outline(p, 3)) +
    path(
      'M-46 -42 L-34 -74 L-16 -60 L0 -98 L16 -60 L34 -74 L46 -42 C20 -56 -20 -56 -46 -42 Z',
      p.ochre,
      outline(p, 3),
    ) +
    circle(0, -66, 7, p.red) +
    circle(-28, -54, 5, p.green) +
    circle(28, -54, 5, p.green) +
    line('M-31 -18 C-24 -27 -14 -27 -7 -20 M31 -18 C24 -27 14 -27 7 -20', p.ink, 3) +
    path(
      'M-30 -6 C-22 -13 -13 -11 -7 -5 C-15 -1 -23 -1 -30 -6 Z M30 -6 C22 -13 13 -11 7 -5 C15 -1 23 -1 30 -6 Z',
      '#fffdf5',
      outline(p, 2),
    ) +
    circle(-18, -6, 3.5, p.ink) +
    circle(18, -6, 3.5, p.ink) +
    line('M2 -16 C5 0 8 8 2 14 L-5 13', p.ink, 2) +
    path('M-11 26 C-5 21 5 21 11 26 C5 33 -5 33 -11 26 Z', p.red) +
    circle(0, -32, 4, p.red) +
    ellipse(-24, 12, 9, 6, p.red, 'opacity="0.25"') +
    ellipse(24, 12, 9, 6, p.red, 'opacity="0.25"') +
    circle(-46, 14, 6, p.ochre) +
    circle(46, 14, 6, p.ochre)
  );
}

function ribbon(d: string, fill: string, p: Pigments): string {
  return line(d, p.ink, 26) + line(d, fill, 20) + line(d, mix(fill, p.plaster, 0.6), 5);
}

const arm = (d: string, p: Pigments) => line(d, p.ink, 34) + line(d, toSkin(p), 27);
const bangle = (x: number, y: number, p: Pigments) =>
  circle(x, y, 15, 'none', `stroke="${p.ochre}" stroke-width="7"`);

/** A being of the sky, flying to the left; about 640 wide around (0, 0). */
export function apsara(p: Pigments): string {
  return (
    ribbon('M-130 -30 C-240 -190 -40 -240 60 -150 C160 -70 250 -150 340 -210', p.green, p) +
    ribbon('M-150 70 C-230 160 -90 210 20 150 C120 100 230 170 340 90', p.blue, p) +
    path(
      'M-70 -10 C0 -60 90 -40 160 -10 C230 20 290 -30 350 -70 C320 10 270 60 200 60 C120 64 10 90 -60 60 Z',
      p.red,
      outline(p, 5),
    ) +
    line('M-20 10 C60 -20 120 10 200 30 M-10 40 C70 20 140 40 220 44', mix(p.red, p.plaster, 0.6), 5) +
    path(
      'M190 34 C240 44 300 30 372 -10 C380 8 366 18 350 22 C300 50 240 64 190 58 Z',
      toSkin(p),
      outline(p, 3),
    ) +
    path(
      'M-150 -30 C-110 -60 -60 -50 -40 -20 C-30 20 -40 60 -70 70 C-120 70 -160 30 -150 -30 Z',
      toSkin(p),
      outline(p),
    ) +
    line('M-140 -6 C-116 20 -90 16 -70 -30', p.ochre, 8) +
    arm('M-130 -10 C-180 40 -210 30 -250 -10', p) +
    arm('M-84 30 C-130 90 -190 100 -236 76', p) +
    bangle(-214, 14, p) +
    bangle(-196, 88, p) +
    lotusBud(-262, -26, p) +
    group(head(p), 'translate(-146 -90) rotate(-14) scale(0.86)')
  );
}

function lotusBud(x: number, y: number, p: Pigments): string {
  return group(
    path(
      'M0 0 C-30 -12 -28 -40 -20 -52 C-12 -40 -6 -44 0 -62 C6 -44 12 -40 20 -52 C28 -40 30 -12 0 0 Z',
      p.red,
      outline(p, 3),
    ) + line('M0 0 C6 20 0 40 10 56', p.green, 6),
    `translate(${x} ${y})`,
  );
}

/** The dancer who plays behind her head, on a round carpet; 760 high, its foot at y = 0. */
export function pipaDancer(p: Pigments): string {
  const trousers = (d: string, fill: string) => path(d, fill, outline(p, 5));
  return (
    ellipse(0, 10, 300, 62, p.blue, outline(p)) +
    ellipse(0, 10, 262, 48, p.red, outline(p, 3)) +
    around(0, 10, 1, () => ellipse(0, 0, 200, 32, p.green, outline(p, 2))) +
    ribbon('M-110 -470 C-300 -460 -330 -250 -220 -170 C-160 -120 -220 -60 -290 -80', p.green, p) +
    ribbon('M130 -470 C320 -500 350 -280 250 -210 C190 -150 260 -80 320 -110', p.blue, p) +
    group(
      path(
        'M-40 66 C-100 30 -90 -60 -30 -90 L-14 -240 L14 -240 L30 -90 C90 -60 100 30 40 66 C14 76 -14 76 -40 66 Z',
        p.ochre,
        outline(p, 5),
      ) +
        path('M-14 -240 L-30 -300 L34 -300 L14 -240 Z', mix(p.ochre, p.ink, 0.4), outline(p)) +
        line('M-8 30 V-236 M0 30 V-236 M8 30 V-236', p.ink, 2) +
        line('M-30 34 H30', p.ink, 8) +
        ellipse(-40, -20, 10, 18, p.ink) +
        ellipse(40, -20, 10, 18, p.ink),
      'translate(60 -560) rotate(62)',
    ) +
    trousers('M-80 -330 C-120 -240 -90 -120 -40 -40 L0 -40 C0 -120 20 -220 40 -320 Z', p.red) +
    trousers(
      'M0 -330 C90 -340 190 -300 210 -230 C160 -170 110 -150 60 -130 L44 -166 C90 -200 100 -220 80 -240 C40 -250 0 -260 0 -330 Z',
      p.red,
    ) +
    path('M-40 -44 L-4 -44 L-8 -4 L-60 6 L-62 -8 Z', toSkin(p), outline(p, 3)) +
    path('M62 -168 L40 -130 L-10 -116 L-14 -134 L34 -168 Z', toSkin(p), outline(p, 3)) +
    path(
      'M-86 -350 C-40 -330 40 -330 84 -350 C120 -300 90 -270 50 -276 C20 -250 -20 -250 -50 -276 C-90 -266 -120 -300 -86 -350 Z',
      p.green,
      outline(p),
    ) +
    path(
      'M-70 -500 C-40 -520 40 -520 72 -500 C60 -440 50 -400 66 -346 C20 -330 -20 -330 -66 -346 C-44 -400 -58 -440 -70 -500 Z',
      toSkin(p),
      outline(p),
    ) +
    path('M-64 -470 C-30 -440 30 -440 64 -470 L58 -430 C20 -416 -20 -416 -56 -430 Z', p.blue, outline(p, 3)) +
    line('M-44 -506 C-30 -462 30 -462 44 -506', p.ochre, 8) +
    circle(0, -466, 10, p.red, outline(p, 2)) +
    arm('M-66 -490 C-150 -500 -180 -560 -120 -622', p) +
    arm('M68 -490 C160 -470 190 -540 130 -584', p) +
    bangle(-152, -540, p) +
    bangle(160, -530, p) +
    group(head(p, false), 'translate(-4 -566) rotate(-8)')
  );
}

/** A standing attendant with a lotus, swayed at the hip; 760 high, its feet at y = 0. */
export function bodhisattva(p: Pigments): string {
  return (
    ellipse(0, 6, 170, 44, p.green, outline(p)) +
    [-120, -60, 0, 60, 120]
      .map((x) => path(`M${x - 40} 4 C${x - 30} 44 ${x + 30} 44 ${x + 40} 4 Z`, p.red, outline(p, 3)))
      .join('') +
    ribbon('M-96 -520 C-200 -400 -170 -260 -190 -60', p.blue, p) +
    ribbon('M96 -520 C210 -420 160 -260 200 -60', p.blue, p) +
    path('M-92 -320 C-130 -200 -96 -80 -90 0 H90 C100 -100 130 -220 78 -320 Z', p.red, outline(p, 5)) +
    [-50, -16, 20, 54]
      .map((x) => line(`M${x} -300 C${x - 20} -200 ${x + 16} -100 ${x} -6`, mix(p.red, p.plaster, 0.5), 5))
      .join('') +
    path(
      'M-100 -330 C-40 -290 40 -290 96 -330 C110 -270 60 -230 30 -240 L0 -140 L-30 -240 C-70 -230 -120 -270 -100 -330 Z',
      p.green,
      outline(p),
    ) +
    path(
      'M-90 -530 C-50 -556 50 -556 92 -530 C80 -460 56 -420 84 -326 C30 -300 -40 -300 -90 -326 C-60 -420 -74 -460 -90 -530 Z',
      toSkin(p),
      outline(p),
    ) +
    line('M-60 -540 C-40 -450 40 -450 60 -540', p.ochre, 12) +
    circle(0, -474, 14, p.red, outline(p, 3)) +
    path('M-84 -520 C-20 -470 40 -400 80 -350 L60 -334 C10 -400 -50 -450 -94 -480 Z', p.blue, outline(p, 3)) +
    arm('M-82 -510 C-150 -440 -130 -360 -96 -330', p) +
    arm('M86 -510 C150 -440 150 -400 92 -430', p) +
    bangle(-130, -390, p) +
    bangle(136, -440, p) +
    lotusBud(82, -440, p) +
    group(head(p), 'translate(0 -610) rotate(4) scale(1.05)')
  );
}
