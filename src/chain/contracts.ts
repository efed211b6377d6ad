import type { ContractRunner } from 'ethers';
import type { Deployment } from '../ports/Deployment.ts';
import { AccessManager__factory } from './generated/factories/@openzeppelin/contracts/access/manager/AccessManager__factory.ts';
import { Accreditations__factory } from './generated/factories/contracts/heritage/Accreditations__factory.ts';
import { LicenceRegistry__factory } from './generated/factories/contracts/licence/LicenceRegistry__factory.ts';
import { ProvenanceLog__factory } from './generated/factories/contracts/log/ProvenanceLog__factory.ts';
import { RoyaltyLedger__factory } from './generated/factories/contracts/royalty/RoyaltyLedger__factory.ts';
import { UsageLedger__factory } from './generated/factories/contracts/usage/UsageLedger__factory.ts';
import { WorkRegistry__factory } from './generated/factories/contracts/work/WorkRegistry__factory.ts';

/** The contracts, typed, to read or (with a signer) to write. */
export function contractsOf(deployment: Deployment, runner: ContractRunner) {
  return {
    accreditations: Accreditations__factory.connect(deployment.accreditations, runner),
    works: WorkRegistry__factory.connect(deployment.works, runner),
    licences: LicenceRegistry__factory.connect(deployment.licences, runner),
    royalties: RoyaltyLedger__factory.connect(deployment.royalties, runner),
    usages: UsageLedger__factory.connect(deployment.usages, runner),
    authority: AccessManager__factory.connect(deployment.authority, runner),
    log: ProvenanceLog__factory.connect(deployment.log, runner),
  };
}

export type Contracts = ReturnType<typeof contractsOf>;
