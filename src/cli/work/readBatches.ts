import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { unreadable } from '../terminal/readInput.ts';

/** Lines of a file that are sent together. */
interface LineBatch {
  bytes: Buffer;
  /** Where the batch ends in the file. */
  end: number;
  /** How many lines it has, blank ones counted. */
  lines: number;
}

/** Bytes read at once. */
const blockLength = 1024 * 1024;

/** A file's whole lines from a place on, about `length` bytes at once. */
export async function* readBatches(file: string, start: number, length: number): AsyncGenerator<LineBatch> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  try {
    let place = start;
    let parts: Buffer[] = [];
    let size = 0;
    for (;;) {
      const block = Buffer.alloc(blockLength);
      const { bytesRead } = await handle.read(block, 0, blockLength, place + size);
      const ended = bytesRead === 0;
      parts.push(block.subarray(0, bytesRead));
      size += bytesRead;
      if (!ended && size < length) continue;
      const bytes = Buffer.concat(parts);
      const newline = bytes.lastIndexOf(10) + 1;
      const whole = ended ? bytes : bytes.subarray(0, newline);
      if (whole.length > 0) {
        place += whole.length;
        yield { bytes: whole, end: place, lines: countLines(whole) };
      }
      if (ended) return;
      parts = [bytes.subarray(whole.length)];
      size = bytes.length - whole.length;
    }
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file's bytes before `end`, to go on with. */
export async function hashUpTo(file: string, end: number): Promise<Hash> {
  const hash = createHash('sha256');
  if (end === 0) return hash;
  const handle = await open(file, 'r');
  try {
    for await (const chunk of handle.createReadStream({ end: end - 1, autoClose: false })) {
      hash.update(chunk as Buffer);
    }
  } finally {
    await handle.close();
  }
  return hash;
}

function countLines(bytes: Buffer): number {
  let lines = bytes.at(-1) === 10 ? 0 : 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}
