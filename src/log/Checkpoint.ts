import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';

/** What a log says of itself: how many entries it has, and the root over them (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The log's name: it is unique, and the first line of the note. */
  origin: string;
  size: number;
  root: Uint8Array;
}

/** A key that signs notes, with its name. */
export interface NoteKey {
  name: string;
  privateKey: KeyObject;
}

/** Ed25519 by its number, before a key (C2SP signed-note, "Signature types"). */
const ed25519 = 0x01;
/** DER before an Ed25519 public key (RFC 8410, 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const dash = '\u2014';
/** Characters of a note with witnesses' signatures, and more than that. */
const longestNote = 100_000;

/** The checkpoint as a note with one signature (C2SP signed-note, "Format"). */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: NoteKey): string {
  const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
  const signature = sign(null, Buffer.from(text), key.privateKey);
  const line = Buffer.concat([computeKeyHash(key.name, rawKey(key.privateKey)), signature]).toString(
    'base64',
  );
  return `${text}\n${dash} ${key.name} ${line}\n`;
}

/** How others know a key: `name+hash+key` (C2SP signed-note, "Verifier keys"). */
export function formatVerifierKey({ name, privateKey }: NoteKey): string {
  const raw = rawKey(privateKey);
  return `${name}+${computeKeyHash(name, raw).toString('hex')}+${Buffer.of(ed25519, ...raw).toString('base64')}`;
}

/**
 * Reads a checkpoint. Lines after the root are extensions, and signatures of others are ignored.
 *
 * @param verifierKey Whose signature has to be there; none is checked without.
 * @throws LedgerError `checkpoint-invalid` for another form, or without that signature.
 */
export function readCheckpoint(note: string, verifierKey?: string): Checkpoint {
  const end = note.lastIndexOf('\n\n');
  const [origin = '', size = '', root = '', ...rest] = note.slice(0, end + 1).split('\n');
  const bytes = Buffer.from(root, 'base64');
  const isWhole =
    end > 0 &&
    note.length <= longestNote &&
    !/[\0-\x09\x0b-\x1f]/.test(note) &&
    note.endsWith('\n') &&
    rest.length > 0 &&
    origin !== '';
  if (
    !isWhole ||
    !/^(0|[1-9][0-9]{0,15})$/.test(size) ||
    bytes.toString('base64') !== root ||
    bytes.length !== 32
  ) {
    throw new LedgerError(
      'checkpoint-invalid',
      message('errors.checkpoint-form', { got: JSON.stringify(note.slice(0, 80)) }),
    );
  }
  if (verifierKey !== undefined && !isSignedBy(note, verifierKey)) {
    throw new LedgerError('checkpoint-invalid', message('errors.checkpoint-signature', { key: verifierKey }));
  }
  return { origin, size: Number(size), root: bytes };
}

/**
 * Whether a note has a signature of a key (C2SP signed-note, "Verifying signatures").
 *
 * @throws LedgerError `input-invalid` for what is no verifier key.
 */
export function isSignedBy(note: string, verifierKey: string): boolean {
  const [, name = '', hash = '', encoded = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifierKey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  if (
    key.length !== 33 ||
    key[0] !== ed25519 ||
    computeKeyHash(name, key.subarray(1)).toString('hex') !== hash
  ) {
    throw new LedgerError('input-invalid', message('errors.verifier-key', { got: verifierKey }));
  }
  const textEnd = note.lastIndexOf('\n\n') + 1;
  const publicKey = createPublicKey({
    key: Buffer.concat([spkiPrefix, key.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  const text = Buffer.from(note.slice(0, textEnd));
  for (const line of note.slice(textEnd + 1).split('\n')) {
    const [, signer, blob = ''] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(blob, 'base64');
    if (signer !== name || bytes.subarray(0, 4).toString('hex') !== hash) continue;
    // One bad signature of a known key spoils the note (C2SP signed-note, "Signatures").
    return bytes.toString('base64') === blob && verify(null, text, publicKey, bytes.subarray(4));
  }
  return false;
}

/** The first four bytes of SHA-256(name || 0x0A || type || key) (C2SP signed-note, "Signature types"). */
function computeKeyHash(name: string, raw: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ed25519, ...raw))
    .digest()
    .subarray(0, 4);
}

function rawKey(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
}

/** A private key in PEM (PKCS #8), as `openssl genpkey -algorithm ed25519` makes it. */
export function toNoteKey(name: string, pem: string): NoteKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new LedgerError(
      'input-invalid',
      message('errors.key-type', { got: String(privateKey.asymmetricKeyType) }),
    );
  }
  return { name, privateKey };
}
