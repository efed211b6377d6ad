import type { Hex } from '../values.ts';
import type { Envelope } from './envelope.ts';

/** A record of the log: its leaf, and the payload the leaf names by hash. */
export interface Entry {
  /** Counted from zero; final. */
  index: number;
  envelope: Envelope;
  /** Canonical JSON in UTF-8, but of registrations the ABI encoding. */
  payload: Uint8Array;
  /** The leaf's hash (RFC 9162, 2.1.1). */
  leafHash: Hex;
}

/** One append-only Merkle log for everything off the chain (RFC 9162, SHA-256). */
export interface Log {
  size(): number;
  /** Durable when it resolves. Appending the same leaf again gives the entry that is there. */
  append(record: { envelope: Omit<Envelope, 'payloadHash'>; payload: Uint8Array }): Promise<Entry>;
  entry(index: number): Entry | undefined;
  /** The entries about a subject, in order. */
  entriesOf(type: Envelope['type'], subject: Hex): Entry[];
  /** The Merkle tree hash of the first `size` entries. */
  root(size: number): Hex;
  proveInclusion(index: number, size: number): Hex[];
  proveConsistency(first: number, second: number): Hex[];
  close(): void;
}
