import type { Signer } from 'ethers';
import { Status } from '../Status.ts';
import { LedgerError } from '../error.ts';
import type { Deployment } from '../ledger.ts';
import type { Hex, Origin } from '../values.ts';
import type { Http } from './http.ts';

/** Seconds a signature is good for. */
export const signatureLife = 3600;

/** What every part of the client shares: the service, and the account that signs. */
export interface Session {
  http: Http;
  status(): Promise<Status>;
  /** @throws LedgerError `signer-missing` if the client was made without one, `chain-mismatch` if it is elsewhere. */
  signing(): Promise<{ signer: Signer; account: Hex; deployment: Deployment }>;
  /** Waits until the service has read what was just written. */
  seen<T extends Origin>(origin: T): Promise<T>;
}

export function sessionOf(http: Http, signer: Signer | undefined): Session {
  const status = () => http.get(Status, '/v1/status');
  let deployment: Promise<Deployment> | undefined;
  return {
    http,
    status,
    signing: async () => {
      if (signer === undefined) {
        throw new LedgerError('signer-missing', 'expected a client with a signer for this, got one without');
      }
      deployment ??= status().then((answer) => answer.deployment);
      const found = await deployment.catch((error: unknown) => {
        deployment = undefined;
        throw error;
      });
      const network = await signer.provider?.getNetwork();
      if (network !== undefined && Number(network.chainId) !== found.chainId) {
        throw new LedgerError(
          'chain-mismatch',
          `expected a signer on chain ${found.chainId}, got ${network.chainId}`,
          {
            details: { expected: found.chainId, got: Number(network.chainId) },
          },
        );
      }
      return { signer, account: (await signer.getAddress()).toLowerCase() as Hex, deployment: found };
    },
    seen: async (origin) => {
      await http.get(Status, '/v1/status', { block: origin.block });
      return origin;
    },
  };
}
