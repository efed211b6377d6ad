import type { Encrypter } from 'age-encryption';
import { z } from 'zod';
import { fromBase64, toBase64 } from '../../kernel/bytesText.ts';
import { Opening } from '../../assistance/record/Opening.ts';
import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { decodeDocument, parseInput } from '../../kernel/json/parseInput.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { refuseInput } from '../../kernel/json/refuseInput.ts';
import { message } from '../../messages/Message.ts';
import { expects, fault } from '../../kernel/json/fault.ts';

/** Most readers of one record. */
const maxReaders = 32;

/** X25519 recipients of age, in Bech32 (age-encryption.org/v1, “The X25519 recipient type”). */
const Readers = z
  .array(z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/, expects('errors.an-age-recipient')))
  .min(1)
  .max(maxReaders);
const Identity = z
  .string()
  .trim()
  .regex(/^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/, fault('errors.age-identity-form'));

/**
 * What encrypts to readers.
 *
 * @throws LedgerError `input-invalid` for a reader that is none.
 */
export async function encrypterFor(readers: readonly string[]): Promise<Encrypter> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const [at, reader] of parseInput(Readers, readers, 'readers').entries()) {
    try {
      encrypter.addRecipient(reader);
    } catch (cause) {
      throw refuseInput([{ field: `readers[${at}]`, fault: message('errors.age-recipient') }], {
        cause,
      });
    }
  }
  return encrypter;
}

/** Encrypts an opening, as an age file in base64. It shows how many readers there are, and not who. */
export async function seal(opening: Opening, encrypter: Encrypter): Promise<string> {
  return toBase64(await encrypter.encrypt(canonicalJson(z.encode(Opening, opening))));
}

/**
 * Decrypts what a record was sealed with.
 *
 * @throws LedgerError `input-invalid` for an identity that is none, `reader-required` for one of nobody it was
 * encrypted to, and for a file that was changed.
 */
export async function unseal(sealed: string, identity: string): Promise<Opening> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  let text: Uint8Array;
  try {
    decrypter.addIdentity(parseInput(Identity, identity, 'identity'));
    text = await decrypter.decrypt(fromBase64(sealed));
  } catch (cause) {
    if (cause instanceof LedgerError) throw cause;
    throw new LedgerError('reader-required', message('errors.age-identity'), { cause });
  }
  return decodeDocument(Opening, text);
}

/** A new reader: the identity stays with them, the recipient goes to whoever encrypts. */
export async function makeReader(): Promise<{ identity: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
