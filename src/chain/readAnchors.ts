import type { Log, Provider } from 'ethers';
import type { Anchor } from '../log/audit/auditLog.ts';
import { readAhead } from '../kernel/async/readAhead.ts';
import type { Block, Hex } from '../kernel/values.ts';
import { ProvenanceLog__factory } from './generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { asked } from './openChain.ts';

/** Blocks asked for at a time: public endpoints refuse more. */
const range = 1000;
/** Ranges that are asked for at once. */
const abreast = 3;

const { interface: contractInterface } = ProvenanceLog__factory.connect(`0x${'0'.repeat(40)}`);
const topic = contractInterface.getEvent('RootAnchored').topicHash;

/**
 * Every root that a contract took from a block up to another, in their order.
 *
 * @throws LedgerError `chain-unreachable`.
 */
export async function* readAnchors(
  provider: Provider,
  contract: Hex,
  from: number,
  to: number,
): AsyncGenerator<Anchor> {
  const ranges = readAhead(Math.ceil((to + 1 - from) / range), abreast, async (n) => {
    const fromBlock = from + n * range;
    const toBlock = Math.min(to, fromBlock + range - 1);
    return await asked(() => provider.getLogs({ address: contract, topics: [topic], fromBlock, toBlock }));
  });
  for await (const logs of ranges) for (const log of logs) yield anchorOf(log);
}

/** What the chain says of a transaction that is said to have anchored a root. */
interface FoundAnchor {
  chainId: number;
  block: Block;
  /** The roots that contracts took in it. */
  roots: { contract: Hex; size: number; root: Hex }[];
}

/** @throws LedgerError `chain-unreachable`. */
export async function findAnchor(provider: Provider, transaction: Hex): Promise<FoundAnchor | undefined> {
  return await asked(async () => {
    const receipt = await provider.getTransactionReceipt(transaction);
    if (receipt === null || receipt.status !== 1) return undefined;
    const block = await provider.getBlock(receipt.blockNumber);
    if (block?.hash == null || block.hash !== receipt.blockHash) return undefined;
    const { chainId } = await provider.getNetwork();
    const logs = receipt.logs.filter(({ topics }) => topics[0] === topic && topics.length === 3);
    return {
      chainId: Number(chainId),
      block: { number: block.number, hash: block.hash as Hex, timestamp: block.timestamp },
      roots: logs.map((log) => {
        const { size, root } = anchorOf(log);
        return { contract: log.address.toLowerCase() as Hex, size, root };
      }),
    };
  });
}

/** Both fields of the event stand in its topics. */
function anchorOf({ topics, blockNumber, transactionHash }: Log): Anchor {
  return {
    size: Number(topics[1]),
    root: topics[2] as Hex,
    block: blockNumber,
    transaction: transactionHash as Hex,
  };
}
