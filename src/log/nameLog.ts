import type { Hex } from '../kernel/values.ts';

/** The name of the log that a contract anchors: there is one for each (CAIP-10 names the contract). */
export function nameLog(chainId: number, contract: Hex): string {
  return `lianpu/eip155:${chainId}:${contract}`;
}
