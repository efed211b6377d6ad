import { globSync } from 'node:fs';
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

const compiler = (viaIR: boolean) => ({
  version: '0.8.37',
  path: require.resolve('solc/soljson.js'),
  settings: { evmVersion: 'cancun', viaIR, optimizer: { enabled: true, runs: 800 } },
});

/**
 * Contracts are compiled through the IR, which makes them smaller and cheaper and takes its time. Tests know contracts
 * by their interfaces and run what was built (`npm run build`), so what they are made of themselves does not matter.
 */
const tests = globSync('test/**/*.sol', { cwd: import.meta.dirname });

/** Files are compiled in one go only where they have the same settings, and the same is the same object. */
const testsInOneGo: HardhatPlugin = {
  id: 'tests-in-one-go',
  hookHandlers: {
    config: () =>
      Promise.resolve({
        default: () =>
          Promise.resolve({
            resolveUserConfig: async (user, resolveVariable, next) => {
              const config = await next(user, resolveVariable);
              for (const { overrides } of Object.values(config.solidity.profiles)) {
                const [shared] = Object.values(overrides);
                for (const file of Object.keys(overrides)) if (shared) overrides[file] = shared;
              }
              return config;
            },
          }),
      }),
  },
};

/**
 * How often each law is tried while random calls are made: so many runs of so many calls each. `npm test` is to stay
 * quick; `INVARIANT_RUNS=1000 npx hardhat test solidity test/invariants/*.t.sol` is thorough.
 */
const invariant = { runs: Number(process.env.INVARIANT_RUNS ?? 12), depth: 100, failOnRevert: true };

export default defineConfig({
  plugins: [HardhatEthers, HardhatTypechain, withoutForeignWarnings, testsInOneGo],
  solidity: {
    compilers: [compiler(true)],
    overrides: Object.fromEntries(tests.map((file) => [file, compiler(false)])),
    npmFilesToBuild: ['@openzeppelin/contracts/access/manager/AccessManager.sol'],
  },
  typechain: { outDir: 'src/chain/generated' },
  paths: { tests: { solidity: 'test' } },
  test: { solidity: { invariant } },
  networks: {
    local: { type: 'edr-simulated', chainType: 'l1', chainId: 31337 },
  },
});
