import { writeFile } from 'node:fs/promises';
import { fileFault } from '../../kernel/fileFault.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';

/** @throws LedgerError `input-invalid` for a place that cannot be written to. */
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const text = message('errors.output-unwritable', { file, got: fileFault(cause) });
    throw new LedgerError('input-invalid', text, { cause, details: { file } });
  }
}
