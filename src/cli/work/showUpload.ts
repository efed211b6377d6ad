import { blocks, counted, pairs } from '../terminal/format.ts';
import type { UploadProgress, UploadTotals } from './uploadWorks.ts';

/** Says how far an upload is, with lines a second and the time that remains. */
export function tellProgress(say: (text: string) => void, now: () => number = () => performance.now()) {
  const begun = now();
  return ({ from, sent, all, lines }: UploadProgress) => {
    const seconds = Math.max(0.001, (now() - begun) / 1000);
    const left = Math.round(((all - sent) * seconds) / Math.max(1, sent - from));
    const percent = all === 0 ? 100 : Math.floor((sent / all) * 100);
    say(`${percent} %, ${lines} lines, ${Math.round(lines / seconds)} lines a second, ${left} s left`);
  };
}

/** What became of an upload, with the lines that were not taken. */
export function showTotals(totals: UploadTotals): string {
  const { lines, added, known, refused, refusedLines, skipped } = totals;
  const shown = refusedLines.map(({ line, code, detail }) => `line ${line}: ${code}: ${detail}`);
  return blocks(
    pairs(
      ['lines', `${lines}`],
      ['logged', `${added}`],
      ['known', known === 0 ? null : `${known}, in the same words`],
      ['refused', `${refused}`],
      [
        'before',
        skipped === 0 ? null : `${counted(skipped, 'line', 'lines')} that an earlier upload had sent`,
      ],
    ),
    shown.length === 0 ? null : shown.join('\n'),
  );
}
