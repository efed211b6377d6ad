import { getCreateAddress, type BaseContract, type ContractFactory, type Signer } from 'ethers';
import { LedgerError } from '../kernel/LedgerError.ts';
import { message } from '../messages/Message.ts';
import { factories } from './contracts.ts';
import type { Deployment } from '../ports/Deployment.ts';
import type { Hex } from '../kernel/values.ts';

/**
 * Deploys Lianpu; the signer becomes its administrator.
 *
 * The contracts name each other for good, so each address is computed from the deployer's nonce before it exists.
 *
 * @param baseURI Where the service serves metadata from, with a trailing slash.
 * @throws LedgerError `chain-refused` if somebody else used the account meanwhile and the addresses came out wrong.
 */
export async function deploy(deployer: Signer, baseURI: string): Promise<Deployment> {
  const provider = deployer.provider;
  if (provider === null) throw new LedgerError('chain-unreachable', message('errors.deployer-offline'));
  const from = await deployer.getAddress();
  const nonce = await deployer.getNonce();
  const at = (offset: number) => getCreateAddress({ from, nonce: nonce + offset }).toLowerCase() as Hex;
  const [authority, accreditations, log, works] = [at(0), at(1), at(2), at(3)];
  const [licences, royalties, usages] = [at(4), at(5), at(6)];

  const first = await create(new factories.authority(deployer), authority, [from]);
  await create(new factories.accreditations(deployer), accreditations, [authority]);
  await create(new factories.log(deployer), log, [authority]);
  await create(new factories.works(deployer), works, [
    authority,
    licences,
    royalties,
    accreditations,
    log,
    baseURI,
  ]);
  await create(new factories.licences(deployer), licences, [works, royalties]);
  await create(new factories.royalties(deployer), royalties, [works, licences]);
  await create(new factories.usages(deployer), usages, [works, licences]);

  const receipt = await first.deploymentTransaction()?.wait();
  const { chainId } = await provider.getNetwork();
  return {
    chainId: Number(chainId),
    block: receipt?.blockNumber ?? 0,
    authority,
    accreditations,
    works,
    licences,
    royalties,
    usages,
    log,
  };
}

async function create(factory: ContractFactory, expected: string, args: unknown[]): Promise<BaseContract> {
  const contract = await factory.deploy(...args);
  await contract.waitForDeployment();
  const got = (await contract.getAddress()).toLowerCase();
  if (got !== expected)
    throw new LedgerError('chain-refused', message('errors.contract-address', { expected, got }));
  return contract;
}
