import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hex } from '../kernel/values.ts';
import { eventKinds, type EventKind, type ProcessSession } from './ProcessEvent.ts';

/*
 * Every preimage begins with 32 bytes that say what it is, so that none can be taken for another, and is of fixed
 * length but for the text of a label, which stands last. Numbers are big-endian.
 */

/** The commitment to a content's hash: SHA-256(tag ‖ salt ‖ hash). */
export function commitContent({ salt, hash }: { salt: Hex; hash: Hex }): Hex {
  return digest('content', bytes(salt), bytes(hash));
}

/** The commitment to a label: SHA-256(tag ‖ salt ‖ UTF-8). */
export function commitLabel({ salt, text }: { salt: Hex; text: string }): Hex {
  return digest('label', bytes(salt), utf8ToBytes(text));
}

/** The commitment to an event: SHA-256(tag ‖ salt ‖ kind (1) ‖ time (8) ‖ content ‖ label). */
export function commitEvent(event: {
  salt: Hex;
  kind: EventKind;
  /** Milliseconds since 1970. */
  time: number;
  content: Hex;
  label: Hex;
}): Hex {
  const { salt, kind, time, content, label } = event;
  const number = Uint8Array.of(eventKinds.indexOf(kind) + 1);
  return digest('event', bytes(salt), number, uint64(time), bytes(content), bytes(label));
}

/** The head before the first event: SHA-256(tag ‖ session ‖ author). Nobody else's chain can be a copy of it. */
export function computeStart({ session, author }: Pick<ProcessSession, 'session' | 'author'>): Hex {
  return digest('start', bytes(session), bytes(author));
}

/** The head with one event more: SHA-256(tag ‖ last head ‖ number of the event, from one (8) ‖ its commitment). */
export function headAfter(last: Hex, number: number, commitment: Hex): Hex {
  return digest('head', bytes(last), uint64(number), bytes(commitment));
}

function digest(what: string, ...parts: Uint8Array[]): Hex {
  const tag = new Uint8Array(32);
  tag.set(utf8ToBytes(`lianpu process ${what} v1`));
  return `0x${bytesToHex(sha256(concatBytes(tag, ...parts)))}`;
}

function bytes(hex: Hex): Uint8Array {
  return hexToBytes(hex.slice(2));
}

function uint64(value: number): Uint8Array {
  const encoded = new Uint8Array(8);
  new DataView(encoded.buffer).setBigUint64(0, BigInt(value));
  return encoded;
}
