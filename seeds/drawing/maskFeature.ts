import { ink } from './maskHead.ts';
import type { Paint } from './maskPattern.ts';
import { circle, ellipse, field, line, path } from './svg.ts';

/** A brow on one half; an unknown style is painted as a leaf. */
export function browHalf(style: string, paint: Paint): string {
  const dark = isDark(paint.main) ? '#f5efe2' : ink;
  const key = isDark(paint.main) ? paint.main : '#f7f1e4';
  const shapes: Record<string, string> = {
    silkworm:
      'M52 410 C80 350 150 318 214 318 C252 318 268 296 286 262 C290 312 274 352 224 356 C160 358 110 380 78 416 Z',
    knotted:
      'M40 420 C50 360 110 330 160 346 C200 350 230 330 250 280 C262 330 240 376 190 384 C140 386 90 390 66 424 Z',
    thin: 'M60 420 C110 380 180 362 262 330 C200 380 130 396 70 430 Z',
    butterfly:
      'M50 410 C40 330 100 290 140 320 C170 250 250 230 290 250 C296 290 262 310 232 314 C266 330 250 366 210 356 C160 350 100 366 50 410 Z',
    flame:
      'M46 420 C60 360 90 340 110 300 C118 320 132 316 140 280 C152 308 170 290 178 250 C192 284 216 268 240 214 C268 260 256 320 220 344 C166 368 96 376 46 420 Z',
    leaf: 'M48 416 C90 340 180 300 276 262 C276 320 220 360 150 370 C110 376 76 392 48 416 Z',
    willow: 'M54 408 C110 350 190 330 280 306 C230 360 150 368 90 390 Z',
    weeping:
      'M44 400 C90 372 120 300 180 280 C230 268 272 300 290 352 C250 326 210 326 180 350 C140 384 90 400 44 430 Z',
    'long-white':
      'M44 414 C90 350 170 316 230 330 C276 342 300 400 306 500 C280 440 250 392 206 382 C150 372 90 392 44 414 Z',
    fur: 'M44 404 L70 366 L90 382 L116 336 L138 360 L170 312 L190 342 L230 290 L244 326 L284 284 C276 350 200 376 130 384 C96 390 70 396 44 404 Z',
    crooked:
      'M40 430 C60 340 130 370 150 310 C170 260 230 290 280 220 C296 280 240 320 204 340 C160 364 90 380 40 430 Z',
    short: 'M70 372 C100 330 160 330 176 364 C150 356 110 362 76 386 Z',
  };
  const shape = shapes[style] ?? shapes['leaf'] ?? '';
  if (style === 'long-white' && paint.main > '#e') return field(shape, '#f8f4ea', ink, paint.main);
  if (style === 'long-white') return field(shape, isDark(paint.main) ? ink : '#3a2622', ink, '#f8f4ea');
  const vein =
    style === 'flame' || style === 'butterfly'
      ? line('M76 394 C120 356 180 336 244 270', paint.third, 6)
      : '';
  if (style === 'thin' || style === 'short') return path(shape, ink);
  return (
    field(shape, style === 'knotted' || style === 'fur' ? dark : ink, ink, style === 'knotted' ? ink : key) +
    vein
  );
}

/** Socket and eye on one half. */
export function eyeHalf(style: string, paint: Paint, wounded: boolean): string {
  const sockets: Record<string, string> = {
    phoenix: 'M40 486 C90 446 170 440 268 410 C256 456 210 498 140 506 C96 508 62 502 40 486 Z',
    slanted: 'M44 486 C100 438 200 424 290 396 C280 470 220 536 146 532 C92 528 62 508 44 486 Z',
    triangular: 'M52 484 C110 452 180 440 246 446 C230 484 180 504 130 502 C96 500 70 494 52 484 Z',
    smiling:
      'M36 500 C70 424 190 400 296 420 C310 470 262 520 206 516 C160 500 96 520 70 560 C44 552 34 530 36 500 Z',
    round: 'M38 480 C90 412 210 398 290 380 C306 456 262 540 170 552 C100 556 56 524 38 480 Z',
    weeping:
      'M36 440 C90 410 190 412 250 450 C300 490 300 560 286 620 C262 570 220 548 150 548 C86 540 44 500 36 440 Z',
    'golden-ring': 'M52 482 C84 420 180 408 240 450 C226 520 160 552 104 532 C78 522 60 506 52 482 Z',
    crooked: 'M34 478 C80 440 140 400 290 430 C284 490 270 560 180 556 C120 552 60 530 34 478 Z',
    'one-wounded': 'M44 486 C100 438 200 424 290 396 C280 470 220 536 146 532 C92 528 62 508 44 486 Z',
    small: 'M70 480 C96 458 140 458 166 470 C146 496 100 500 70 480 Z',
  };
  const socket = sockets[style] ?? sockets['slanted'] ?? '';
  const narrow = style === 'phoenix' || style === 'triangular' || style === 'small';
  const soft = isDark(paint.main) ? field(socket, ink, '#f5efe2', '#f5efe2') : path(socket, ink);
  const under =
    style === 'golden-ring'
      ? field(socket, '#e9c14f') + line('M66 484 C96 436 172 428 224 456', '#9a6a12', 5)
      : soft;
  if (wounded) {
    return (
      under +
      line('M86 490 C120 478 160 474 200 458', '#f5efe2', 5) +
      line('M150 400 C140 470 156 540 136 600', '#a8201b', 12) +
      line('M150 400 C140 470 156 540 136 600', '#e88', 3)
    );
  }
  const open = narrow ? 11 : 19;
  const y = 480;
  const white = `M84 ${y + 4} C${104} ${y - open} ${150} ${y - open - 10} ${196} ${y - 18} C${176} ${y + open - 4} ${128} ${y + open} 84 ${y + 4} Z`;
  return (
    under +
    path(white, '#fbf8f0', `stroke="${ink}" stroke-width="5"`) +
    circle(136, y - 4, narrow ? 11 : 16, '#3a2010') +
    circle(136, y - 4, narrow ? 6 : 9, '#0a0706') +
    circle(131, y - 9, 4, '#ffffff') +
    line(`M80 ${y + 6} C100 ${y - open - 4} 150 ${y - open - 16} 206 ${y - 24}`, ink, 7)
  );
}

export function noseHalf(style: string, paint: Paint): string {
  const pale = style === 'plain' || style === 'creased';
  const lineInk = isDark(paint.main) ? '#e9e0cf' : ink;
  const nostril =
    path('M14 664 C26 648 46 648 56 662 C44 674 26 676 14 664 Z', '#0d0907') +
    line('M60 616 C84 632 84 670 58 678', pale ? lineInk : ink, 5);
  if (style === 'winged')
    return (
      field(
        'M0 566 C24 580 44 606 84 604 C112 620 108 668 76 690 C46 704 20 694 0 690 Z',
        ink,
        ink,
        '#f5efe2',
      ) +
      path('M0 600 C20 610 40 640 60 640 C40 670 20 676 0 676 Z', paint.third) +
      nostril
    );
  if (style === 'cloud')
    return (
      field(
        'M0 590 C20 596 30 620 54 606 C92 600 100 640 82 668 C60 690 30 684 0 684 Z',
        ink,
        ink,
        '#f5efe2',
      ) + line('M30 650 C50 630 72 640 66 656', '#f5efe2', 4)
    );
  if (style === 'creased')
    return (
      nostril +
      line('M6 560 C20 580 26 600 24 626', '#3a3431', 4) +
      line('M6 430 C18 470 14 520 20 560', '#3a3431', 4)
    );
  if (style === 'crooked')
    return field('M0 540 C30 560 20 610 70 600 C110 600 104 690 50 690 L0 680 Z', paint.third) + nostril;
  if (style === 'monkey')
    return (
      path(
        'M0 600 C26 606 54 636 50 668 C30 684 12 680 0 676 Z',
        '#e8c39a',
        `stroke="${ink}" stroke-width="4"`,
      ) + path('M14 660 C24 648 36 650 42 662 Z', ink)
    );
  if (style === 'tiger')
    return (
      field('M0 590 C40 588 74 606 78 632 C60 668 26 680 0 694 Z', '#c05a4a') + line('M0 690 V740', ink, 6)
    );
  if (style === 'beak')
    return (
      field('M0 560 C40 570 74 610 84 650 C60 700 26 760 0 800 Z', '#e0aa1f') +
      line('M84 652 C54 660 24 664 0 664', ink, 5) +
      ellipse(30, 622, 8, 5, ink)
    );
  return nostril + line('M14 440 C22 500 16 560 30 600', lineInk, 3, 'opacity="0.6"');
}

export function mouthHalf(style: string, paint: Paint): string {
  if (style === 'monkey')
    return (
      field('M0 748 C40 742 80 752 104 736 C96 784 50 800 0 800 Z', '#b5382a') +
      line('M0 772 C40 772 70 768 100 740', ink, 4)
    );
  const lips: Record<string, string> = {
    calm: 'M0 742 C20 732 34 734 78 756 C50 786 22 790 0 790 Z',
    thin: 'M0 752 C26 746 44 748 70 758 C46 774 22 776 0 776 Z',
    smiling: 'M0 750 C40 750 80 744 122 716 C116 780 60 806 0 806 Z',
    fierce: 'M0 734 C40 722 80 744 122 770 C84 806 40 812 0 812 Z',
    grim: 'M0 748 C36 740 70 752 108 784 C70 788 30 790 0 790 Z',
    crooked: 'M0 742 C40 728 70 742 116 726 C108 790 50 802 0 796 Z',
    fangs: 'M0 742 C46 728 90 740 136 730 C132 806 70 842 0 842 Z',
  };
  const red = paint.main.startsWith('#b5') || paint.main.startsWith('#d6') ? '#7c120f' : '#b3261e';
  const teeth =
    style === 'fierce' || style === 'fangs'
      ? path(
          'M0 762 C40 756 70 764 96 772 C64 790 30 792 0 792 Z',
          '#fbf7ec',
          `stroke="${ink}" stroke-width="2"`,
        ) + line('M20 760 V790 M44 760 V788 M66 764 V784', ink, 2)
      : line('M0 764 C30 760 50 764 74 760', '#3c0a08', 4);
  const tusk =
    style === 'fangs' ? path('M60 766 L84 768 L72 828 Z', '#fffdf4', `stroke="${ink}" stroke-width="3"`) : '';
  const corner =
    style === 'fierce' || style === 'grim'
      ? line('M122 772 C146 786 156 812 150 836', isDark(paint.main) ? '#f5efe2' : ink, 6)
      : '';
  return (
    field(lips[style] ?? lips['calm'] ?? '', red, ink, isDark(paint.main) ? '#f5efe2' : 'none') +
    teeth +
    tusk +
    corner
  );
}

/** Whether fine lines on it have to be light. */
export function isDark(hex: string): boolean {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return channel(1) * 0.3 + channel(3) * 0.59 + channel(5) * 0.11 < 64;
}
