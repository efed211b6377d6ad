import type { JsonRpcProvider } from 'ethers';
import type { Hex } from '../../kernel/values.ts';
import type { ChainGround } from '../Ground.ts';

interface ChainGroundOptions {
  /** Called before the chain's events are read up to a block, which can take long. */
  onRebuild?: (block: number) => void;
}

/**
 * A chain by its JSON-RPC address; connected when it is first asked, until it is closed.
 *
 * @example
 * const ground = chainGround('http://127.0.0.1:8545')
 * try {
 *   await verifyReceipt(file, ground, { signer })
 * } finally {
 *   ground.close()
 * }
 */
export function chainGround(
  rpcUrl: string,
  { onRebuild }: ChainGroundOptions = {},
): ChainGround & { close(): void } {
  let connection: Promise<JsonRpcProvider> | undefined;
  const connect = async () => {
    connection ??= import('../../chain/connect.ts').then(({ connectChain }) => connectChain(rpcUrl));
    return await connection;
  };
  const ask = async <T>(question: (connected: JsonRpcProvider) => Promise<T>): Promise<T> => {
    const connected = await connect();
    const { asked } = await import('../../chain/openChain.ts');
    return await asked(() => question(connected));
  };
  return {
    against: 'chain',
    chainId: async () => await ask(async (chain) => Number((await chain.getNetwork()).chainId)),
    findAnchor: async (transaction) => {
      const { findAnchor } = await import('../../chain/findAnchor.ts');
      return await findAnchor(await connect(), transaction);
    },
    anchorsSince: async (contract, block) => {
      const head = await ask((chain) => chain.getBlockNumber());
      const { readAnchors } = await import('../../chain/readAnchors.ts');
      return readAnchors(await connect(), contract, block, head);
    },
    verifySignature: async (...signed) => {
      const { verifySignature } = await import('../../chain/verifySignature.ts');
      return await ask((chain) => verifySignature(chain, ...signed));
    },
    findBlock: async (number) => {
      const block = await ask((chain) => chain.getBlock(number));
      if (block?.hash == null) return undefined;
      return { number, hash: block.hash as Hex, timestamp: block.timestamp };
    },
    rebuildFacts: async (deployment, block, query) => {
      onRebuild?.(block);
      const { rebuildFacts } = await import('./rebuildFacts.ts');
      return await rebuildFacts(await connect(), deployment, block, query);
    },
    close: () =>
      void connection?.then(
        (provider) => provider.destroy(),
        () => undefined,
      ),
  };
}
