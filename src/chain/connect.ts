import { FetchRequest, JsonRpcProvider, NonceManager, Wallet, type Signer } from 'ethers';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Hex } from '../kernel/values.ts';

/**
 * Connects to a chain by its JSON-RPC address.
 *
 * @throws LedgerError `chain-unreachable` if nothing answers there, `chain-mismatch` for another chain than expected.
 */
export async function connectChain(rpcUrl: string, expectedChainId?: number): Promise<JsonRpcProvider> {
  const chainId = await askChainId(rpcUrl);
  if (expectedChainId !== undefined && chainId !== expectedChainId) {
    throw new LedgerError(
      'chain-mismatch',
      message('errors.chain', { expected: expectedChainId, got: chainId }),
      {
        details: { expected: expectedChainId, got: chainId },
      },
    );
  }
  const request = new FetchRequest(rpcUrl);
  request.timeout = 20_000;
  return new JsonRpcProvider(request, chainId, {
    staticNetwork: true,
    // No cache: a head that is a quarter of a second old would hide what was just written.
    cacheTimeout: -1,
    // No waiting for others to share a request: most calls here follow each other.
    batchMaxCount: 1,
    pollingInterval: 250,
  });
}

/**
 * An account that signs and sends, its nonces counted here so that calls can overlap.
 *
 * @throws LedgerError `input-invalid` for what is no private key; the key is not repeated.
 */
export function createSigner(privateKey: string, provider: JsonRpcProvider): Signer {
  try {
    return new NonceManager(new Wallet(privateKey, provider));
  } catch {
    throw new LedgerError('input-invalid', message('errors.private-key'));
  }
}

/** Asked by hand, because ethers retries for ever and says nothing when nobody answers. */
async function askChainId(rpcUrl: string): Promise<number> {
  try {
    const response = await fetch(rpcUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] }),
      signal: AbortSignal.timeout(10_000),
    });
    const { result } = (await response.json()) as { result: Hex };
    return Number(BigInt(result));
  } catch (cause) {
    throw new LedgerError(
      'chain-unreachable',
      message('errors.chain-unreachable', { url: withoutSecrets(rpcUrl) }),
      {
        cause,
      },
    );
  }
}

/** Where a chain is, without the path: providers put keys into it. */
export function withoutSecrets(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}
