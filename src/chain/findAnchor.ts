import type { Provider } from 'ethers';
import type { Hex } from '../kernel/values.ts';
import type { FoundAnchor } from '../log/FoundAnchor.ts';
import { asked } from './openChain.ts';
import { decodeAnchor, anchorTopic } from './readAnchors.ts';

/**
 * A transaction that is said to have anchored a root, with the roots that contracts took in it.
 *
 * @returns undefined if the chain has no such transaction, or one that failed.
 * @throws LedgerError `chain-unreachable`.
 */
export async function findAnchor(provider: Provider, transaction: Hex): Promise<FoundAnchor | undefined> {
  return await asked(async () => {
    const receipt = await provider.getTransactionReceipt(transaction);
    if (receipt === null || receipt.status !== 1) return undefined;
    const block = await provider.getBlock(receipt.blockNumber);
    if (block?.hash == null || block.hash !== receipt.blockHash) return undefined;
    const logs = receipt.logs.filter(({ topics }) => topics[0] === anchorTopic && topics.length === 3);
    return {
      block: { number: block.number, hash: block.hash as Hex, timestamp: block.timestamp },
      roots: logs.map((log) => {
        const { size, root } = decodeAnchor(log);
        return { contract: log.address.toLowerCase() as Hex, size, root };
      }),
    };
  });
}
