import { around, circle, ellipse, group, line, mix, n, path, randomFrom, svg } from './svg.ts';

/** Six colours: earth red, ochre, green, blue, plaster, ink. */
export interface Pigments {
  red: string;
  ochre: string;
  green: string;
  blue: string;
  plaster: string;
  ink: string;
}

export function toPigments(palette: readonly string[]): Pigments {
  const at = (index: number) => palette[index] ?? '#888888';
  return { red: at(0), ochre: at(1), green: at(2), blue: at(3), plaster: at(4), ink: at(5) };
}

/** A painted wall: ground, scene, border, and as much loss as `weathering` (0 to 100) says. */
export function wall(id: string, p: Pigments, ground: string, scene: string, weathering: number): string {
  const seed = Math.floor(randomFrom(id)() * 9_000);
  const defs = `
<radialGradient id="wall" cx="0.5" cy="0.45" r="0.8"><stop offset="0" stop-color="${mix(ground, '#ffffff', 0.14)}"/><stop offset="0.7" stop-color="${ground}"/><stop offset="1" stop-color="${mix(ground, '#1c0f08', 0.3)}"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.035 0.05" numOctaves="4" seed="${seed}"/><feColorMatrix values="0 0 0 0 0.93  0 0 0 0 0.85  0 0 0 0 0.7  1.7 0 0 0 ${n(-1.28 + weathering / 150)}"/></filter>
<filter id="flake" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.008 0.011" numOctaves="4" seed="${seed + 7}"/><feColorMatrix values="0 0 0 0 0.80  0 0 0 0 0.69  0 0 0 0 0.52  9 0 0 0 ${n(-7 + weathering / 34)}"/></filter>`;
  const worn =
    weathering === 0
      ? ''
      : `<rect width="1024" height="1024" filter="url(#grain)"/><rect width="1024" height="1024" filter="url(#flake)" opacity="0.8"/>${cracks(id, weathering)}`;
  return svg(defs, `<rect width="1024" height="1024" fill="url(#wall)"/>${scene}${border(p)}${worn}`);
}

function cracks(id: string, weathering: number): string {
  const random = randomFrom(`${id}/cracks`);
  return Array.from({ length: Math.ceil(weathering / 6) }, () => {
    let [x, y] = [random() * 1024, random() * 1024];
    let d = `M${n(x)} ${n(y)}`;
    for (let step = 0; step < 9; step++) {
      x += (random() - 0.5) * 90;
      y += random() * 46;
      d += ` L${n(x)} ${n(y)}`;
    }
    return line(d, '#3a281c', 1 + random() * 1.4, 'opacity="0.4"');
  }).join('');
}

function border(p: Pigments): string {
  let tiles = '';
  for (let i = 0; i < 16; i++) {
    const fill = [p.red, p.green, p.blue, p.ochre][i % 4] ?? p.red;
    const petal =
      path('M2 38 C2 8 30 -2 31 -2 C32 -2 60 8 60 38 Z', fill, `stroke="${p.ink}" stroke-width="2"`) +
      path('M16 38 C18 20 30 12 31 12 C32 12 44 20 46 38 Z', mix(fill, p.plaster, 0.55));
    const x = 16 + i * 62;
    tiles += group(petal, `translate(${x} 14)`) + group(petal, `translate(${x + 62} 1010) rotate(180)`);
    tiles +=
      group(petal, `translate(14 ${x + 62}) rotate(-90)`) + group(petal, `translate(1010 ${x}) rotate(90)`);
  }
  return `<path d="M0 0H1024V1024H0Z M56 56V968H968V56Z" fill="${mix(p.red, p.ink, 0.35)}"/>${tiles}<rect x="56" y="56" width="912" height="912" fill="none" stroke="${p.ochre}" stroke-width="7"/>`;
}

/** A row of overlapping painted hills, the scale of the old landscapes. */
export function hills(p: Pigments, y: number, seed: string): string {
  const random = randomFrom(seed);
  const tones = [p.green, p.red, p.blue, p.ochre, p.plaster];
  let out = '';
  for (let i = 0; i < 17; i++) {
    const x = 40 + i * 56;
    const h = 60 + random() * 70;
    const fill = tones[i % tones.length] ?? p.green;
    out += path(
      `M${x} ${y} C${x + 12} ${n(y - h)} ${x + 30} ${n(y - h - 22)} ${x + 46} ${n(y - h)} C${x + 70} ${n(y - h * 0.7)} ${x + 84} ${n(y - 20)} ${x + 92} ${y} Z`,
      fill,
      `stroke="${p.ink}" stroke-width="3"`,
    );
    out += line(
      `M${x + 14} ${y - 6} C${x + 24} ${n(y - h * 0.7)} ${x + 36} ${n(y - h + 4)} ${x + 46} ${n(y - h + 14)}`,
      mix(fill, p.plaster, 0.6),
      5,
    );
  }
  return out;
}

export function lotus(x: number, y: number, r: number, p: Pigments): string {
  const ring = (count: number, reach: number, fill: string) =>
    around(
      x,
      y,
      count,
      () =>
        path(
          `M0 ${n(-reach * 0.2)} C${n(reach * 0.34)} ${n(-reach * 0.5)} ${n(reach * 0.24)} ${n(-reach * 0.86)} 0 ${n(-reach)} C${n(-reach * 0.24)} ${n(-reach * 0.86)} ${n(-reach * 0.34)} ${n(-reach * 0.5)} 0 ${n(-reach * 0.2)} Z`,
          fill,
          `stroke="${p.ink}" stroke-width="2.5"`,
        ) + line(`M0 ${n(-reach * 0.4)} V${n(-reach * 0.84)}`, p.plaster, 3),
    );
  return (
    ring(16, r, p.green) +
    ring(12, r * 0.8, p.red) +
    ring(10, r * 0.6, p.plaster) +
    ring(8, r * 0.44, p.blue) +
    circle(x, y, r * 0.17, p.ochre, `stroke="${p.ink}" stroke-width="3"`) +
    around(x, y, 7, () => circle(0, -r * 0.09, r * 0.022, p.ink))
  );
}

export function cloud(x: number, y: number, scale: number, p: Pigments, fill: string): string {
  return group(
    path(
      'M0 0 C-30 -34 10 -60 34 -40 C44 -74 96 -68 96 -34 C126 -44 144 -4 116 8 C180 6 220 20 260 40 C190 34 60 44 0 0 Z',
      fill,
      `stroke="${p.ink}" stroke-width="3"`,
    ) + line('M30 -10 c-14 -18 12 -30 20 -14 M84 -12 c-14 -22 18 -32 24 -12', p.plaster, 4),
    `translate(${x} ${y}) scale(${scale})`,
  );
}

export function flowers(p: Pigments, seed: string, count: number): string {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => {
    const [x, y] = [90 + random() * 844, 90 + random() * 844];
    const fill = [p.red, p.green, p.blue, p.plaster][i % 4] ?? p.red;
    return (
      around(x, y, 5, () => ellipse(0, -9, 5, 8, fill, `stroke="${p.ink}" stroke-width="1"`)) +
      circle(x, y, 4, p.ochre)
    );
  }).join('');
}
