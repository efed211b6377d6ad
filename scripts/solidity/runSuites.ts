import {
  EdrContext,
  L1_CHAIN_TYPE,
  l1GenesisState,
  l1HardforkLatest,
  l1HardforkToString,
  l1SolidityTestRunnerFactory,
  type Artifact,
  type SolidityTestRunnerConfigArgs,
  type TestStatus,
} from '@nomicfoundation/edr';
import { config } from 'hardhat';
import { root, type Compiled } from './compile.ts';

/** Compiled contracts by `source:name`. */
export type Contracts = Map<string, Compiled>;

interface Run {
  passed: number;
  /** `suite test: reason`, for each that failed. */
  failures: string[];
}

const context = new EdrContext();
const registered = context.registerSolidityTestRunnerFactory(L1_CHAIN_TYPE, l1SolidityTestRunnerFactory());

/** The contracts among `contracts` that hold tests, under the names `runSuites` takes. */
export function listSuites(contracts: Contracts): string[] {
  return [...contracts]
    .filter(([, { abi, evm }]) => evm.bytecode.object !== '' && abi.some(isTest))
    .map(([name]) => name);
}

/**
 * Runs Solidity tests as `hardhat test solidity` does, in this process and from memory.
 *
 * @param artifacts What `vm.getCode` finds, and the suites themselves.
 * @param options More for the runner: which tests, a limit of gas, who is told of coverage.
 */
export async function runSuites(
  artifacts: Artifact[],
  suites: string[],
  options: Partial<SolidityTestRunnerConfigArgs> = {},
): Promise<Run> {
  await registered;
  const ids = artifacts
    .map(({ id }) => id)
    .filter(({ source, name }) => suites.includes(`${source}:${name}`));
  const run: Run = { passed: 0, failures: [] };
  const settings = { ...projectSettings(), ...options };
  // The runner may return before it has told of the last suites.
  let waiting = ids.length;
  const told = Promise.withResolvers<undefined>();
  if (waiting === 0) told.resolve(undefined);
  await context.runSolidityTests(L1_CHAIN_TYPE, artifacts, ids, settings, {}, ({ id, testResults }) => {
    for (const { name, status, reason } of testResults) {
      if (isFailure(status)) run.failures.push(`${id.source}:${id.name} ${name}: ${reason ?? ''}`);
      else run.passed += 1;
    }
    if ((waiting -= 1) === 0) told.resolve(undefined);
  });
  await told.promise;
  return run;
}

export function listArtifacts(contracts: Contracts): Artifact[] {
  return [...contracts].map(([name, { abi, evm }]) => {
    const colon = name.lastIndexOf(':');
    return {
      id: { source: name.slice(0, colon), name: name.slice(colon + 1), solcVersion: '0.8.37' },
      contract: {
        abi: JSON.stringify(abi),
        bytecode: `0x${evm.bytecode.object}`,
        linkReferences: {},
        deployedBytecode: `0x${evm.deployedBytecode.object}`,
        deployedLinkReferences: {},
      },
    };
  });
}

/** The settings tests have in hardhat.config.ts, and those in their own comments. */
function projectSettings(): SolidityTestRunnerConfigArgs {
  const { fuzz, invariant } = config.test.solidity.profiles['default'] ?? {};
  return {
    projectRoot: root,
    hardfork: l1HardforkToString(l1HardforkLatest()),
    localPredeploys: l1GenesisState(l1HardforkLatest()),
    disableBlockGasLimit: true,
    disableTransactionGasCap: true,
    ...(fuzz === undefined ? {} : { fuzz }),
    ...(invariant === undefined ? {} : { invariant }),
  };
}

function isTest({ type, name }: { type: string; name?: string }): boolean {
  return type === 'function' && /^(test|invariant)/.test(name ?? '');
}

/** `TestStatus` is an enum that the package declares and does not export. */
function isFailure(status: `${TestStatus}`): boolean {
  return status === 'Failure';
}
