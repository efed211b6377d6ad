import { getCoverageLibrary } from '@nomicfoundation/edr/coverage';
import { listArtifacts, runSuites, listSuites } from '../solidity/runSuites.ts';
import { compileFiles, compileTests, connectContracts, type Testbed } from '../solidity/testbed.ts';
import { instrument, type Mark } from './instrument.ts';

/** A mark, and whether a test came by. */
export type Measured = Mark & { hit: boolean };

const library = getCoverageLibrary();
const coverSource = 'contracts/Cover.generated.sol';
const cover = `// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {__NomicFoundationCoverage} from "${library.filename}";

library Cover {
    function hit(uint256 mark) internal pure {
        __NomicFoundationCoverage.sendHit(mark);
    }

    function both(bool outcome, uint256 mark) internal pure returns (bool) {
        __NomicFoundationCoverage.sendHit(outcome ? mark : mark + 1);
        return outcome;
    }
}
`;

/**
 * Runs the Solidity tests over marked contracts.
 *
 * @throws Error if more tests fail than those that bound gas, as they did not come by what they would have.
 */
export async function measure(bed: Testbed): Promise<Measured[]> {
  const marks: Mark[] = [];
  const marked = Object.entries(bed.contracts).map(([file, text]) => {
    // What comes from packages is tested there.
    const tree = file.startsWith('contracts/') ? bed.trees[file] : undefined;
    const body = tree === undefined ? text : instrument(file, text, tree, marks);
    return [file, `${body}\nimport {Cover} from "${coverSource}";\n`] as const;
  });
  const contracts = {
    ...Object.fromEntries(marked),
    [coverSource]: cover,
    [library.filename]: library.content,
  };
  const built = connectContracts(compileFiles(contracts, Object.keys(bed.contracts)));
  const tests = connectContracts(compileTests(bed, contracts));
  const hits = new Set<number>();
  const { failures } = await runSuites(listArtifacts(new Map([...built, ...tests])), listSuites(tests), {
    testSourcePaths: bed.testSourcePaths,
    observability: {
      codeCoverage: {
        onCollectedCoverageCallback: (tags) => {
          for (const tag of tags) hits.add(Number(BigInt(`0x${Buffer.from(tag).toString('hex')}`)));
          return Promise.resolve();
        },
      },
    },
  });
  // The marks cost gas: tests that bound it fail here, after they have come by what they come by.
  if (failures.length > 10) throw new Error(`expected tests to pass, got\n${failures.join('\n')}`);
  for (const failure of failures) process.stdout.write(`  fails with marks: ${failure}\n`);
  return marks.map((mark, number) => ({ ...mark, hit: hits.has(number) }));
}
