import { hash } from 'node:crypto';
import type { Artifact } from '@nomicfoundation/edr';
import { splice } from '../solidity/ast.ts';
import { listErrors } from '../solidity/compile.ts';
import { listArtifacts, runSuites, listSuites, type Contracts } from '../solidity/runSuites.ts';
import {
  compileFiles,
  compileTests,
  connectContracts,
  listImporters,
  type Testbed,
} from '../solidity/testbed.ts';
import type { Mutant } from './listMutants.ts';

/** What a changed project compiles to. */
export type Built = { state: 'invalid' | 'equivalent' } | { state: 'built'; code: string };

interface Judge {
  /** Tests that are not asked, as they fail without any change: those of gas. */
  leftOut: string[];
  /** Compiles the project with one change. */
  build: (mutant: Mutant) => Built;
  /** Runs the tests over what was built last: the first that failed, or nothing if the change survived. */
  test: () => Promise<string | undefined>;
}

/** Without the IR and for size, some four times as fast: what contracts do is the same, what it costs is not. */
const quick = { viaIR: false, optimizer: { enabled: true, runs: 1 } };

/** Tests that only bound what something costs cannot be asked. There are few, or something else is wrong. */
const mostLeftOut = 10;

/** Ends a loop that a change has made endless. Above what any test uses. */
const gasLimit = 1n << 32n;

/** @throws Error if more tests fail without any change than those of gas. */
export async function openJudge(bed: Testbed): Promise<Judge> {
  const files = Object.keys(bed.contracts);
  const original = connectContracts(compileFiles(bed.contracts, files, quick));
  const originalTests = connectContracts(compileTests(bed, bed.contracts));
  const suites = listSuites(originalTests);
  /** How many mutants a suite has killed: those that kill most are asked first. */
  const kills = new Map(suites.map((suite) => [suite, 0]));
  let artifacts = listArtifacts(new Map([...original, ...originalTests]));
  const { failures } = await runSuites(artifacts, suites, { gasLimit, testSourcePaths: bed.testSourcePaths });
  if (failures.length > mostLeftOut) throw new Error(`expected tests to pass, got ${failures.join('\n')}`);
  const leftOut = failures.map((failure) => /^\S+ (\w+)/.exec(failure)?.[1] ?? failure);

  return {
    leftOut,
    build: (mutant) => {
      const text = bed.contracts[mutant.file] ?? '';
      const sources = { ...bed.contracts, [mutant.file]: splice(Buffer.from(text), [mutant]).toString() };
      const output = compileFiles(sources, listImporters(mutant.file, files, bed.trees), quick);
      // A change may well break a type, but one that breaks the grammar was put in the wrong place.
      if (listErrors(output).includes('ParserError')) throw new Error(listErrors(output));
      if (listErrors(output) !== '') return { state: 'invalid' };
      const changed = differing(connectContracts(output), original);
      if (bed.inlined.has(mutant.file)) {
        const tests = compileTests(bed, sources);
        if (listErrors(tests) !== '') return { state: 'invalid' };
        for (const [name, contract] of differing(connectContracts(tests), originalTests))
          changed.set(name, contract);
      }
      if (changed.size === 0) return { state: 'equivalent' };
      artifacts = listArtifacts(new Map([...original, ...originalTests, ...changed]));
      return { state: 'built', code: hash('sha256', JSON.stringify([...changed])) };
    },
    test: async () => {
      const order = suites.toSorted((a, b) => (kills.get(b) ?? 0) - (kills.get(a) ?? 0));
      const found = await firstFailure(artifacts, order, bed, leftOut);
      const suite = found?.slice(0, found.indexOf(' ')) ?? '';
      kills.set(suite, (kills.get(suite) ?? 0) + 1);
      return found;
    },
  };
}

/** The quick tests first, one suite after the other; then all that draw at random, as often as they ever do. */
async function firstFailure(
  artifacts: Artifact[],
  suites: string[],
  bed: Testbed,
  leftOut: string[],
): Promise<string | undefined> {
  const never = `^(${leftOut.join('|')})\\b`;
  for (const suite of suites) {
    const options = {
      gasLimit,
      testPattern: '^test_',
      ...(leftOut.length > 0 && { excludeTestPattern: never }),
    };
    const { failures } = await runSuites(artifacts, [suite], options);
    if (failures[0] !== undefined) return failures[0];
  }
  const { failures } = await runSuites(artifacts, suites, {
    gasLimit,
    excludeTestPattern: leftOut.length > 0 ? `^test_|${never}` : '^test_',
    testSourcePaths: bed.testSourcePaths,
  });
  return failures[0];
}

function differing(contracts: Contracts, original: Contracts): Contracts {
  return new Map(
    [...contracts].filter(
      ([name, { evm }]) => evm.bytecode.object !== original.get(name)?.evm.bytecode.object,
    ),
  );
}
