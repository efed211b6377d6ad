import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HDNodeWallet, Mnemonic, NonceManager, Wallet, type JsonRpcProvider, type Signer } from 'ethers';
import { network } from 'hardhat';
import { pino } from 'pino';
import { serve } from '../../src/api/server.ts';
import { connectChain } from '../../src/chain/connect.ts';
import { connectContracts } from '../../src/chain/contracts.ts';
import { deploy } from '../../src/chain/deploy.ts';
import { openLedger } from '../../src/api/openLedger.ts';
import { connectLianpu } from '../../src/sdk/connectLianpu.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { rolesToBits } from '../../src/work/Accreditation.ts';

/** The accounts every local Ethereum chain starts with. They are public: worth nothing elsewhere. */
const phrase = Mnemonic.fromPhrase('test test test test test test test test test test test junk');
const names = ['operator', 'painter', 'troupe', 'academy', 'studio', 'platform', 'auditor'] as const;
export type Who = (typeof names)[number];

/** A chain behind JSON-RPC, Lianpu on it, the service and a client for each of the cast. */
export async function freshService() {
  const node = await network.createServer('local', '127.0.0.1', 0);
  const { address, port } = await node.listen();
  const rpcUrl = `http://${address}:${port}`;
  const provider = await connectChain(rpcUrl);
  const keys = Object.fromEntries(names.map((name, i) => [name, keyAt(i)])) as Record<Who, Hex>;
  const accounts = Object.fromEntries(
    names.map((name) => [name, new Wallet(keys[name]).address.toLowerCase()]),
  ) as Record<Who, Hex>;
  const createSigner = (who: Who): Signer => new NonceManager(new Wallet(keys[who], provider));

  const deployment = await deploy(createSigner('operator'), 'http://127.0.0.1/');
  const operator = createSigner('operator');
  const contracts = connectContracts(deployment, operator);
  await (
    await contracts.accreditations.accredit(accounts.academy, rolesToBits(['custodian', 'community']))
  ).wait();
  await (await contracts.accreditations.accredit(accounts.auditor, rolesToBits(['registrar']))).wait();
  const folder = await mkdtemp(join(tmpdir(), 'lianpu-test-'));
  const ledger = await openLedger({ deployment, provider, relayer: operator, folder });
  const service = await serve(ledger, {
    host: '127.0.0.1',
    port: 0,
    logger: pino({ level: 'silent' }),
    pages: 'dist/web',
    followEvery: 0.2,
    anchorEvery: 0.2,
    writesPerMinute: 1_000_000,
  });
  return {
    url: service.url,
    rpcUrl,
    provider,
    deployment,
    contracts,
    ledger,
    folder,
    keys,
    accounts,
    signerOf: createSigner,
    /** A client that signs as one of the cast. */
    as: (who: Who) => connectLianpu({ url: service.url, signer: createSigner(who) }),
    close: async () => {
      await service.close();
      await ledger.close();
      provider.destroy();
      await node.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Moves the chain's clock and makes a block. */
export async function passTime(provider: JsonRpcProvider, seconds: number): Promise<void> {
  await provider.send('evm_increaseTime', [seconds]);
  await provider.send('evm_mine', []);
}

function keyAt(index: number): Hex {
  return HDNodeWallet.fromMnemonic(phrase, `m/44'/60'/0'/0/${index}`).privateKey as Hex;
}
