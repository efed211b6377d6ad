import type { Hex } from '../kernel/values.ts';
import type { Envelope } from './envelope.ts';

/** A record of the log: its leaf, and the payload the leaf names by hash. */
export interface Entry {
  /** Counted from zero; final. */
  index: number;
  envelope: Envelope;
  /** Canonical JSON in UTF-8, but of registrations the ABI encoding. */
  payload: Uint8Array;
  /** A document that the payload names by hash, such as a work's metadata; empty where it names none. */
  document: Uint8Array;
  /** The leaf's hash (RFC 9162, 2.1.1). */
  leafHash: Hex;
}

/** Records to append, laid out as they will be kept. */
export interface Batch {
  /** Records as in a bundle (`recordBundle.ts`), one after another. */
  records: Buffer;
  /** Where each record ends in `records`. */
  ends: Uint32Array;
  /** The hash of each leaf, 32 bytes each. */
  leafHashes: Buffer;
}

/** What became of the records of a batch, in their order. */
export interface Placed {
  /** The index of each record; of one that was there before, that of the first time. */
  indexes: Float64Array;
  /** How many are new. */
  added: number;
  /** Records that are not in the log: their work is there already, in other words of the same author. */
  refused: { at: number; index: number }[];
}

/** One append-only Merkle log for everything off the chain (RFC 9162, SHA-256). */
export interface Log {
  /** The log's name, and the key its checkpoints are signed with, as others know it (C2SP signed-note). */
  readonly origin: string;
  readonly verifierKey: string;
  /** How many entries are on disk. */
  size(): number;
  /** Durable when it resolves. Appending the same leaf again gives the entry that is there. */
  append(record: { envelope: Omit<Envelope, 'payloadHash'>; payload: Uint8Array }): Promise<Entry>;
  /** Many at once; durable when it resolves. */
  appendBatch(batch: Batch): Promise<Placed>;
  entry(index: number): Entry | undefined;
  /** The entries about a subject, in order. */
  entriesOf(type: Envelope['type'], subject: Hex): Entry[];
  /** The first registrations of a file by its SHA-256, in order. */
  registrationsOf(contentHash: Hex, limit: number): Entry[];
  /** The Merkle tree hash of the first `size` entries. */
  root(size: number): Hex;
  /** The signed checkpoint over the first `size` entries. */
  checkpointOf(size: number): string;
  proveInclusion(index: number, size: number): Hex[];
  proveConsistency(first: number, second: number): Hex[];
  /** Signs a checkpoint over all entries and puts it, with the tiles it needs, where others read them. */
  publish(): Promise<string>;
  /** The folder of static files: `checkpoint`, `tile/` (C2SP tlog-tiles) and `records/`. */
  readonly folder: string;
  close(): Promise<void>;
}
