import type { Hex } from '../kernel/values.ts';

/** Typed data to sign (EIP-712). */
export interface TypedData {
  domain: { name: string; version: string; chainId: bigint; verifyingContract: Hex };
  types: Record<string, { name: string; type: string }[]>;
  message: Record<string, unknown>;
}

/** An account of the service's own, which signs the service's answers. */
export interface Signer {
  account(): Promise<Hex>;
  sign(data: TypedData): Promise<Hex>;
}
