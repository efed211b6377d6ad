import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ContractFactory, type InterfaceAbi, type Signer } from 'ethers';

interface Solc {
  compile(input: string, callbacks: { import(path: string): { contents: string } }): string;
}
interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>;
}

/**
 * A contract of test/support/sol, compiled here: what is built for a test alone is not in `artifacts`.
 *
 * @param source The file it is in, where that has another name.
 */
export function compiled(name: string, deployer: Signer, source = name): ContractFactory {
  const require = createRequire(import.meta.url);
  const solc = require('solc') as Solc;
  const file = `test/support/sol/${source}.sol`;
  const input = {
    language: 'Solidity',
    sources: { [file]: { content: readFileSync(file, 'utf8') } },
    settings: { evmVersion: 'cancun', outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } },
  };
  const read = (path: string) => readFileSync(path.startsWith('@') ? `node_modules/${path}` : path, 'utf8');
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), { import: (path) => ({ contents: read(path) }) }),
  ) as Output;
  const contract = output.contracts[file]?.[name];
  if (contract === undefined) {
    throw new Error(output.errors?.map(({ formattedMessage }) => formattedMessage).join('\n'));
  }
  return new ContractFactory(contract.abi, contract.evm.bytecode.object, deployer);
}
