import { DatabaseSync } from 'node:sqlite';
import { LedgerError } from '../error.ts';

/**
 * Takes a session for this recorder alone: two would each go on from the same head. The system lets go of the lock
 * when the process ends, however it ends.
 *
 * @param file The session's own, by its real path.
 * @throws LedgerError `store-unreachable` if another recorder has it.
 */
export function lockSession(file: string): () => void {
  // Node.js locks no files itself; SQLite does.
  const lock = new DatabaseSync(`${file}.lock`);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new LedgerError(
      'store-unreachable',
      `expected a session that no other recorder writes, got one that is in use: ${file}`,
      { cause, details: { file } },
    );
  }
  return () => lock.close();
}
