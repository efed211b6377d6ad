import { recovers } from '../../src/chain/verifySignature.ts';
import type { Hex } from '../../src/kernel/values.ts';
import type { FoundAnchor } from '../../src/log/FoundAnchor.ts';
import type { ChainGround } from '../../src/verify/Ground.ts';
import type { Row } from '../../src/verify/Verification.ts';

/** A chain that has these transactions, and accounts without contract wallets. */
export function chainWith(
  chainId: number,
  findAnchor: (transaction: Hex) => FoundAnchor | undefined,
): ChainGround {
  const unasked = () => Promise.reject(new Error('expected a question about an anchor or a signature'));
  return {
    against: 'chain',
    chainId: () => Promise.resolve(chainId),
    findAnchor: (transaction) => Promise.resolve(findAnchor(transaction)),
    verifySignature: (...asked) => Promise.resolve(recovers(...asked)),
    anchorsSince: unasked,
    findBlock: unasked,
    rebuildFacts: unasked,
  };
}

/** The checks that failed, each named once. */
export function failedChecks(rows: readonly Row[]): string[] {
  return [...new Set(rows.filter(({ ok }) => ok === false).map(({ check }) => check))];
}
