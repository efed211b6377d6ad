import type { CheckFacts } from '../check/ports.ts';
import type { Block, Hex } from '../kernel/values.ts';
import type { FoundAnchor } from '../log/FoundAnchor.ts';
import type { Anchor } from '../log/LogPosition.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { TypedData } from '../ports/TypedData.ts';

/** What a proof is verified against: a chain, or roots of the log that the verifier trusts already. */
export type Ground = ChainGround | RootGround;

/** A root of the log; its size is compared, too, where it is given. */
export interface TrustedRoot {
  root: Hex;
  size?: number | undefined;
}

export interface RootGround {
  against: 'root';
  roots: readonly TrustedRoot[];
  /** Whether an account signed; null where only a contract wallet could tell. */
  verifySignature(signer: Hex, data: TypedData, signature: Hex): Promise<boolean | null>;
}

/** What a chain shows. Every method throws LedgerError `chain-unreachable`. */
export interface ChainGround {
  against: 'chain';
  chainId(): Promise<number>;
  /** A transaction and the roots it anchored; undefined if the chain has none, or one that failed. */
  findAnchor(transaction: Hex): Promise<FoundAnchor | undefined>;
  /** Every root a contract took from a block up to the chain's head at the time of the call, in order. */
  anchorsSince(contract: Hex, block: number): Promise<AsyncIterable<Anchor>>;
  /** Whether an account or a contract wallet (ERC-1271) signed. */
  verifySignature(signer: Hex, data: TypedData, signature: Hex): Promise<boolean>;
  findBlock(number: number): Promise<Block | undefined>;
  /** Queries the facts at a block, rebuilt from the chain's events up to it. */
  rebuildFacts<T>(
    deployment: Deployment,
    block: number,
    query: (facts: CheckFacts) => Promise<T>,
  ): Promise<T>;
}
