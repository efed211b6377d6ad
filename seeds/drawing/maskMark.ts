import type { Paint } from './maskPattern.ts';
import { circle, ellipse, field, line, path } from './svg.ts';

/** The mark on the forehead, on one half, its middle at (0, 280). `taiji` is drawn whole instead. */
export function markHalf(mark: string, paint: Paint, dark: boolean): string {
  const light = '#f8f2e2';
  const contrast = dark ? light : '#17130f';
  switch (mark) {
    case 'crescent':
      return path(
        'M0 326 C44 322 70 288 62 240 C52 276 28 290 0 290 Z',
        '#fbf4d8',
        'stroke="#d6a02f" stroke-width="4"',
      );
    case 'flame':
      return (
        field('M0 196 C14 236 44 262 36 306 C28 340 12 350 0 352 Z', '#e0aa1f') +
        path('M0 250 C10 270 20 286 14 312 C10 326 4 330 0 332 Z', '#c8321e')
      );
    case 'peach':
      return (
        field('M0 210 C30 226 52 254 44 292 C36 322 14 332 0 344 Z', '#e88a86') +
        line('M0 250 V330', '#a63a38', 4)
      );
    case 'twin-hooks':
      return (
        field(
          'M18 372 C24 300 30 240 70 206 C104 184 130 210 112 236 C98 250 84 236 92 226 C60 236 50 300 42 372 Z',
          '#e0aa1f',
        ) + circle(0, 250, 22, paint.third, 'stroke="#14100d" stroke-width="4"')
      );
    case 'halberds':
      return (
        field(
          'M12 392 L26 226 L10 214 L34 172 L52 216 L40 228 C70 216 84 236 78 262 C66 248 52 250 40 262 L34 392 Z',
          paint.third,
        ) + line('M28 372 L38 200', light, 3)
      );
    case 'longevity':
      return (
        [212, 248, 284, 320].map((y, i) => line(`M0 ${y} H${44 - (i % 2) * 14}`, contrast, 11)).join('') +
        line('M44 212 V236 M30 284 C50 300 44 330 22 344 M0 196 V344', contrast, 10)
      );
    case 'disc':
      return (
        circle(0, 272, 46, '#c8321e', `stroke="${light}" stroke-width="8"`) + circle(0, 272, 20, '#e0aa1f')
      );
    case 'tiger':
      return line(
        'M0 214 V350 M0 222 C30 222 42 216 58 204 M0 268 C32 268 46 260 62 246 M0 318 C34 318 50 308 66 292',
        dark ? light : '#17130f',
        15,
      );
    case 'relic':
      return (
        field('M0 214 C36 240 40 290 0 328 Z', '#e9c14f') +
        circle(0, 280, 17, '#fff6d8', 'stroke="#9a6a12" stroke-width="3"')
      );
    case 'bat':
      return (
        field(
          'M0 232 C10 216 18 214 22 222 C26 240 60 226 110 234 C92 250 96 268 84 284 C64 270 52 280 40 296 C26 284 14 292 0 312 Z',
          '#b5201c',
        ) + circle(9, 244, 4, light)
      );
    case 'gourd':
      return (
        field(
          'M0 200 C8 216 24 224 24 246 C24 258 16 264 14 270 C40 280 50 300 46 322 C40 350 18 356 0 358 Z',
          '#d9521e',
        ) +
        line('M0 270 H14', '#14100d', 5) +
        circle(14, 316, 8, '#f3c65a')
      );
    case 'third-eye':
      return (
        field('M0 206 C34 246 34 310 0 350 Z', '#fbf4e0') +
        ellipse(0, 278, 15, 26, '#17130f') +
        circle(0, 272, 5, '#fff')
      );
    case 'crane':
      return (
        circle(0, 262, 50, '#c8201c', `stroke="${light}" stroke-width="6"`) +
        line('M0 350 C24 330 70 330 92 304', '#17130f', 6)
      );
    case 'dragon':
      return (
        line('M0 352 C40 330 56 300 30 280 C4 264 10 236 40 230 C60 226 66 206 52 196', '#e9c14f', 14) +
        line('M0 352 C40 330 56 300 30 280 C4 264 10 236 40 230', '#8a5b12', 3) +
        circle(0, 236, 15, '#fbf4e0', 'stroke="#b5201c" stroke-width="4"')
      );
    default:
      return '';
  }
}

/** The only mark with a hand of its own: its halves are each other turned, not mirrored. */
export function taiji(x: number, y: number, r: number): string {
  return (
    circle(x, y, r + 9, '#e0aa1f', 'stroke="#14100d" stroke-width="4"') +
    circle(x, y, r, '#f8f2e2') +
    path(
      `M${x} ${y - r} A${r} ${r} 0 0 1 ${x} ${y + r} A${r / 2} ${r / 2} 0 0 1 ${x} ${y} A${r / 2} ${r / 2} 0 0 0 ${x} ${y - r} Z`,
      '#14100d',
    ) +
    circle(x, y - r / 2, r / 7, '#14100d') +
    circle(x, y + r / 2, r / 7, '#f8f2e2')
  );
}
