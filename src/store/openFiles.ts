import { hash as digest, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Files } from '../ports/Files.ts';
import type { Hex } from '../kernel/values.ts';

/**
 * Files by the SHA-256 of their bytes, in a folder.
 *
 * A file is written beside its place, synced and renamed, so that none is ever half there; one whose bytes no longer
 * have its hash is not given out (`store-corrupt`).
 */
export function openFiles(folder: string): Files {
  const toPlace = (hash: Hex) => join(folder, hash.slice(2, 4), hash.slice(2));
  const read: Files['read'] = async (hash) => {
    let bytes: Buffer;
    try {
      bytes = await readFile(toPlace(hash));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const got = computeHash(bytes);
    if (got !== hash)
      throw new LedgerError('store-corrupt', message('errors.stored-file', { expected: hash, got }));
    return bytes;
  };
  return {
    read,
    async write(bytes) {
      const hash = computeHash(bytes);
      const place = toPlace(hash);
      if ((await read(hash).catch(() => undefined)) !== undefined) return hash;
      await mkdir(dirname(place), { recursive: true });
      const draft = `${place}.${randomUUID()}`;
      try {
        const file = await open(draft, 'wx');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return hash;
    },
  };
}

/** Native: a large file would keep everybody waiting otherwise. */
function computeHash(bytes: Uint8Array): Hex {
  return `0x${digest('sha256', bytes)}`;
}
