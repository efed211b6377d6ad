import { open } from 'node:fs/promises';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/**
 * Writes a new file that only its owner can read, and has it on disk when it returns.
 *
 * @throws LedgerError `input-invalid` for a file that is there already, or that cannot be written.
 */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (cause) {
    const text = message('errors.file-unwritable', { file, got: fileFault(cause) });
    throw new LedgerError('input-invalid', text, { cause, details: { file } });
  }
}
