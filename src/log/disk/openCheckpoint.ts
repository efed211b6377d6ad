import { readFileSync } from 'node:fs';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import {
  readCheckpoint,
  signCheckpoint,
  formatVerifierKey,
  type Checkpoint,
  type NoteKey,
} from '../Checkpoint.ts';
import { replaceFile } from './replaceFile.ts';
import { emptyRoot } from '../tree/tree.ts';

/**
 * The checkpoint in a file; that of an empty log before the first.
 *
 * @throws LedgerError `checkpoint-invalid`, `log-inconsistent` for that of another log.
 */
export function openCheckpoint(file: string, key: NoteKey) {
  let note = readNote(file) ?? signCheckpoint({ origin: key.name, size: 0, root: emptyRoot }, key);
  let checkpoint = readCheckpoint(note, formatVerifierKey(key));
  if (checkpoint.origin !== key.name) {
    throw new LedgerError(
      'log-inconsistent',
      message('errors.log-origin', { expected: key.name, got: checkpoint.origin }),
    );
  }
  return {
    read: (): Checkpoint => checkpoint,
    note: (): string => note,
    /** Durable when it resolves; whoever reads the file meanwhile finds the old one or the new one. */
    async write(next: Omit<Checkpoint, 'origin'>): Promise<string> {
      const signed = signCheckpoint({ origin: key.name, ...next }, key);
      await replaceFile(file, signed);
      note = signed;
      checkpoint = { origin: key.name, ...next };
      return signed;
    },
  };
}

function readNote(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
