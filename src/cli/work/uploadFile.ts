import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { BatchReceipt, RefusedLine } from '../../bulk/BatchReceipt.ts';
import { unreadable } from '../terminal/readInput.ts';
import { hashUpTo, readBatches } from './readBatches.ts';

/** An upload's progress, kept beside its file. */
const Progress = z.strictObject({
  /** Bytes and lines sent, and the hash of those bytes. */
  bytes: z.int().min(0),
  lines: z.int().min(0),
  hash: z.string(),
});

/** Bytes sent in one request: some ten thousand lines, a second or so of work. */
const batchLength = 4 * 1024 * 1024;

/** Bytes of the file: where this upload began, sent so far, and all; and the lines it has sent. */
export interface UploadProgress {
  from: number;
  sent: number;
  all: number;
  lines: number;
}

export interface UploadTotals {
  lines: number;
  added: number;
  known: number;
  refused: number;
  refusedLines: RefusedLine[];
  /** Lines an earlier upload sent. */
  skipped: number;
}

/**
 * Uploads a file's lines, batch after batch. `FILE.upload` keeps the progress: called again after an interruption, it
 * resumes there. Without that file it starts over, which logs nothing twice.
 *
 * @param onProgress Called after each batch.
 */
export async function uploadFile(
  file: string,
  upload: (bytes: Uint8Array) => Promise<BatchReceipt>,
  onProgress: (progress: UploadProgress) => void,
): Promise<UploadTotals> {
  const state = `${file}.upload`;
  const all = await measureSize(file);
  const { bytes: from, lines: skipped, hash } = await readProgress(file, state, all);
  const totals: UploadTotals = { lines: 0, added: 0, known: 0, refused: 0, refusedLines: [], skipped };
  let lines = skipped;
  for await (const batch of readBatches(file, from, batchLength)) {
    const receipt = await upload(batch.bytes);
    totals.lines += receipt.lines;
    totals.added += receipt.added;
    totals.known += receipt.known;
    totals.refused += receipt.refused;
    for (const refused of receipt.refusedLines) {
      totals.refusedLines.push({ ...refused, line: refused.line + lines });
    }
    lines += batch.lines;
    const digest = hash.update(batch.bytes).copy().digest('hex');
    const progress: z.output<typeof Progress> = { bytes: batch.end, lines, hash: digest };
    await writeFile(`${state}.new`, JSON.stringify(progress));
    await rename(`${state}.new`, state);
    onProgress({ from, sent: batch.end, all, lines: totals.lines });
  }
  await rm(state, { force: true });
  return totals;
}

/** The progress of an earlier upload of the same file. A file that has changed since starts over. */
async function readProgress(file: string, state: string, all: number) {
  const known = parseProgress(await readFile(state, 'utf8').catch(() => ''));
  if (known !== undefined && known.bytes <= all) {
    const hash = await hashUpTo(file, known.bytes);
    if (hash.copy().digest('hex') === known.hash) return { ...known, hash };
  }
  return { bytes: 0, lines: 0, hash: await hashUpTo(file, 0) };
}

function parseProgress(text: string): z.output<typeof Progress> | undefined {
  try {
    return Progress.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function measureSize(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}
