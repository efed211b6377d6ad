import { writeFile } from 'node:fs/promises';
import { LedgerError } from '../../kernel/LedgerError.ts';

/** @throws LedgerError `input-invalid` for a place that cannot be written to. */
export async function writeOutput(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new LedgerError(
      'input-invalid',
      `${file}: expected a file that can be written, got ${code ?? 'an error'}`,
      { cause, details: { file } },
    );
  }
}
