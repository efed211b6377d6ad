import { readFileSync } from 'node:fs';
import { readSession, type RecordedSession } from '../readSession.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';

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
    const { code } = cause as NodeJS.ErrnoException;
    throw new LedgerError(
      'input-invalid',
      `${file}: expected a session that can be read, got ${code ?? 'none'}`,
      { cause, details: { file } },
    );
  }
  return readSession(bytes);
}
