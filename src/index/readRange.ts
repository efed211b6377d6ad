import type { Log, Provider } from 'ethers';
import type { Tables } from '../store/tables.ts';

interface Range {
  /** The block before the first; its hash if the store has it. */
  after: { number: number; hash?: string };
  to: number;
  address: string[];
}

/**
 * Reads the logs of a range of blocks, and the blocks they are in, with the last of the range.
 *
 * A hash stands for all blocks before it. So if the last block has the same hash before and after, the logs are of
 * one chain, whether there are any or none; and if the block before the range is still the one known, of that chain.
 *
 * @returns undefined if the chain changed meanwhile, or has no such block any more.
 */
export async function readRange(
  provider: Provider,
  { after, to, address }: Range,
): Promise<{ blocks: Tables['blocks'][]; logs: Log[] } | undefined> {
  const end = await provider.getBlock(to);
  const logs = await provider.getLogs({ address, fromBlock: after.number + 1, toBlock: to });
  const numbers = [...new Set(logs.map(({ blockNumber }) => blockNumber))].filter((number) => number !== to);
  const found = await Promise.all(numbers.map((number) => provider.getBlock(number)));
  const before = after.hash === undefined ? undefined : await provider.getBlock(after.number);
  found.push(await provider.getBlock(to));

  const blocks: Tables['blocks'][] = [];
  for (const block of found) {
    if (block?.hash == null) return undefined;
    blocks.push({ number: block.number, hash: block.hash, timestamp: block.timestamp });
  }
  const hashes = new Map(blocks.map(({ number, hash }) => [number, hash]));
  const isOneChain =
    end?.hash === hashes.get(to) &&
    before?.hash === after.hash &&
    logs.every((log) => hashes.get(log.blockNumber) === log.blockHash);
  return isOneChain ? { blocks: blocks.sort((a, b) => a.number - b.number), logs } : undefined;
}
