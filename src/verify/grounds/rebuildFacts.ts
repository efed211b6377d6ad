import type { Provider } from 'ethers';
import { asked } from '../../chain/openChain.ts';
import type { CheckFacts } from '../../check/ports.ts';
import { catchUp } from '../../index/follow.ts';
import type { Deployment } from '../../ports/Deployment.ts';
import { openStore } from '../../store/openStore.ts';
import { readFacts } from '../../store/readFacts.ts';

/**
 * Queries the facts at a block, rebuilt in memory from the chain's events up to it.
 *
 * @throws LedgerError `chain-unreachable`, `chain-unstable`.
 */
export async function rebuildFacts<T>(
  provider: Provider,
  deployment: Deployment,
  block: number,
  query: (facts: CheckFacts) => Promise<T>,
): Promise<T> {
  const store = await openStore(':memory:');
  try {
    await asked(() => catchUp(store, provider, deployment, { upTo: block }));
    return await readFacts(store, query);
  } finally {
    await store.destroy();
  }
}
