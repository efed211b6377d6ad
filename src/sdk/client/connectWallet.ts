import type { Signer } from 'ethers';
import { connectChain, createSigner } from '../../chain/connect.ts';

/**
 * An account that signs and sends, connected to a chain by its JSON-RPC address until it is closed.
 *
 * @throws LedgerError `chain-unreachable`, `input-invalid` for what is no private key; the key is not repeated.
 */
export async function connectWallet(
  rpcUrl: string,
  privateKey: string,
): Promise<{ signer: Signer; close(): void }> {
  const provider = await connectChain(rpcUrl);
  return { signer: createSigner(privateKey, provider), close: () => provider.destroy() };
}
