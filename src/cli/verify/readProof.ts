import { stat } from 'node:fs/promises';
import { readJson } from '../../kernel/json/readJson.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { longestBundle } from '../../log/Bundle.ts';
import { message } from '../../messages/Message.ts';
import { readBytes } from '../terminal/readInput.ts';

/**
 * The JSON in a file that proves something.
 *
 * @throws LedgerError `content-too-large`, `json-malformed`, `input-invalid` for no such file.
 */
export async function readProof(file: string): Promise<unknown> {
  const got = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (got > longestBundle) {
    throw new LedgerError('content-too-large', message('errors.file-size', { most: longestBundle, got }));
  }
  return readJson(await readBytes(file));
}
