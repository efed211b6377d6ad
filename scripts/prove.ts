import { ask, listProperties, type Answer, type Engine } from './prove/ask.ts';
import { listChildren } from './solidity/ast.ts';
import { compile, listErrors, readSources, syntax } from './solidity/compile.ts';
import { line, table } from './print.ts';

interface Proof {
  contract: string;
  engine: Engine;
  expected: Answer;
}

const proofs: Proof[] = [
  { contract: 'SplitsProof', engine: 'bmc', expected: 'proved' },
  { contract: 'SettlementProof', engine: 'bmc', expected: 'proved' },
  { contract: 'LedgerProof', engine: 'chc', expected: 'proved' },
  { contract: 'Refuted', engine: 'bmc', expected: 'violated' },
  { contract: 'RefutedLedger', engine: 'chc', expected: 'violated' },
];

const sources = readSources('test/proofs');
const output = compile(sources, { '*': syntax });
if (listErrors(output) !== '') throw new Error(listErrors(output));
const contracts = Object.entries(output.sources).flatMap(([file, { ast }]) =>
  listChildren(ast, 'nodes').map((contract) => ({ file, contract })),
);
const rows = proofs.flatMap(({ contract: name, engine, expected }) => {
  const found = contracts.find(({ contract }) => contract['name'] === name);
  const properties = found === undefined ? [] : listProperties(found.contract);
  if (found === undefined || properties.length === 0) {
    throw new Error(`expected ${name} to assert something in test/proofs`);
  }
  const { file, contract } = found;
  return properties.map((property) => {
    const start = performance.now();
    const answer = ask(sources, file, contract, property, engine);
    const seconds = (performance.now() - start) / 1000;
    // An assertion behind assumptions that contradict each other is proved as well: so must not be its opposite.
    const reached =
      expected !== 'proved' || ask(sources, file, contract, property, engine, 'false') === 'violated';
    const asExpected = answer === expected && reached;
    const said = reached ? answer : 'never reached';
    const expectation = asExpected ? 'as expected' : `expected: ${expected}`;
    return {
      asExpected,
      cells: [name, String(property['name']), said, expectation, `z3, ${engine}`, seconds.toFixed(1)],
    };
  });
});
table(
  ['contract', 'property', 'answer', '', 'solver', 's'],
  rows.map(({ cells }) => cells),
);
const failed = rows.filter(({ asExpected }) => !asExpected).length;
line(`\n  ${rows.length - failed} of ${rows.length} answers are as expected.`);
if (failed > 0) process.exitCode = 1;
