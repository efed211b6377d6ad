import { generateKeyPairSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { toNoteKey, type NoteKey } from '../Checkpoint.ts';

/** The key in a file that only its owner can read; a new one if there is no file. */
export function noteKeyIn(file: string, name: string): NoteKey {
  try {
    return toNoteKey(name, readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, pem);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return { name, privateKey };
}
