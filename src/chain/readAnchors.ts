import type { Log, Provider } from 'ethers';
import { readAhead } from '../kernel/async/readAhead.ts';
import type { Anchor } from '../log/LogPosition.ts';
import type { Hex } from '../kernel/values.ts';
import { ProvenanceLog__factory } from './generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { asked } from './openChain.ts';

/** Blocks asked for at a time: public endpoints refuse more. */
const range = 1000;
/** Ranges that are asked for at once. */
const abreast = 3;

const { interface: contractInterface } = ProvenanceLog__factory.connect(`0x${'0'.repeat(40)}`);
export const anchorTopic = contractInterface.getEvent('RootAnchored').topicHash;

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
    return await asked(() =>
      provider.getLogs({ address: contract, topics: [anchorTopic], fromBlock, toBlock }),
    );
  });
  for await (const logs of ranges) for (const log of logs) yield decodeAnchor(log);
}

/** A root that a contract took: both fields of the event stand in its topics. */
export function decodeAnchor({ topics, blockNumber, transactionHash }: Log): Anchor {
  return {
    size: Number(topics[1]),
    root: topics[2] as Hex,
    block: blockNumber,
    transaction: transactionHash as Hex,
  };
}
