import { DatabaseSync } from 'node:sqlite';
import { LedgerError } from './LedgerError.ts';
import { message, type Message } from '../messages/Message.ts';

/**
 * Takes a file for this process alone. The system lets go of the lock when the process ends, however it ends.
 *
 * @param what What the lock is of, for the message.
 * @throws LedgerError `store-unreachable` if another process has it.
 */
export function lockFile(file: string, what: Message<'errors'>): () => void {
  // Node.js locks no files itself; SQLite does.
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new LedgerError('store-unreachable', message('errors.file-in-use', { what, file }), {
      cause,
      details: { file },
    });
  }
  return () => lock.close();
}
