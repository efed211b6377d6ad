import sharp from 'sharp';

/** Width and height of every image, in pixels. */
const size = 1024;

/** Numbers in [0, 1) that depend on `seed` alone (FNV-1a into mulberry32). */
export function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
}

/** A painted field: white keyline outside, ink line inside, as faces are painted. */
export function field(d: string, fill: string, ink = '#14100d', key = '#f7f1e4', more = ''): string {
  return (
    line(d, key, 13, more) + path(d, fill, `stroke="${ink}" stroke-width="4" stroke-linejoin="round" ${more}`)
  );
}

export function circle(x: number, y: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill}" ${more}/>`;
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${more}/>`;
}

export function group(content: string, transform = '', more = ''): string {
  return `<g${transform === '' ? '' : ` transform="${transform}"`} ${more}>${content}</g>`;
}

/** `count` copies of a drawing around (x, y). */
export function around(x: number, y: number, count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) =>
    group(draw(index), `translate(${n(x)} ${n(y)}) rotate(${n((index * 360) / count)})`),
  ).join('');
}

export function svg(defs: string, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}"><defs>${defs}</defs>${content}</svg>`;
}

/** Mixes two colours such as "#b5201c"; `part` 0 is the first, 1 the second. */
export function mix(first: string, second: string, part: number): string {
  const channel = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(first, at) * (1 - part) + channel(second, at) * part))
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** A coordinate, short and the same on every machine. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * The PNG of an SVG, 1024 × 1024; with `mirrored` the right half is the left one turned over,
 * so that the two agree to the pixel.
 */
export async function rasterise(source: string, mirrored = false): Promise<Buffer> {
  const whole = sharp(Buffer.from(source), { density: 72 }).flatten({ background: '#ffffff' }).removeAlpha();
  if (!mirrored) return await whole.png({ compressionLevel: 9 }).toBuffer();
  const left = await whole
    .extract({ left: 0, top: 0, width: size / 2, height: size })
    .png()
    .toBuffer();
  const right = await sharp(left).flop().toBuffer();
  return await sharp({ create: { width: size, height: size, channels: 3, background: '#ffffff' } })
    .composite([
      { input: left, left: 0, top: 0 },
      { input: right, left: size / 2, top: 0 },
    ])
    .png({ compressionLevel: 9 })
    .toBuffer();
}
