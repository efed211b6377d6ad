import {
  getCreateAddress,
  HDNodeWallet,
  Mnemonic,
  NonceManager,
  Wallet,
  type JsonRpcProvider,
  type Signer,
} from 'ethers';
import type { Seeds } from '../../seeds/schema.ts';
import { connectContracts } from '../../src/chain/contracts.ts';
import { LocalYuan__factory } from '../../src/chain/generated/factories/contracts/local/LocalYuan__factory.ts';
import type { Deployment } from '../../src/ports/Deployment.ts';
import { connectLianpu, type Lianpu } from '../../src/sdk/connectLianpu.ts';
import type { Hex } from '../../src/kernel/values.ts';
import { rolesToBits } from '../../src/work/Accreditation.ts';

/** The accounts every local Ethereum chain starts with. They are public: worth nothing elsewhere. */
const localPhrase = Mnemonic.fromPhrase('test test test test test test test test test test test junk');

/** Makes the play money and nothing else. */
const minterIndex = 19;

/** The people of the seeds, each with an account of the local chain, a client and play money. */
interface Cast {
  accountOf(personId: string): Hex;
  clientOf(personId: string): Lianpu;
  /** The address of LCNY, the play money of a local chain. */
  yuan: Hex;
}

/** A key of a local chain; 0 deploys and operates. */
export function localKey(index: number): Hex {
  return HDNodeWallet.fromMnemonic(localPhrase, `m/44'/60'/0'/0/${index}`).privateKey as Hex;
}

/** Gives people the roles the seeds say, gives everybody play money, and gives each of the cast a client. */
export async function gatherCast(
  seeds: Seeds,
  deployment: Deployment,
  provider: JsonRpcProvider,
  operator: Signer,
  url: string,
): Promise<Cast> {
  const accounts = new Map<string, Hex>();
  const clients = new Map<string, Lianpu>();
  for (const { id, account } of seeds.people) {
    const wallet = new Wallet(localKey(account), provider);
    accounts.set(id, wallet.address.toLowerCase() as Hex);
    clients.set(id, connectLianpu({ url, signer: new NonceManager(wallet) }));
  }
  const { accreditations } = connectContracts(deployment, operator);
  for (const { id, accredited } of seeds.people) {
    const [account, roles] = [found(accounts, id), rolesToBits(accredited)];
    if (Number(await accreditations.rolesOf(account)) === roles) continue;
    await (await accreditations.accredit(account, roles)).wait();
  }
  return {
    accountOf: (id) => found(accounts, id),
    clientOf: (id) => found(clients, id),
    yuan: await playMoney(provider, [...accounts.values()]),
  };
}

/** The token's address follows from the account that makes it first thing, so seeding again finds the same one. */
async function playMoney(provider: JsonRpcProvider, holders: Hex[]): Promise<Hex> {
  const minter = new Wallet(localKey(minterIndex), provider);
  const address = getCreateAddress({ from: minter.address, nonce: 0 }).toLowerCase() as Hex;
  if ((await provider.getCode(address)) === '0x') {
    const yuan = await new LocalYuan__factory(minter).deploy(holders, 10n ** 24n, { nonce: 0 });
    await yuan.waitForDeployment();
  }
  return address;
}

function found<T>(map: Map<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`expected somebody of the seeds, got ${id}`);
  return value;
}
