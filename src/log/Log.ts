import type { Hex } from '../values.ts';
import type { Envelope } from './envelope.ts';

/** A record of the log: its leaf, and the canonical JSON the leaf names by hash. */
export interface Entry {
  /** Counted from zero; final. */
  index: number;
  envelope: Envelope;
  payload: string;
  /** The leaf's hash (RFC 9162, 2.1.1). */
  leafHash: Hex;
}

/** One append-only Merkle log for everything off the chain (RFC 9162, SHA-256). */
export interface Log {
  size(): number;
  /** Durable when it returns. Appending the same leaf again gives the entry that is there. */
  append(record: { envelope: Omit<Envelope, 'payloadHash'>; payload: string }): Entry;
  entry(index: number): Entry | undefined;
  /** The entries about a subject, in order. */
  entriesOf(type: Envelope['type'], subject: Hex): Entry[];
  /** The Merkle tree hash of the first `size` entries. */
  root(size: number): Hex;
  proveInclusion(index: number, size: number): Hex[];
  proveConsistency(first: number, second: number): Hex[];
  close(): void;
}
