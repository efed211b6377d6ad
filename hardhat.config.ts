import { createRequire } from 'node:module';
import HardhatEthers from '@nomicfoundation/hardhat-ethers';
import HardhatTypechain from '@nomicfoundation/hardhat-typechain';
import { defineConfig } from 'hardhat/config';
import type { HardhatPlugin } from 'hardhat/types/plugins';

const require = createRequire(import.meta.url);

/** What solc warns of OpenZeppelin's own use of transient storage, of which a reader here can change nothing. */
const transientStorage = '2394';

const withoutForeignWarnings: HardhatPlugin = {
  id: 'without-foreign-warnings',
  hookHandlers: {
    solidity: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            getCompilationJobErrors: async (context, job, output, next) =>
              (await next(context, job, output)).filter(
                ({ errorCode, formattedMessage = '' }) =>
                  errorCode !== transientStorage || !formattedMessage.includes('@openzeppelin/'),
              ),
          }),
      }),
  },
};

/**
 * Contracts are compiled through the IR, which makes them smaller and cheaper and takes its time. Tests know contracts
 * by their interfaces and run what was built, so what they themselves are made of does not matter.
 */
const testsWithoutIr: HardhatPlugin = {
  id: 'tests-without-ir',
  hookHandlers: {
    solidity: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            preprocessSolcInputBeforeBuilding: async (context, input, next) => {
              const tests = Object.keys(input.sources).some((name) => name.startsWith('project/test/'));
              const settings = tests ? { ...input.settings, viaIR: false } : input.settings;
              return await next(context, { ...input, settings });
            },
          }),
      }),
  },
};

export default defineConfig({
  plugins: [HardhatEthers, HardhatTypechain, withoutForeignWarnings, testsWithoutIr],
  solidity: {
    version: '0.8.37',
    path: require.resolve('solc/soljson.js'),
    npmFilesToBuild: ['@openzeppelin/contracts/access/manager/AccessManager.sol'],
    settings: { evmVersion: 'cancun', viaIR: true, optimizer: { enabled: true, runs: 800 } },
  },
  typechain: { outDir: 'src/chain/generated' },
  paths: { tests: { solidity: 'test' } },
  networks: {
    local: { type: 'edr-simulated', chainType: 'l1', chainId: 31337 },
  },
});
