import { DatabaseSync } from 'node:sqlite';
import { LedgerError } from '../../error.ts';

/**
 * Takes the log for this process alone: two that write would give one index to two entries. The system lets go of the
 * lock when the process ends, however it ends.
 *
 * @throws LedgerError `store-unreachable` if another process has it.
 */
export function lockLog(file: string): () => void {
  // Node.js locks no files itself; SQLite does.
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new LedgerError(
      'store-unreachable',
      `expected a log that no other process writes, got one that is in use: ${file}`,
      { cause },
    );
  }
  return () => lock.close();
}
