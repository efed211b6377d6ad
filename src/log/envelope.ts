import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Hash } from '../kernel/json/canonicalJson.ts';

/** What a leaf is about, by the number that stands in it. */
export const leafTypes = {
  registration: 1,
  assistance: 2,
  usage: 3,
  decision: 4,
  process: 5,
  countersignature: 6,
  disclosure: 7,
  upload: 8,
} as const;
export type LeafType = keyof typeof leafTypes;

/**
 * A leaf of the log: small and of fixed size, so that a contract can check it.
 * The payload it names stands beside it.
 */
export interface Envelope {
  type: LeafType;
  /** The work, usage report, decision or session that the entry is about: 32 bytes. */
  subject: Hash;
  /** Who speaks. */
  author: `0x${string}`;
  /** SHA-256 of the payload. */
  payloadHash: Hash;
}

/** Bytes in a leaf: version (1), type (2), subject (32), author (20), payload hash (32). */
export const envelopeLength = 87;
export const leafVersion = 1;

/** The bytes of a leaf, integers big-endian. */
export function encodeEnvelope(envelope: Envelope): Buffer {
  const bytes = Buffer.alloc(envelopeLength);
  bytes.writeUInt8(leafVersion, 0);
  bytes.writeUInt16BE(leafTypes[envelope.type], 1);
  bytes.set(fixedBytes('subject', envelope.subject, 32), 3);
  bytes.set(fixedBytes('author', envelope.author, 20), 35);
  bytes.set(fixedBytes('payloadHash', envelope.payloadHash, 32), 55);
  return bytes;
}

/** What a leaf is about, by the number in it. */
export function readType(leaf: Uint8Array): number {
  return (leaf[1] ?? 0) * 256 + (leaf[2] ?? 0);
}

/** The 32 bytes of a leaf's subject. */
export function readSubject(leaf: Uint8Array): Buffer {
  return Buffer.from(leaf.buffer, leaf.byteOffset + 3, 32);
}

/** The 20 bytes of a leaf's author. */
export function findAuthor(leaf: Uint8Array): Buffer {
  return Buffer.from(leaf.buffer, leaf.byteOffset + 35, 20);
}

/** Where the file's SHA-256 stands in the payload of a registration: after the three words that lead to its parts. */
const contentStart = 96;

/** The SHA-256 of the file that a registration is of. */
export function readContent(payload: Uint8Array): Buffer {
  const part = payload.subarray(contentStart, contentStart + 32);
  return Buffer.from(part.buffer, part.byteOffset, part.length);
}

/** @throws LedgerError `input-invalid` for a wrong length, version or type. */
export function decodeEnvelope(bytes: Uint8Array): Envelope {
  const leaf = Buffer.from(bytes);
  if (leaf.length !== envelopeLength) {
    throw new LedgerError(
      'input-invalid',
      message('errors.leaf-length', { expected: envelopeLength, got: leaf.length }),
    );
  }
  if (leaf.readUInt8(0) !== leafVersion) {
    throw new LedgerError(
      'input-invalid',
      message('errors.leaf-version', { expected: leafVersion, got: leaf.readUInt8(0) }),
    );
  }
  const number = leaf.readUInt16BE(1);
  const type = (Object.keys(leafTypes) as LeafType[]).find((name) => leafTypes[name] === number);
  if (type === undefined)
    throw new LedgerError('input-invalid', message('errors.leaf-type', { got: number }));
  return { type, subject: hex(leaf, 3, 35), author: hex(leaf, 35, 55), payloadHash: hex(leaf, 55, 87) };
}

function hex(bytes: Buffer, start: number, end: number): Hash {
  return `0x${bytes.toString('hex', start, end)}`;
}

function fixedBytes(name: string, value: string, length: number): Buffer {
  if (!new RegExp(`^0x[0-9a-fA-F]{${length * 2}}$`).test(value)) {
    throw new LedgerError(
      'hash-malformed',
      message('errors.hex-digits', { name, digits: length * 2, got: value }),
    );
  }
  return Buffer.from(value.slice(2), 'hex');
}
