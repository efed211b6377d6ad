import type { Provider } from 'ethers';
import type { Anchor } from '../log/LogPosition.ts';
import type { Hex } from '../kernel/values.ts';
import { ProvenanceLog__factory } from './generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { asked } from './openChain.ts';

/**
 * When a root was anchored, as the chain itself says: the event of that transaction, in that block.
 *
 * @param log The `ProvenanceLog` whose event it has to be.
 * @returns the block's timestamp in seconds, or undefined if there is no such anchor.
 * @throws LedgerError `chain-unreachable`.
 */
export async function findAnchor(
  provider: Provider,
  log: Hex,
  { size, root, block, transaction }: Anchor,
): Promise<number | undefined> {
  return await asked(async () => {
    const receipt = await provider.getTransactionReceipt(transaction);
    if (receipt?.status !== 1 || receipt.blockNumber !== block) return undefined;
    const contract = ProvenanceLog__factory.connect(log, provider);
    const anchors = receipt.logs.filter(({ address }) => address.toLowerCase() === log);
    const found = anchors.some((one) => {
      const event = contract.interface.parseLog(one);
      return (
        event?.name === 'RootAnchored' && event.args['size'] === BigInt(size) && event.args['root'] === root
      );
    });
    if (!found) return undefined;
    return (await provider.getBlock(receipt.blockHash))?.timestamp;
  });
}
