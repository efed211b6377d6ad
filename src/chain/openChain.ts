import {
  Contract,
  isError,
  NonceManager,
  ZeroAddress,
  type ContractTransactionResponse,
  type Provider,
  type Signer,
  type TransactionReceipt,
} from 'ethers';
import { createQueue } from '../kernel/async/createQueue.ts';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import type { Chain } from '../ports/Ledger.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { Hex, Origin } from '../kernel/values.ts';
import { connectContracts } from './contracts.ts';
import { createCurrencyReader } from './createCurrencyReader.ts';
import { toRefusal } from './refusals/toRefusal.ts';
import { verifySignature } from './verifySignature.ts';

/** What a relayed call may cost: a contract wallet decides what its signature check costs, and we pay for it. */
const relayGas = 4_000_000n;
/** How long a transaction may take to get into a block, in milliseconds. */
const patience = 120_000;

/** The chain as the verbs know it; `relayer` pays for what others signed. */
export function openChain(deployment: Deployment, provider: Provider, relayer: Signer): Chain {
  const contracts = connectContracts(deployment, relayer);
  const reader = connectContracts(deployment, provider);
  const send = oneAtATime(relayer);
  const name = createCurrencyReader(deployment, provider);

  return {
    noncesOf: async (account) =>
      await asked(async () => {
        const nonces = [reader.works.nonces(account), reader.licences.nonces(account)] as const;
        const [registration, offer] = await Promise.all(nonces);
        return { registration, offer };
      }),
    ledgerBalance: async (currency, block) =>
      await asked(async () => {
        if (currency === ZeroAddress) return await provider.getBalance(deployment.royalties, block);
        const token = new Contract(
          currency,
          ['function balanceOf(address) view returns (uint256)'],
          provider,
        );
        return (await token.getFunction('balanceOf')(deployment.royalties, { blockTag: block })) as bigint;
      }),
    receiverOf: async (workId) =>
      await asked(async () => (await reader.royalties.receiverOf(workId)).toLowerCase() as Hex),
    currencyOf: async (currency) => await asked(() => name(currency)),
    verifySignature: async (signer, data, signature) =>
      await asked(() => verifySignature(provider, signer, data, signature)),
    requireRegistrable: async ({ creator, registration, sourceShares, deadline, signature }) => {
      await asked(() =>
        reader.works.registerFor.staticCall(creator, registration, sourceShares, deadline, signature, {
          gasLimit: relayGas,
        }),
      );
    },
    requireRegistrableBy: async (creator, registration, sourceShares) => {
      await asked(() =>
        reader.works.register.staticCall(registration, sourceShares, { from: creator, gasLimit: relayGas }),
      );
    },
    mayAnchor: async (account) =>
      await asked(async () => {
        const { selector } = reader.log.getFunction('anchor').fragment;
        const [atOnce] = await reader.authority.canCall(account, deployment.log, selector);
        return atOnce;
      }),
    registerFor: async ({ creator, registration, sourceShares, deadline, signature }) =>
      await send(async () => {
        const call = [creator, registration, sourceShares, deadline, signature] as const;
        const gasLimit = within(await contracts.works.registerFor.estimateGas(...call));
        return await contracts.works.registerFor(...call, { gasLimit });
      }),
    offerFor: async ({ workId, terms, deadline, signature }) =>
      await send(async () => {
        const call = [workId, terms, deadline, signature] as const;
        const gasLimit = within(await contracts.licences.offerFor.estimateGas(...call));
        return await contracts.licences.offerFor(...call, { gasLimit });
      }),
    anchor: async (size, root, proof) => await send(() => contracts.log.anchor(size, root, [...proof])),
    anchored: async () =>
      await asked(async () => {
        const { size, root } = await reader.log.anchored();
        return { size: Number(size), root: root as Hex };
      }),
  };
}

/** What is estimated, with some room, if that is what a relayed call may cost. */
function within(estimated: bigint): bigint {
  if (estimated <= relayGas) return estimated + estimated / 5n;
  throw new LedgerError('chain-refused', message('errors.gas', { most: relayGas, got: estimated }));
}

/** Runs a question or a transaction and turns what the chain throws into a LedgerError. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw toRefusal(error);
  }
}

/**
 * Waits until a transaction is in a block, be it with another price for gas than it was sent with; says where.
 *
 * @throws LedgerError `chain-refused` if it was carried out and failed, or was taken back by its sender.
 */
export async function placed(sent: ContractTransactionResponse): Promise<Origin> {
  try {
    // What a contract of ethers' returns has forgotten from where to look, and would not find what replaced it.
    const since = await sent.provider.getBlockNumber();
    return toOrigin(await sent.replaceableTransaction(since).wait(1, patience));
  } catch (error) {
    if (!isError(error, 'TRANSACTION_REPLACED') || error.cancelled) throw error;
    return toOrigin(error.receipt);
  }
}

/** ethers looks at the status of what was sent, and not of what replaced it. */
function toOrigin(receipt: TransactionReceipt | null): Origin {
  if (receipt?.status === 1) return { block: receipt.blockNumber, transaction: receipt.hash as Hex };
  throw new LedgerError(
    'chain-refused',
    message('errors.transaction-reverted', {
      transaction: receipt?.hash ?? message('errors.none'),
    }),
  );
}

/**
 * Sends transactions of one account in turn and waits for them side by side: two that overtake each other would leave
 * a hole in the account's nonces, and one that was never sent must not count.
 */
function oneAtATime(relayer: Signer) {
  const inTurn = createQueue();
  return async (call: () => Promise<ContractTransactionResponse>): Promise<Origin> => {
    const sent = inTurn(async () => {
      try {
        return await call();
      } catch (error) {
        if (relayer instanceof NonceManager) relayer.reset();
        // Somebody else has used the account: what was refused for its nonce did nothing, and is sent again.
        if (isError(error, 'NONCE_EXPIRED')) return await call();
        throw error;
      }
    });
    return await asked(async () => await placed(await sent));
  };
}
