import { generateKeyPairSync, hash } from 'node:crypto';
import { signCheckpoint, type NoteKey } from '../../src/log/Checkpoint.ts';
import { bundleHeaderLength, layOut, type StoredRecord } from '../../src/log/disk/recordBundle.ts';
import { encodeEnvelope } from '../../src/log/envelope.ts';
import { entryTilePath, hashTilePath } from '../../src/log/tree/tiles.ts';
import { emptyRoot, hashChildren, hashLeaf } from '../../src/log/tree/tree.ts';
import type { LogFiles } from '../../src/log/audit/LogFiles.ts';
import { hexId, type Hex } from '../../src/kernel/values.ts';

export const noteKey = (name: string): NoteKey => ({
  name,
  privateKey: generateKeyPairSync('ed25519').privateKey,
});

export function toRecord(n: number): StoredRecord {
  const document = Buffer.from(n % 3 === 0 ? `{"title":${n}}` : '');
  const payload = Buffer.from(`{"n":${n},"document":"${hash('sha256', document)}"}`);
  const payloadHash: Hex = `0x${hash('sha256', payload)}`;
  const author: Hex = `0x${'1'.repeat(40)}`;
  const leaf = encodeEnvelope({ type: 'usage', subject: hexId(BigInt(n)), author, payloadHash });
  return { leaf, payload, document };
}

/** The Merkle tree hash, as RFC 9162, 2.1.1, writes it down. */
export function rootByDefinition(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot;
  if (hashes.length === 1) return only;
  const k = 2 ** Math.ceil(Math.log2(hashes.length) - 1);
  return hashChildren(rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)));
}

/** A bundle of up to 4,096 records. */
export function toBundle(records: readonly StoredRecord[]): Buffer {
  const { records: bytes, ends } = layOut(records);
  const header = Buffer.alloc(bundleHeaderLength);
  ends.forEach((end, i) => header.writeUInt32BE(bundleHeaderLength + end, 4 * i));
  return Buffer.concat([header, bytes]);
}

/** The static files of a log of up to 4,096 records, made without what makes them in the service. */
export function layLog(records: readonly StoredRecord[], key: NoteKey): Map<string, Buffer> {
  const files = new Map([['records/000', toBundle(records)]]);
  let hashes: Uint8Array[] = records.map(({ leaf }) => hashLeaf(leaf));
  const root = rootByDefinition(hashes);
  files.set('checkpoint', Buffer.from(signCheckpoint({ origin: key.name, size: records.length, root }, key)));
  for (let n = 0; n * 256 < records.length; n += 1) {
    const part = records.slice(n * 256, (n + 1) * 256);
    const bundle = Buffer.concat(part.map(({ leaf }) => Buffer.concat([Buffer.from([0, 87]), leaf])));
    files.set(entryTilePath(n, part.length), bundle);
  }
  for (let level = 0; hashes.length > 0; level += 1) {
    const above: Uint8Array[] = [];
    for (let n = 0; n * 256 < hashes.length; n += 1) {
      const part = hashes.slice(n * 256, (n + 1) * 256);
      files.set(hashTilePath(level, n, part.length), Buffer.concat(part));
      if (part.length === 256) above.push(rootByDefinition(part));
    }
    hashes = above;
  }
  return files;
}

export function filesIn(files: ReadonlyMap<string, Buffer>): LogFiles {
  return {
    place: 'memory',
    open: (path) => {
      const bytes = files.get(path);
      return Promise.resolve(bytes && chunked(bytes));
    },
  };
}

async function* chunked(bytes: Buffer): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000);
}
