import { readFileSync } from 'node:fs';
import { readSession, type RecordedSession } from '../readSession.ts';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/**
 * What a session's file holds, read while it may be written to: an event that is not whole yet is left out.
 *
 * @throws LedgerError `input-invalid` for a file that cannot be read, `store-corrupt`.
 */
export function readSessionFile(file: string): RecordedSession {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new LedgerError(
      'input-invalid',
      message('errors.session-unreadable', { file, got: fileFault(cause) }),
      { cause, details: { file } },
    );
  }
  return readSession(bytes);
}
