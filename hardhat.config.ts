import { createRequire } from 'node:module';
import HardhatEthers from '@nomicfoundation/hardhat-ethers';
import HardhatTypechain from '@nomicfoundation/hardhat-typechain';
import { defineConfig } from 'hardhat/config';

const require = createRequire(import.meta.url);

export default defineConfig({
  plugins: [HardhatEthers, HardhatTypechain],
  solidity: {
    version: '0.8.37',
    path: require.resolve('solc/soljson.js'),
    npmFilesToBuild: ['@openzeppelin/contracts/access/manager/AccessManager.sol'],
    settings: { evmVersion: 'cancun', optimizer: { enabled: true, runs: 20_000 } },
  },
  typechain: { outDir: 'src/chain/generated' },
  paths: { tests: { solidity: 'test' } },
  networks: {
    local: { type: 'edr-simulated', chainType: 'l1', chainId: 31337 },
  },
});
