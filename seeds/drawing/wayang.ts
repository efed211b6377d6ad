import type { Pigments } from './mural.ts';
import { circle, ellipse, group, line, mix, n, path, svg } from './svg.ts';

/** The lit screen a hide figure stands before. */
export function screen(_id: string, p: Pigments, figure: string): string {
  const defs = `<radialGradient id="lamp" cx="0.5" cy="0.3" r="0.8"><stop offset="0" stop-color="#fff8de"/><stop offset="0.45" stop-color="${mix(p.plaster, p.ochre, 0.35)}"/><stop offset="1" stop-color="${mix(p.red, p.ink, 0.55)}"/></radialGradient>`;
  return svg(
    defs,
    `<rect width="1024" height="1024" fill="url(#lamp)"/>${figure}<rect y="930" width="1024" height="94" fill="${mix(p.red, p.ink, 0.5)}"/><rect y="926" width="1024" height="10" fill="${p.ochre}"/>`,
  );
}

/** A figure in profile, cut and pierced, facing left; its feet at y = 0. */
export function wayang(scene: string, p: Pigments): string {
  if (scene === 'wayang-semar') return semar(p);
  return scene === 'wayang-bima' ? knight(p, true) : knight(p, false);
}

function lace(x0: number, y0: number, columns: number, rows: number, step: number, p: Pigments): string {
  let out = '';
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const x = x0 + c * step + (r % 2) * (step / 2);
      out +=
        ellipse(
          x,
          y0 + r * step * 0.8,
          step * 0.26,
          step * 0.16,
          '#fff3cf',
          `transform="rotate(${(r + c) % 2 ? 35 : -35} ${n(x)} ${n(y0 + r * step * 0.8)})"`,
        ) + circle(x + step / 2, y0 + r * step * 0.8, step * 0.09, p.ochre);
    }
  }
  return out;
}

function knight(p: Pigments, mighty: boolean): string {
  const edge = `stroke="${p.ink}" stroke-width="5" stroke-linejoin="round"`;
  const body = mighty ? (p.red === p.ink ? p.ink : mix(p.red, p.ink, 0.75)) : p.ochre;
  const wide = mighty ? 1.32 : 1;
  const limb = (d: string, w: number) => line(d, p.ink, w + 8) + line(d, body, w);
  const gem = (x: number, y: number) => circle(x, y, 13, p.ochre, edge) + circle(x, y, 5, p.green);
  const cloth = mighty
    ? Array.from(
        { length: 30 },
        (_, i) =>
          `<rect x="${-110 + (i % 6) * 38}" y="${-370 + Math.floor(i / 6) * 38}" width="38" height="38" fill="${[p.plaster, p.ink, p.red][(i + Math.floor(i / 6)) % 3] ?? p.ink}"/>`,
      ).join('')
    : lace(-92, -346, 5, 6, 36, p);
  const rods =
    line('M0 -560 L20 90', '#e8d9a8', 9) +
    line('M-330 -330 L-230 60', '#e8d9a8', 6) +
    line('M300 -300 L230 60', '#e8d9a8', 6);
  const face = mighty
    ? path(
        'M-30 -660 C-70 -690 -130 -680 -150 -640 L-190 -632 C-206 -624 -190 -604 -166 -604 L-160 -586 C-130 -560 -60 -570 -20 -600 Z',
        body,
        edge,
      ) +
      circle(-106, -644, 15, '#fff7de', edge) +
      circle(-108, -644, 6, p.ink) +
      line('M-150 -606 C-130 -592 -110 -592 -92 -602', p.red, 8)
    : path(
        'M-20 -650 C-60 -680 -110 -670 -130 -630 L-210 -590 L-160 -590 L-152 -576 C-120 -560 -60 -570 -10 -596 Z',
        body,
        edge,
      ) +
      path('M-134 -618 C-116 -632 -90 -632 -74 -618 C-92 -608 -116 -608 -134 -618 Z', '#fff7de', edge) +
      circle(-104, -618, 4, p.ink) +
      line('M-156 -592 C-140 -584 -124 -584 -110 -590', p.red, 6);
  const hair = path(
    'M-60 -690 C-20 -760 80 -780 130 -720 C190 -640 130 -560 70 -560 C120 -590 130 -650 90 -680 C60 -700 30 -670 56 -648 C30 -640 0 -650 -20 -630 Z',
    p.ink,
    edge,
  );
  return (
    rods +
    limb('M50 -220 C100 -120 120 -60 130 -20', 44 * wide) +
    limb('M-50 -220 C-90 -120 -100 -60 -104 -20', 44 * wide) +
    path('M60 -14 L190 -14 L200 6 L60 6 Z M-190 -14 L-70 -14 L-60 6 L-206 6 Z', body, edge) +
    gem(126, -60) +
    gem(-102, -60) +
    path(
      'M60 -380 C200 -400 260 -300 240 -180 C220 -60 160 -60 120 -20 C150 -120 120 -220 40 -240 Z',
      p.red,
      edge,
    ) +
    group(lace(90, -330, 4, 7, 34, p), 'rotate(8 120 -240)') +
    path(
      `M-116 -384 H116 C140 -300 130 -220 90 -150 C30 -120 -40 -120 -100 -150 C-140 -220 -136 -300 -116 -384 Z`,
      p.blue,
      edge,
    ) +
    group(cloth, '', 'opacity="0.95"') +
    path('M-20 -376 C-60 -300 -30 -220 -56 -110 L-10 -90 C-10 -200 20 -300 10 -376 Z', p.red, edge) +
    group(
      path(
        'M-70 -560 C-20 -584 60 -580 90 -548 C70 -480 50 -430 70 -372 L-70 -372 C-40 -430 -60 -500 -70 -560 Z',
        body,
        edge,
      ),
      `scale(${wide} 1)`,
    ) +
    path('M-90 -396 H90 V-366 H-90 Z', p.ochre, edge) +
    gem(0, -382) +
    gem(-50, -382) +
    gem(50, -382) +
    line('M-50 -550 C-30 -480 40 -480 70 -548', p.ochre, 12) +
    gem(6, -498) +
    limb('M-74 -544 C-180 -500 -150 -420 -220 -400 L-330 -330', 26 * wide) +
    limb('M84 -540 C190 -480 170 -420 230 -380 L300 -300', 26 * wide) +
    gem(-160, -450) +
    gem(184, -440) +
    gem(-296, -352) +
    gem(276, -330) +
    path('M-330 -340 L-396 -320 L-392 -308 L-350 -312 L-380 -282 L-366 -276 L-322 -310 Z', body, edge) +
    path('M300 -310 L350 -270 L340 -258 L310 -276 L322 -230 L308 -228 L288 -286 Z', body, edge) +
    (mighty
      ? path('M-350 -330 C-400 -390 -400 -430 -380 -450 C-384 -410 -360 -370 -326 -344 Z', '#f4e9c8', edge)
      : '') +
    limb('M-10 -560 L-20 -610', 40) +
    hair +
    face +
    path('M-80 -690 L-40 -720 L-20 -690 L20 -740 L30 -690 L70 -700 L40 -650 L-70 -660 Z', p.ochre, edge) +
    gem(-20, -680) +
    path(
      'M40 -660 C90 -700 150 -690 160 -640 C150 -660 110 -660 90 -640 C120 -630 110 -600 80 -600 Z',
      p.red,
      edge,
    ) +
    circle(36, -612, 16, p.ochre, edge)
  );
}

function semar(p: Pigments): string {
  const edge = `stroke="${p.ink}" stroke-width="5" stroke-linejoin="round"`;
  const dark = mix(p.ink, p.red, 0.12);
  return (
    line('M20 -500 L40 90', '#e8d9a8', 10) +
    line('M-330 -520 L-220 40', '#e8d9a8', 6) +
    path(
      'M-110 -110 L-120 -20 L-200 -16 L-206 6 L-60 6 L-50 -100 Z M70 -110 L80 -20 L0 -14 L0 6 L150 6 L140 -110 Z',
      dark,
      edge,
    ) +
    path('M-180 -300 C-200 -120 -80 -80 20 -80 C160 -80 250 -140 230 -300 Z', p.blue, edge) +
    lace(-140, -270, 9, 5, 38, p) +
    path(
      'M-140 -560 C-40 -600 90 -590 150 -520 C280 -460 300 -300 220 -240 C120 -190 -80 -190 -180 -250 C-240 -330 -220 -480 -140 -560 Z',
      dark,
      edge,
    ) +
    ellipse(-40, -330, 26, 20, mix(p.ink, p.plaster, 0.25)) +
    line('M-190 -280 C-100 -230 120 -230 216 -286', p.red, 26) +
    line('M-190 -280 C-100 -230 120 -230 216 -286', p.ochre, 6) +
    line('M-130 -500 C-230 -470 -250 -500 -330 -540', p.ink, 50) +
    path('M-330 -566 L-430 -600 L-434 -588 L-372 -556 L-360 -520 L-316 -516 Z', dark, edge) +
    circle(-270, -520, 16, p.ochre, edge) +
    line('M150 -500 C260 -440 280 -360 230 -300', p.ink, 54) +
    path('M200 -310 L260 -310 L254 -250 L206 -254 Z', dark, edge) +
    path(
      'M-160 -600 C-200 -640 -190 -760 -90 -790 C20 -810 90 -730 80 -640 C70 -570 -20 -550 -80 -560 C-120 -560 -150 -580 -160 -600 Z',
      p.plaster,
      edge,
    ) +
    path('M-40 -786 C-60 -850 -20 -900 -60 -930 C0 -920 20 -860 10 -790 Z', p.ink, edge) +
    path('M-172 -700 C-210 -690 -214 -650 -176 -644 Z', p.plaster, edge) +
    path('M-150 -716 C-130 -736 -96 -732 -84 -712 C-106 -700 -130 -700 -150 -716 Z', '#fffdf0', edge) +
    circle(-118, -714, 7, p.ink) +
    line('M-150 -744 C-126 -760 -98 -756 -80 -744', p.ink, 6) +
    line('M-110 -694 C-104 -676 -116 -664 -108 -650', mix(p.blue, p.plaster, 0.4), 5) +
    path('M-176 -616 C-140 -630 -110 -620 -90 -600 C-120 -586 -150 -586 -170 -598 Z', p.red, edge) +
    circle(30, -664, 26, p.plaster, edge) +
    circle(34, -630, 10, p.red, edge) +
    line('M-60 -560 C0 -540 60 -560 84 -600', p.ochre, 12)
  );
}
