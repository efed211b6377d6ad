import { around, circle, ellipse, group, line, mix, n, path, randomFrom, svg } from './svg.ts';

/** One half of the face, from the middle line outwards: x is the distance from it. */
const faceHalf = 'M0 150 C120 150 240 178 284 300 C312 390 308 530 284 650 C258 780 168 912 0 934 Z';

export const ink = '#14100d';

export function definitions(main: string): string {
  return `
<clipPath id="face"><path d="${faceHalf}"/></clipPath>
<clipPath id="half"><rect x="-0.6" y="0" width="513" height="1024"/></clipPath>
<radialGradient id="paper" cx="0.5" cy="0.47" r="0.75"><stop offset="0" stop-color="#fbf6ea"/><stop offset="0.62" stop-color="#efe4cc"/><stop offset="1" stop-color="#d3c09a"/></radialGradient>
<radialGradient id="base" gradientUnits="userSpaceOnUse" cx="70" cy="400" r="520"><stop offset="0" stop-color="${mix(main, '#ffffff', 0.13)}"/><stop offset="0.6" stop-color="${main}"/><stop offset="1" stop-color="${mix(main, '#000000', 0.3)}"/></radialGradient>
<radialGradient id="shade" gradientUnits="userSpaceOnUse" cx="0" cy="500" r="430"><stop offset="0.5" stop-color="#000" stop-opacity="0"/><stop offset="0.78" stop-color="#000" stop-opacity="0.12"/><stop offset="1" stop-color="#000" stop-opacity="0.5"/></radialGradient>
<radialGradient id="gleam"><stop offset="0" stop-color="#fff" stop-opacity="0.42"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
<linearGradient id="gold" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#f8e3a0"/><stop offset="0.5" stop-color="#d6a02f"/><stop offset="1" stop-color="#8a5b12"/></linearGradient>
<radialGradient id="pearl" cx="0.38" cy="0.32" r="0.8"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#c9bfae"/></radialGradient>`;
}

/** Silk ground with a cloud roundel. */
export function background(accent: string): string {
  const tone = mix(accent, '#c9b184', 0.55);
  const scroll = line(
    'M0 -446 c34 -26 60 12 32 30 c-18 10 -32 -8 -18 -20 M0 -446 c-34 -26 -60 12 -32 30 c18 10 32 -8 18 -20',
    tone,
    4,
  );
  return (
    '<rect width="1024" height="1024" fill="url(#paper)"/>' +
    circle(512, 512, 476, 'none', `stroke="${tone}" stroke-width="3" opacity="0.55"`) +
    circle(512, 512, 400, 'none', `stroke="${tone}" stroke-width="2" opacity="0.4"`) +
    group(
      around(512, 512, 32, () => scroll),
      '',
      'opacity="0.5"',
    )
  );
}

/** Ears, head and its outline, under the paint. */
export function headHalf(fill: string): string {
  return (
    path(
      'M276 420 C330 380 366 430 346 510 C334 572 306 622 276 612 Z',
      fill.startsWith('#') ? mix(fill, '#7a4a34', 0.35) : '#d9a074',
      `stroke="${ink}" stroke-width="4"`,
    ) +
    line('M296 448 C330 438 336 486 318 532 C310 556 300 574 292 580', ink, 3, 'opacity="0.6"') +
    path(faceHalf, fill)
  );
}

/** Light from the front: darker towards the edge, a gleam on brow bone, cheek, nose and chin. */
export function shadeHalf(): string {
  return (
    path(faceHalf, 'url(#shade)') +
    ellipse(150, 590, 110, 90, 'url(#gleam)') +
    ellipse(70, 262, 120, 60, 'url(#gleam)') +
    ellipse(0, 540, 30, 120, 'url(#gleam)') +
    ellipse(0, 868, 90, 46, 'url(#gleam)') +
    line(faceHalf.replace(' Z', ''), ink, 6)
  );
}

const silks = ['#b5201c', '#1f4f94', '#1f7a4c', '#d98a86', '#e0aa1f', '#5f2a58'];

/** Helmet rim: black gauze, gold band, pearls and two rows of silk pompoms. */
export function headdressHalf(id: string, plain: boolean): string {
  const random = randomFrom(`${id}/headdress`);
  const silk = silks[Math.floor(random() * silks.length)] ?? '#b5201c';
  const rim = 'M0 176 C120 176 226 204 282 322 L318 316 C322 190 210 60 0 56 Z';
  const band = 'M0 176 C120 176 226 204 282 322 L300 316 C250 184 132 148 0 148 Z';
  if (plain) {
    return (
      path(
        'M0 178 C120 178 230 206 284 330 L316 300 C312 170 190 84 0 78 Z',
        '#1a1714',
        `stroke="${ink}" stroke-width="4"`,
      ) +
      line('M0 160 C120 160 232 186 294 314', '#55606b', 5) +
      circle(0, 128, 26, 'url(#gold)', `stroke="${ink}" stroke-width="3"`) +
      circle(0, 128, 14, '#2f8f6a', `stroke="${ink}" stroke-width="2"`)
    );
  }
  const at = (turn: number, radius: number): [number, number] => [
    Math.sin(turn) * radius * 1.02,
    372 - Math.cos(turn) * radius,
  ];
  const balls = [0, 1, 2, 3, 4]
    .map((step) => {
      const [x, y] = at(0.001 + step * 0.31, 286);
      const fill = step % 2 === 0 ? silk : '#f3ead6';
      return pompom(x, y, 34 - step * 2.2, fill);
    })
    .join('');
  const crown = [0, 1, 2, 3]
    .map((step) => {
      const [x, y] = at(0.16 + step * 0.3, 330);
      return (
        line(`M${n(x * 0.93)} ${n(y + 34)} L${n(x)} ${n(y)}`, '#b98a2a', 4) +
        pompom(x, y, 22 - step, step % 2 ? silk : '#e9c14f')
      );
    })
    .join('');
  const pearls = [0, 1, 2, 3, 4, 5, 6]
    .map((step) => {
      const [x, y] = at(0.001 + step * 0.205, 212 + step * step * 2.2);
      return circle(x, y, 9, 'url(#pearl)', `stroke="${ink}" stroke-width="1.5"`);
    })
    .join('');
  const tassel =
    line('M318 318 C340 430 342 520 336 700', silk, 7) +
    [0, 1, 2]
      .map((step) =>
        circle(332 + step * 3, 352 + step * 34, 11, 'url(#pearl)', `stroke="${ink}" stroke-width="2"`),
      )
      .join('') +
    path(
      'M326 690 L348 690 L362 850 L346 842 L338 856 L328 842 L314 850 Z',
      silk,
      `stroke="${ink}" stroke-width="3"`,
    ) +
    path('M322 676 h30 v18 h-30 Z', 'url(#gold)', `stroke="${ink}" stroke-width="3"`);
  return (
    crown +
    path(rim, '#1a1714', `stroke="${ink}" stroke-width="4"`) +
    balls +
    path(band, 'url(#gold)', `stroke="${ink}" stroke-width="4"`) +
    pearls +
    tassel
  );
}

function pompom(x: number, y: number, r: number, fill: string): string {
  const strands = Array.from({ length: 18 }, (_, index) => {
    const turn = (index / 18) * Math.PI * 2;
    return line(
      `M${n(x + Math.cos(turn) * r * 0.35)} ${n(y + Math.sin(turn) * r * 0.35)} L${n(x + Math.cos(turn) * r * 0.95)} ${n(y + Math.sin(turn) * r * 0.95)}`,
      mix(fill, index % 2 ? '#000000' : '#ffffff', 0.25),
      2,
    );
  }).join('');
  return (
    circle(x, y, r, fill, `stroke="${mix(fill, '#000000', 0.55)}" stroke-width="3"`) +
    strands +
    circle(x, y, r * 0.3, mix(fill, '#ffffff', 0.45))
  );
}

/** The long beard that hangs from a wire on the upper lip, parted for the mouth. */
export function beardHalf(kind: string, id: string): string {
  const fill = { black: '#17130f', red: '#9c2418', white: '#e9e4d8', thin: '#2a2320' }[kind];
  if (fill === undefined) return '';
  const light = mix(fill, kind === 'white' ? '#8f8676' : '#ffffff', kind === 'white' ? 0.5 : 0.24);
  if (kind === 'thin') {
    return (
      path('M8 724 C40 716 76 726 110 764 C70 744 40 742 10 744 Z', fill) +
      path('M0 822 C22 822 26 850 16 906 C10 938 4 960 0 976 Z', fill)
    );
  }
  const random = randomFrom(`${id}/beard`);
  const mass = 'M0 822 C60 822 96 800 118 760 C150 744 196 742 226 720 C262 800 246 930 214 1024 L0 1024 Z';
  const strands = Array.from({ length: 44 }, (_, index) => {
    const top = (index / 44) * 220;
    const y = top < 110 ? 828 - top * 0.3 : 792 - (top - 110) * 0.6;
    const sway = (random() - 0.5) * 24;
    return line(
      `M${n(top)} ${n(y)} C${n(top + 12 + sway)} ${n(y + 70)} ${n(top * 1.04 + sway)} 950 ${n(top * 0.98 + sway * 0.5)} 1030`,
      random() < 0.5 ? light : mix(fill, '#000000', 0.4),
      1.4 + random() * 1.6,
      'opacity="0.75"',
    );
  }).join('');
  return path(mass, fill, `stroke="${mix(fill, '#000000', 0.6)}" stroke-width="3"`) + strands;
}

/** Puts two halves together around the middle line. */
export function assemble(defs: string, under: string, right: string, left: string, over: string): string {
  const half = (content: string, transform: string) =>
    group(group(content, '', 'clip-path="url(#half)"'), transform);
  return svg(
    defs,
    under + half(right, 'translate(512 0)') + half(left, 'translate(512 0) scale(-1 1)') + over,
  );
}
