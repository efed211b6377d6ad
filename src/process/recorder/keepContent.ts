import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { syncFolder } from './syncFolder.ts';

/** Where the contents of a session are kept, each under its hash: what was changed since can still be disclosed. */
export function toContentsFolder(file: string): string {
  return `${file}.contents`;
}

/**
 * Keeps a content of a session, from a file or as bytes, for its owner alone; it is on disk when this resolves.
 *
 * It is copied first and hashed from the copy, so that hash and content agree whatever happens to the file meanwhile.
 *
 * @throws LedgerError `input-invalid` for a file that cannot be read.
 */
export async function keepContent(file: string, from: string | Uint8Array): Promise<Hex> {
  const folder = toContentsFolder(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, `.${randomUUID()}`);
  try {
    if (typeof from === 'string') await copyFile(from, copy, constants.COPYFILE_FICLONE);
    else await writeFile(copy, from);
    const handle = await open(copy, 'r+');
    try {
      await handle.chmod(0o600);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const hash = await hashFile(copy);
    await rename(copy, join(folder, hash));
    syncFolder(folder);
    return hash;
  } catch (cause) {
    await rm(copy, { force: true });
    if (cause instanceof LedgerError) throw cause;
    throw unreadable(typeof from === 'string' ? from : copy, cause);
  }
}

/**
 * A content that was kept.
 *
 * @throws LedgerError `content-unknown` where it was not, or is no more.
 */
export async function readContent(file: string, hash: Hex): Promise<Uint8Array> {
  try {
    return await readFile(join(toContentsFolder(file), hash));
  } catch (cause) {
    throw new LedgerError(
      'content-unknown',
      message('errors.content-missing', { hash, folder: toContentsFolder(file), got: fileFault(cause) }),
      {
        cause,
        details: { hash },
      },
    );
  }
}

/**
 * SHA-256 of a file, which may be large.
 *
 * @throws LedgerError `input-invalid` for a file that cannot be read.
 */
export async function hashFile(path: string): Promise<Hex> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return `0x${hash.digest('hex')}`;
}

function unreadable(path: string, cause: unknown): LedgerError {
  return new LedgerError(
    'input-invalid',
    message('errors.file-unreadable', { file: path, got: fileFault(cause) }),
    {
      cause,
      details: { file: path },
    },
  );
}
