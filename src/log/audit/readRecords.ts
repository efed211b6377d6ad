import { toHex } from '../../kernel/bytesText.ts';
import {
  bundleHeaderLength,
  bundlePath,
  bundleWidth,
  readRecord,
  type StoredRecord,
} from '../disk/recordBundle.ts';
import type { Fault } from './Fault.ts';
import type { LogFiles } from './LogFiles.ts';

/** What stands in place of a record: no file, a length that none has, or other bytes. */
type Damage = Pick<Fault, 'file' | 'expected' | 'got'> & {
  check: 'record-file' | 'record-length' | 'record';
};

/** Bytes of a record; none of ours is that long. */
const longestRecord = 4 * 2 ** 20;

/** The first `size` records of a log in their order, up to the first that is none. No file is held whole. */
export async function* readRecords(files: LogFiles, size: number): AsyncGenerator<StoredRecord | Damage> {
  for (let n = 0; n * bundleWidth < size; n += 1) {
    const path = bundlePath(n);
    const stream = await files.open(path);
    if (stream === undefined) {
      yield { check: 'record-file', file: path, expected: path, got: null };
      return;
    }
    const bytes = createTaker(stream);
    try {
      const header = await bytes.take(bundleHeaderLength);
      let start = bundleHeaderLength;
      for (let i = 0; i < Math.min(bundleWidth, size - n * bundleWidth); i += 1) {
        const end = header?.readUInt32BE(4 * i) ?? 0;
        const length = end - start;
        if (length <= 0 || length > longestRecord) {
          yield { check: 'record-length', file: path, expected: `1-${longestRecord}`, got: `${length}` };
          return;
        }
        const found = await bytes.take(length);
        if (found === undefined) {
          yield { check: 'record-length', file: path, expected: `${length}`, got: null };
          return;
        }
        const record = readRecord(found);
        if (record === undefined) {
          yield { check: 'record', file: path, expected: null, got: toHex(found) };
          return;
        }
        yield record;
        start = end;
      }
    } finally {
      await bytes.close();
    }
  }
}

/** Takes bytes from a stream, as many as are asked for; undefined where there are fewer. */
function createTaker(stream: AsyncIterable<Uint8Array>) {
  const chunks = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    async take(length: number): Promise<Buffer | undefined> {
      const parts = [rest];
      let found = rest.length;
      while (found < length) {
        const next = await chunks.next();
        if (next.done === true) return undefined;
        const chunk = next.value;
        parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
        found += chunk.length;
      }
      const all = parts.length === 1 ? rest : Buffer.concat(parts);
      rest = all.subarray(length);
      return all.subarray(0, length);
    },
    close: async () => void (await chunks.return?.()),
  };
}
