import { readTestbed } from '../solidity/testbed.ts';
import { openJudge } from './judge.ts';
import type { Mutant } from './listMutants.ts';

/** Builds and tests mutants for the process that started this one, one at a time. */
const judge = await openJudge(readTestbed());
process.on('message', (mutant: Mutant | 'test') => {
  void (mutant === 'test' ? judge.test() : Promise.resolve(judge.build(mutant))).then((answer) =>
    process.send?.(answer ?? 'survived'),
  );
});
process.send?.(judge.leftOut);
