import type { Block, Hex, Origin } from '../kernel/values.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { Reads } from '../ports/Reads.ts';
import type { TypedData } from '../ports/TypedData.ts';
import type { Log } from './Log.ts';
import type { Anchor } from './LogPosition.ts';

/** What the index knows of anchors and blocks. */
export interface LogFacts {
  /** The block all reads are of. */
  readonly block: Block;
  /** The first anchor of a log of at least `size` entries. */
  anchorFrom(size: number): Promise<Anchor | null>;
  /** A block that something happened in. */
  blockAt(number: number): Promise<Block | undefined>;
}

/** What the log asks of the chain. */
export interface LogChain {
  /** Whether `signer` signed the typed data: an account's own key, or a contract wallet's word (ERC-1271). */
  verifySignature(signer: Hex, data: TypedData, signature: Hex): Promise<boolean>;
  anchor(size: number, root: Hex, proof: readonly Hex[]): Promise<Origin>;
  /** The last root the chain took; size 0 before the first. */
  anchored(): Promise<{ size: number; root: Hex }>;
}

/** What the verbs of the log receive. */
export interface LogLedger extends Reads<LogFacts> {
  readonly deployment: Deployment;
  /** Seconds since 1970. */
  now(): number;
  readonly chain: LogChain;
  readonly log: Log;
}
