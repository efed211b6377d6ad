import { hash } from 'node:crypto';
import { parseInput } from '../kernel/json/parseInput.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Batch } from '../log/Log.ts';
import { recordLength, writeRecord } from '../log/disk/recordBundle.ts';
import { hashLength } from '../log/tree/tree.ts';
import { readJson } from '../kernel/json/readJson.ts';
import { zeroHash, type Hex } from '../kernel/values.ts';
import { encodeRegistrationPayload, type LoggedPayload } from '../work/logged/registrationPayload.ts';
import { ownCeiling, restsOnOthers, WorkLine } from '../work/logged/WorkLine.ts';
import type { LineFault } from './BatchReceipt.ts';
import { composeLine } from '../work/logged/composeLine.ts';
import { encodeLeaf } from './encodeLeaf.ts';
import { recoverSigner } from './recoverSigner.ts';
import { digesterFor, type Digester } from './typedDigest.ts';

/** A line that holds only if somebody else is asked: the chain for roles and sources, or a wallet for its signature. */
export interface OpenLine {
  /** Its place in the batch. */
  at: number;
  creator: Hex;
  payload: LoggedPayload;
  /** What is left to ask about it. */
  asks: ('signature' | 'registration')[];
}

/** Whom lines are for. */
export interface Recipient {
  chainId: number;
  /** The contract that anchors the log: what creators sign names it. */
  log: Hex;
  /** Who vouches for lines without a signature; undefined if nobody does. */
  author: Hex | undefined;
}

/** Lines made ready for the log. */
export interface Prepared {
  batch: Batch;
  /** The line of each record, counted from one. */
  lines: Uint32Array;
  refused: LineFault[];
  open: OpenLine[];
  /** How many lines there were, blank ones counted, too. */
  count: number;
  /** The terms that records name, each with the uses that the work can be licensed for: one bit each. */
  terms: { termsId: Hex; ceiling: number }[];
  /** The place in `terms` of what each record is offered under, counted from one; zero for none. */
  termsOf: Uint16Array;
}

/** Bytes a line may have. */
const longestLine = 64 * 1024;

/**
 * Reads lines of JSON (NDJSON) and lays out what is logged of them. A bad line is reported and the others go on.
 *
 * @param bytes Whole lines of UTF-8.
 */
export function prepareLines(bytes: Buffer, recipient: Recipient): Prepared {
  const { author } = recipient;
  const digester = digesterFor(recipient);
  let line = 0;
  const refused: LineFault[] = [];
  const open: OpenLine[] = [];
  const terms: Prepared['terms'] = [];
  const toTerms: number[] = [];
  const places = new Map<string, number>();
  const termsPlace = ({ termsId, registration }: LoggedPayload): number => {
    if (termsId === zeroHash) return 0;
    const ceiling = ownCeiling(registration);
    const key = `${termsId} ${ceiling}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    terms.push({ termsId, ceiling });
    places.set(key, terms.length);
    return terms.length;
  };
  const lines: number[] = [];
  const ends: number[] = [];
  let records = Buffer.allocUnsafe(4 * bytes.length + 4096);
  let leafHashes = Buffer.allocUnsafe(hashLength * 1024);
  let end = 0;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(10, start);
    const stop = newline < 0 ? bytes.length : newline;
    const text = bytes.subarray(start, stop);
    start = stop + 1;
    line += 1;
    if (isBlank(text)) continue;
    try {
      const { creator, payload, document } = readLine(text);
      const speaker = findSpeaker(creator, payload, author);
      const encoded = encodeRegistrationPayload(payload);
      const { leaf, leafHash } = encodeLeaf(creator, payload.registration.contentHash, speaker, encoded);
      const documentBytes = Buffer.from(document);
      const length = recordLength(encoded.length, documentBytes.length);
      if (end + length > records.length) records = Buffer.concat([records], 2 * records.length + length);
      if (hashLength * (ends.length + 1) > leafHashes.length) {
        leafHashes = Buffer.concat([leafHashes], 2 * leafHashes.length);
      }
      writeRecord(records, end, { leaf, payload: encoded, document: documentBytes });
      leafHashes.write(leafHash, hashLength * ends.length, 'latin1');
      const asks: OpenLine['asks'] = [];
      if (payload.signature !== '0x' && !isSignedBy(creator, payload, digester)) asks.push('signature');
      if (restsOnOthers(payload.registration)) asks.push('registration');
      if (asks.length > 0) open.push({ at: ends.length, creator, payload, asks });
      toTerms.push(termsPlace(payload));
      end += length;
      ends.push(end);
      lines.push(line);
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      refused.push({ line, code: error.code, fault: error.translatable });
    }
  }
  return {
    batch: {
      records: records.subarray(0, end),
      ends: Uint32Array.from(ends),
      leafHashes: leafHashes.subarray(0, hashLength * ends.length),
    },
    lines: Uint32Array.from(lines),
    refused,
    open,
    terms,
    termsOf: Uint16Array.from(toTerms),
    count: line,
  };
}

function readLine(text: Buffer) {
  if (text.length > longestLine) {
    throw new LedgerError(
      'input-invalid',
      message('errors.line-length', { most: longestLine, got: text.length }),
    );
  }
  const line = parseInput(WorkLine, readJson(text));
  return { creator: line.creator, ...composeLine(line, nativeHash) };
}

function nativeHash(text: string): Hex {
  return `0x${hash('sha256', text)}`;
}

/** Who speaks in a line: its creator by a signature, or else an operator, whose word has bounds. */
function findSpeaker(creator: Hex, { registration, signature }: LoggedPayload, author: Hex | undefined): Hex {
  if (signature !== '0x') return creator;
  if (author === undefined) {
    throw new LedgerError(
      'signature-invalid',
      message('errors.at-field', {
        field: 'signature',
        fault: message('errors.line-signature', { creator }),
      }),
    );
  }
  if (author !== creator && registration.sources.length + registration.payees.length > 0) {
    throw new LedgerError(
      'signature-invalid',
      message('errors.at-field', {
        field: 'signature',
        fault: message('errors.line-creator-signature', { creator }),
      }),
    );
  }
  return author;
}

/** By the creator's own key; a contract wallet's signature only the wallet knows. */
function isSignedBy(creator: Hex, payload: LoggedPayload, digester: Digester): boolean {
  return recoverSigner(digester.digestOf(creator, payload), payload.signature) === creator;
}

function isBlank(text: Buffer): boolean {
  return text.length === 0 || (text.length === 1 && text[0] === 13);
}
