import { lstatSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/** A file that may be a draft. */
export interface Draft {
  /** Its path in the folder, with `/` on every system. */
  label: string;
  path: string;
  /** How it looks: another if it was written to. */
  print: string;
}

/** What programs write beside a file while they save it. */
const temporary = /(^~\$|~$|\.(tmp|temp|part|partial|swp|swx|crdownload)$)/i;

/**
 * The files of a folder and of those in it, in the order they were written. Links are passed over, so that nothing
 * outside the folder is read.
 *
 * @throws LedgerError `input-invalid` for a folder that cannot be read.
 */
export async function scanDrafts(folder: string): Promise<Draft[]> {
  const found: (Draft & { written: number })[] = [];
  let root: string;
  try {
    root = await realpath(folder);
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const parts = relative(root, path).split(sep);
      if (!entry.isFile() || parts.some((part) => part.startsWith('.')) || temporary.test(entry.name))
        continue;
      const print = readFingerprint(path);
      if (print === undefined) continue;
      found.push({ label: parts.join('/'), path, print, written: Number(print.split(' ')[1]) });
    }
  } catch (cause) {
    throw new LedgerError(
      'input-invalid',
      message('errors.folder-unreadable', { folder, got: fileFault(cause) }),
      { cause, details: { file: folder } },
    );
  }
  return found.sort((a, b) => a.written - b.written || (a.label < b.label ? -1 : 1));
}

/** Size, times and place of a file; undefined where there is none any more. */
export function readFingerprint(path: string): string | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile() !== true) return undefined;
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
}
