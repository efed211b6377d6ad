import type { Signer } from 'ethers';
import { Status } from '../../ports/Status.ts';
import { createQueue, type Queue } from '../../kernel/async/createQueue.ts';
import { LedgerError } from '../../kernel/LedgerError.ts';
import { message } from '../../messages/Message.ts';
import type { Deployment } from '../../ports/Deployment.ts';
import type { Hex, Origin } from '../../kernel/values.ts';
import type { Http } from './http.ts';

/** Seconds a signature is good for. */
export const signatureLife = 3600;

/** What has to be done one after another: what counts with the same nonce, and what pays after asking what is due. */
export type QueueName = 'registration' | 'offer' | 'transaction' | 'payment';

/** Who sends: the account that signs, and what it signs for. */
export interface Sender {
  signer: Signer;
  account: Hex;
  deployment: Deployment;
}

/** What every part of the client shares: the service, and the account that signs. */
export interface Session {
  http: Http;
  status(): Promise<Status>;
  /** @throws LedgerError `signer-missing` if the client was made without one, `chain-mismatch` if it is elsewhere. */
  signing(): Promise<Sender>;
  /** Runs a task when those before it in the same queue are done, well or not. */
  inTurn<T>(queue: QueueName, task: () => Promise<T>): Promise<T>;
  /**
   * Waits until the service has read what was just written.
   *
   * @throws LedgerError `service-failed` if it has not after ten seconds. What was written stands all the same.
   */
  seen<T extends Origin>(origin: T): Promise<T>;
}

/**
 * @param patience Milliseconds between two questions whether the service has read a block, and for all of them.
 */
export function createSession(
  http: Http,
  signer: Signer | undefined,
  patience = { every: 200, atMost: 10_000 },
): Session {
  const status = () => http.get(Status, '/v1/status');
  let deployment: Promise<Deployment> | undefined;
  const queues = new Map<QueueName, Queue>();
  return {
    http,
    status,
    signing: async () => {
      if (signer === undefined) {
        throw new LedgerError('signer-missing', message('errors.signer-missing'));
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
          message('errors.signer-chain', { expected: found.chainId, got: Number(network.chainId) }),
          {
            details: { expected: found.chainId, got: Number(network.chainId) },
          },
        );
      }
      return { signer, account: (await signer.getAddress()).toLowerCase() as Hex, deployment: found };
    },
    inTurn: async (name, task) => {
      const queue = queues.get(name) ?? createQueue();
      queues.set(name, queue);
      return await queue(task);
    },
    seen: async (origin) => {
      const end = Date.now() + patience.atMost;
      for (;;) {
        // The service may ask another node of the chain than the signer does, and that one can be behind.
        const { block } = await http.get(Status, '/v1/status', { block: origin.block });
        if (block.number >= origin.block) return origin;
        if (Date.now() >= end) {
          throw new LedgerError(
            'service-failed',
            message('errors.service-behind', {
              transaction: origin.transaction,
              expected: origin.block,
              got: block.number,
            }),
            { details: { expected: origin.block, got: block.number, transaction: origin.transaction } },
          );
        }
        await new Promise((resolve) => setTimeout(resolve, patience.every));
      }
    },
  };
}
