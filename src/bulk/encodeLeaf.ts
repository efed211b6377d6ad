import { hash } from 'node:crypto';
import { createKeccak } from 'hash-wasm';
import { envelopeLength, leafTypes, leafVersion } from '../log/envelope.ts';
import type { Hex } from '../kernel/values.ts';

/** The pure JavaScript of other packages hashes a tenth as many a second. */
const keccak = await createKeccak(256);

/** What is hashed of a leaf: 0x00 before it (RFC 9162, 2.1.1). */
const leafInput = Buffer.alloc(1 + envelopeLength);
const idInput = Buffer.alloc(64);

/** The leaf of a registration, and its hash. */
export function encodeLeaf(
  creator: Hex,
  contentHash: Hex,
  author: Hex,
  payload: Uint8Array,
): { leaf: Buffer; leafHash: string } {
  idInput.write(creator.slice(2), 12, 'hex');
  idInput.write(contentHash.slice(2), 32, 'hex');
  leafInput.writeUInt8(leafVersion, 1);
  leafInput.writeUInt16BE(leafTypes.registration, 2);
  leafInput.set(keccak.init().update(idInput).digest('binary'), 4);
  leafInput.write(author.slice(2), 36, 'hex');
  leafInput.write(hash('sha256', payload, 'binary'), 56, 'latin1');
  return { leaf: leafInput.subarray(1), leafHash: hash('sha256', leafInput, 'binary') };
}
