import { z } from 'zod';
import { canonicalJson } from '../kernel/json/canonicalJson.ts';
import { decodeDocument } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Entry } from './Log.ts';
import type { LogLedger } from './ports.ts';
import type { TypedData } from '../ports/TypedData.ts';
import type { LeafType } from './envelope.ts';
import { Signature, type Hex } from '../kernel/values.ts';
import type { LogPosition } from './LogPosition.ts';

/** A record that somebody signed, and the signature. */
export interface Signed<T> {
  record: T;
  signature: Hex;
}

/** @throws LedgerError `signature-invalid`. */
export async function requireSigned(
  ledger: LogLedger,
  author: Hex,
  data: TypedData,
  signature: Hex,
): Promise<void> {
  if (await ledger.chain.verifySignature(author, data, signature)) return;
  throw new LedgerError('signature-invalid', message('errors.record-signature', { author }), {
    details: { signer: author },
  });
}

/** Logs a signed record about a subject; durable when it resolves. */
export async function logSigned<S extends z.ZodType<{ author: Hex }>>(
  ledger: LogLedger,
  schema: S,
  about: { type: LeafType; subject: Hex },
  { record, signature }: Signed<z.output<S>>,
): Promise<Entry> {
  const payload = toPayload(schema, { record, signature });
  return await ledger.log.append({ envelope: { ...about, author: record.author }, payload });
}

/** What the log holds of a signed record: canonical JSON in UTF-8. */
export function toPayload<S extends z.ZodType>(
  schema: S,
  { record, signature }: Signed<z.output<S>>,
): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ record: z.encode(schema, record), signature }));
}

/** The signed record of an entry. */
export function readSigned<S extends z.ZodType>(schema: S, { payload }: Entry): Signed<z.output<S>> {
  const read: unknown = decodeDocument(z.strictObject({ record: schema, signature: Signature }), payload);
  return read as Signed<z.output<S>>;
}

/** Where an entry stands, with the anchor that covers it. */
export async function toPlace(ledger: LogLedger, { index, leafHash }: Entry): Promise<LogPosition> {
  return { index, leafHash, anchor: await ledger.read((facts) => facts.anchorFrom(index + 1)) };
}

/** Whether two records say the same, whenever they were stated. */
export function saySame<S extends z.ZodType<{ stated: number }>>(
  schema: S,
  one: z.output<S>,
  other: z.output<S>,
): boolean {
  const toWords = (record: z.output<S>) => canonicalJson(z.encode(schema, { ...record, stated: 0 }));
  return toWords(one) === toWords(other);
}
