import { network } from 'hardhat';
import type { Signer } from 'ethers';
import { connectContracts } from '../../src/chain/contracts.ts';
import { deploy } from '../../src/chain/deploy.ts';

/** A fresh chain in this process with Lianpu on it, and the cast that every test knows. */
export async function freshChain() {
  const connection = await network.create();
  const [operator, painter, troupe, academy, studio, platform, auditor] =
    await connection.ethers.getSigners();
  const cast = { operator, painter, troupe, academy, studio, platform, auditor } as unknown as Record<
    'operator' | 'painter' | 'troupe' | 'academy' | 'studio' | 'platform' | 'auditor',
    Signer
  >;
  const deployment = await deploy(cast.operator, 'http://127.0.0.1/');
  return { connection, cast, deployment, contracts: connectContracts(deployment, cast.operator) };
}
