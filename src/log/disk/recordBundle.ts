import { crc32 } from 'node:zlib';
import { envelopeLength } from '../envelope.ts';
import { tilePath } from '../tree/tiles.ts';

/** A record as it is kept: the leaf, the payload it names by hash, and a document that the payload names by hash. */
export interface StoredRecord {
  leaf: Uint8Array;
  payload: Uint8Array;
  /** Empty where the payload names none. */
  document: Uint8Array;
}

/**
 * A bundle of up to 4,096 records, in the order of the log: few enough files that each can be synced.
 *
 * It begins with 4,096 numbers of four bytes: where each record ends in the file, zero where there is none yet. A record
 * is the CRC-32 of the rest (4 bytes), the leaf (87), the length of the payload (4), the payload and the document.
 * Integers are big-endian.
 */
export const bundleWidth = 4096;
export const bundleHeaderLength = 4 * bundleWidth;
/** Bytes before a payload. */
const recordHeaderLength = 4 + envelopeLength + 4;

/** The path of a bundle. */
export function bundlePath(n: number): string {
  return `records/${tilePath(n)}`;
}

/** Bytes a record takes. */
export function recordLength(payload: number, document: number): number {
  return recordHeaderLength + payload + document;
}

/** Writes a record at `at`, where `recordLength` bytes are free. */
export function writeRecord(bytes: Buffer, at: number, { leaf, payload, document }: StoredRecord): void {
  const end = at + recordLength(payload.length, document.length);
  bytes.set(leaf, at + 4);
  bytes.writeUInt32BE(payload.length, at + 4 + envelopeLength);
  bytes.set(payload, at + recordHeaderLength);
  bytes.set(document, at + recordHeaderLength + payload.length);
  bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end)), at);
}

/** Records one after another, as a bundle holds them. */
export function layOut(given: readonly StoredRecord[]): { records: Buffer; ends: Uint32Array } {
  const ends = new Uint32Array(given.length);
  let length = 0;
  given.forEach(({ payload, document }, i) => {
    length += recordLength(payload.length, document.length);
    ends[i] = length;
  });
  const records = Buffer.alloc(length);
  given.forEach((record, i) => writeRecord(records, i === 0 ? 0 : (ends[i - 1] ?? 0), record));
  return { records, ends };
}

/** The leaf of the record at a place. */
export function leafIn({ records, ends }: { records: Buffer; ends: Uint32Array }, at: number): Buffer {
  const start = (at === 0 ? 0 : (ends[at - 1] ?? 0)) + 4;
  return records.subarray(start, start + envelopeLength);
}

/** The payload of the record at a place. */
export function payloadIn({ records, ends }: { records: Buffer; ends: Uint32Array }, at: number): Buffer {
  const start = (at === 0 ? 0 : (ends[at - 1] ?? 0)) + recordHeaderLength;
  return records.subarray(start, start + records.readUInt32BE(start - 4));
}

/** A record, or undefined for bytes that are none: torn, or altered. */
export function readRecord(bytes: Uint8Array): StoredRecord | undefined {
  if (bytes.length < recordHeaderLength) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (crc32(view.subarray(4)) !== view.readUInt32BE(0)) return undefined;
  const end = recordHeaderLength + view.readUInt32BE(4 + envelopeLength);
  if (end > view.length) return undefined;
  return {
    leaf: view.subarray(4, 4 + envelopeLength),
    payload: view.subarray(recordHeaderLength, end),
    document: view.subarray(end),
  };
}

/** Where the whole records of a bundle end, and what they are; what stands behind the last was never finished. */
export function readBundle(bytes: Uint8Array): { records: StoredRecord[]; end: number } {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const records: StoredRecord[] = [];
  let start = bundleHeaderLength;
  if (view.length < start) return { records, end: start };
  for (let i = 0; i < bundleWidth; i += 1) {
    const end = view.readUInt32BE(4 * i);
    const record = end <= view.length && end > start ? readRecord(view.subarray(start, end)) : undefined;
    if (record === undefined) break;
    records.push(record);
    start = end;
  }
  return { records, end: start };
}
