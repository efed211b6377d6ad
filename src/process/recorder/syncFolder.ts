import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Puts on disk which files a folder has: to sync a file alone does not. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
