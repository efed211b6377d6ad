import { open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the names in a folder durable, and its own name and those above it, up to `top`. */
export async function syncFolder(top: string, folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // One that is gone has no names to keep.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (folder.length > top.length) await syncFolder(top, dirname(folder));
}
