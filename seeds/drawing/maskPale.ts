import { ellipse, field, line } from './svg.ts';

export function tofu(): string {
  return (
    ellipse(180, 620, 90, 80, '#c8643f', 'opacity="0.35"') +
    field(
      'M0 396 L116 392 C124 460 122 540 112 622 C80 650 40 654 0 652 Z',
      '#fbf7ee',
      '#3a2a20',
      '#fbf7ee',
    ) +
    line('M150 560 C190 570 220 560 240 540', '#6a3a24', 3) +
    line('M92 676 C116 700 124 734 112 766', '#6a3a24', 4)
  );
}

export function powdered(): string {
  const fine = '#3a3431';
  return (
    line('M10 400 C30 350 30 300 14 250', fine, 4) +
    line('M30 410 C60 360 62 300 44 236', fine, 3) +
    line('M196 512 C236 516 264 500 288 470', fine, 4) +
    line('M198 528 C242 536 270 524 294 500', fine, 3) +
    line('M196 544 C244 556 274 548 296 530', fine, 3) +
    line('M70 640 C122 670 140 724 116 790', fine, 5) +
    line('M92 646 C156 684 166 750 132 816', fine, 3) +
    ellipse(170, 610, 100, 80, '#d99f8c', 'opacity="0.14"')
  );
}
