import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from 'ethers';
import { z } from 'zod';
import { deploy } from '../../src/chain/deploy.ts';
import { parseInput } from '../../src/kernel/json/parseInput.ts';
import { LedgerError } from '../../src/kernel/LedgerError.ts';
import type { Deployment } from '../../src/ports/Deployment.ts';
import { Status } from '../../src/ports/Status.ts';
import { message } from '../../src/messages/Message.ts';

const Stored = z.strictObject(Status.shape.deployment.shape);

/**
 * The deployment a folder knows of, or a new one, which it then knows of.
 *
 * @throws LedgerError `chain-mismatch` if the folder is about another chain, or one that was reset.
 */
export async function deploymentIn(
  folder: string,
  chainId: number,
  deployer: Signer,
  baseUri: string,
): Promise<{ deployment: Deployment; isNew: boolean }> {
  const file = join(folder, 'deployment.json');
  const known = await readKnown(file);
  if (known !== undefined) {
    if (known.chainId === chainId) {
      await requireDeployed(known, deployer, file);
      return { deployment: known, isNew: false };
    }
    throw new LedgerError(
      'chain-mismatch',
      message('errors.chain-of-folder', { expected: known.chainId, file, got: chainId }),
    );
  }
  const deployment = await deploy(deployer, baseUri);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(deployment, null, 2)}\n`);
  await rename(`${file}.new`, file);
  return { deployment, isNew: true };
}

/** Chains share ids: each local one starts empty, and calls itself as the last did. */
async function requireDeployed({ works }: Deployment, { provider }: Signer, file: string): Promise<void> {
  if ((await provider?.getCode(works)) !== '0x') return;
  throw new LedgerError('chain-mismatch', message('errors.contracts-missing', { file }));
}

async function readKnown(file: string): Promise<Deployment | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return parseInput(Stored, JSON.parse(text), file);
  } catch (cause) {
    throw new LedgerError('input-invalid', message('errors.deployment-form', { file }), { cause });
  }
}
