import type { ContractRunner } from 'ethers';
import type { Deployment } from '../ports/Deployment.ts';
import { AccessManager__factory } from './generated/factories/@openzeppelin/contracts/access/manager/AccessManager__factory.ts';
import { Accreditations__factory } from './generated/factories/contracts/heritage/Accreditations__factory.ts';
import { LicenceRegistry__factory } from './generated/factories/contracts/licence/LicenceRegistry__factory.ts';
import { ProvenanceLog__factory } from './generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { RoyaltyLedger__factory } from './generated/factories/contracts/royalty/RoyaltyLedger__factory.ts';
import { UsageLedger__factory } from './generated/factories/contracts/usage/UsageLedger__factory.ts';
import { WorkRegistry__factory } from './generated/factories/contracts/work/WorkRegistry__factory.ts';

/** Every contract of Lianpu, by its name in a deployment. */
export const factories = {
  accreditations: Accreditations__factory,
  works: WorkRegistry__factory,
  licences: LicenceRegistry__factory,
  royalties: RoyaltyLedger__factory,
  usages: UsageLedger__factory,
  log: ProvenanceLog__factory,
  authority: AccessManager__factory,
};

type Name = keyof typeof factories;

/** The contracts whose events are indexed, and whose errors are known: all but the manager of roles. */
export const contractNames = (Object.keys(factories) as Name[]).filter((name) => name !== 'authority');

export type Contracts = { [N in Name]: ReturnType<(typeof factories)[N]['connect']> };

/** The contracts, typed, to read or (with a signer) to write. */
export function connectContracts(deployment: Deployment, runner: ContractRunner): Contracts {
  const connected = Object.entries(factories).map(
    ([name, factory]) => [name, factory.connect(deployment[name as Name], runner)] as const,
  );
  return Object.fromEntries(connected) as unknown as Contracts;
}
