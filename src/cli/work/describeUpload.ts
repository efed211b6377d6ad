import type { Say } from '../command/Say.ts';
import { blocks, pairs } from '../terminal/format.ts';
import type { UploadProgress, UploadTotals } from './uploadFile.ts';

/** How far an upload has come after some seconds: percent, lines a second, seconds left. */
export function measureProgress({ from, sent, all, lines }: UploadProgress, seconds: number) {
  const elapsed = Math.max(0.001, seconds);
  return {
    percent: all === 0 ? 100 : Math.floor((sent / all) * 100),
    lines,
    rate: Math.round(lines / elapsed),
    left: Math.round(((all - sent) * elapsed) / Math.max(1, sent - from)),
  };
}

export function describeProgress(say: Say, progress: UploadProgress, seconds: number): string {
  return say('cli.work.upload-progress', measureProgress(progress, seconds));
}

/** The totals of an upload, with the lines that were refused. */
export function describeTotals(say: Say, totals: UploadTotals): string {
  const { lines, added, known, refused, refusedLines, skipped } = totals;
  const refusals = refusedLines.map(({ line, code, detail }) =>
    say('cli.work.upload-refusal', { line: `${line}`, code, detail }),
  );
  return blocks(
    pairs(
      [say('cli.work.upload-lines'), `${lines}`],
      [say('cli.work.upload-added'), `${added}`],
      [say('cli.work.upload-known'), known === 0 ? null : `${known}`],
      [say('cli.work.upload-refused'), `${refused}`],
      [say('cli.work.upload-skipped'), skipped === 0 ? null : `${skipped}`],
    ),
    refusals.length === 0 ? null : refusals.join('\n'),
  );
}
