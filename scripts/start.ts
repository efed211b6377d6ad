import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import {
  HDNodeWallet,
  JsonRpcProvider,
  MaxUint256,
  Mnemonic,
  NonceManager,
  type Signer,
  ZeroAddress,
} from 'ethers';
import { network } from 'hardhat';
import { loadSeeds, worksOf } from '../seeds/load.ts';
import { contractsOf } from '../src/chain/contracts.ts';
import { deploy } from '../src/chain/deploy.ts';
import { LocalYuan__factory } from '../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import { catchUp } from '../src/index/follow.ts';
import { migrate } from '../src/store/migrate.ts';
import { openSqlite } from '../src/store/openSqlite.ts';
import { LedgerError } from '../src/error.ts';
import { drawWork } from './draw/drawWork.ts';
import { seedChain } from './seed.ts';
import { tellStory } from './story.ts';

/** The accounts every local Ethereum chain starts with. They are public: worth nothing elsewhere. */
const localPhrase = 'test test test test test test test test test test test junk';

const { values } = parseArgs({
  options: { once: { type: 'boolean', default: false }, 'chain-port': { type: 'string', default: '8545' } },
});
const print = (text: string) => stdout.write(`${text}\n`);

const port = Number(values['chain-port']);
const server = await network.createServer('local', '127.0.0.1', port);
const { address, port: listening } = await server.listen().catch((cause: unknown) => {
  throw new LedgerError('port-taken', `expected port ${port} to be free; give another with --chain-port`, {
    cause,
  });
});
const provider = new JsonRpcProvider(`http://${address}:${listening}`, 31337, {
  cacheTimeout: -1,
  pollingInterval: 20,
  staticNetwork: true,
});
const store = openSqlite(':memory:');
try {
  const signers = Array.from({ length: 8 }, (_, i) => signerAt(i));
  const operator = signerAt(0);
  const deployment = await deploy(operator, 'http://127.0.0.1:3000/');
  print(`Chain and contracts are up at http://${address}:${listening}.`);

  const seeds = await loadSeeds(`${import.meta.dirname}/../seeds`);
  const signerOf = (id: string) =>
    signers[seeds.people.find((person) => person.id === id)?.account ?? 0] ?? operator;
  const holders = await Promise.all(signers.map((signer) => signer.getAddress()));
  const yuan = await new LocalYuan__factory(operator).deploy(holders, 10n ** 24n);
  await yuan.waitForDeployment();
  for (const signer of signers.slice(1)) {
    await (await yuan.connect(signer).approve(deployment.royalties, MaxUint256)).wait();
  }
  const contracts = contractsOf(deployment, operator);
  // All at once: drawing is what takes long, and sharp works on threads of its own.
  const files = new Map(worksOf(seeds).map((work) => [work.id, drawWork(work, seeds)]));
  const seeded = await seedChain(seeds, {
    deployment,
    contracts,
    signerOf,
    localYuan: await yuan.getAddress(),
    fileOf: (work) => files.get(work.id) ?? drawWork(work, seeds),
    onProgress: (done, all, work) => {
      if (stdout.isTTY) stdout.write(`\r\x1b[K${done + 1}/${all} ${work.title.en}`);
      else if ((done + 1) % 10 === 0) print(`${done + 1} of ${all} works registered`);
    },
  });
  print(`\n${seeded.works.size} works are registered, each by its creator's signature.`);

  await migrate(store);
  await catchUp(store, provider, deployment);
  const balanceOf = (currency: string) =>
    currency === ZeroAddress
      ? provider.getBalance(deployment.royalties)
      : yuan.balanceOf(deployment.royalties);
  const context = { db: store, provider, deployment, contracts, seeds, seeded, signerOf, balanceOf, print };
  const audits = await tellStory(context);
  if (audits.length === 0 || audits.some(({ sound }) => !sound)) process.exitCode = 1;
  if (!values.once) {
    print('The chain stays up; Ctrl-C stops it.');
    await new Promise<void>((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await store.destroy();
  provider.destroy();
  await server.close();
}

function signerAt(index: number): Signer {
  const wallet = HDNodeWallet.fromMnemonic(Mnemonic.fromPhrase(localPhrase), `m/44'/60'/0'/0/${index}`);
  return new NonceManager(wallet.connect(provider));
}
