import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ProcessSession } from '../ProcessEvent.ts';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Hex } from '../../kernel/values.ts';
import { syncFolder } from './syncFolder.ts';

/**
 * Begins a session in a new file; it is on disk when this returns.
 *
 * @param author The account that will sign its heads.
 * @throws LedgerError `input-invalid` for a file that is there already, or that cannot be written.
 */
export function startSession(file: string, author: Hex): ProcessSession {
  const session: ProcessSession = { type: 'processSession', version: 1, session: randomHash(), author };
  try {
    const handle = openSync(file, 'wx', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(session)}\n`);
      fdatasyncSync(handle);
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    } finally {
      closeSync(handle);
    }
    syncFolder(dirname(file));
  } catch (cause) {
    throw new LedgerError(
      'input-invalid',
      message('errors.file-unwritable', { file, got: fileFault(cause) }),
      { cause, details: { file } },
    );
  }
  return session;
}

/** 32 bytes that nobody can guess. */
export function randomHash(): Hex {
  return `0x${randomBytes(32).toString('hex')}`;
}
