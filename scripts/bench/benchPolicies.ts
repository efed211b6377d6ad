import { compilePolicy } from '../../src/odrl/compile/compilePolicy.ts';
import type { Value } from '../../src/odrl/Policy.ts';
import { toPolicy } from '../../src/odrl/read/readPolicy.ts';
import { odrl } from '../../src/odrl/vocabulary.ts';

const rounds = 200_000;

/** Decisions of policies of the common shape, and of one with ten constraints, that are ready to be asked. */
export function benchPolicies(): string[] {
  const purpose = { leftOperand: 'purpose', operator: 'neq', rightOperand: { '@id': 'urn:commercial' } };
  const time = (operator: string, day: string) => ({
    leftOperand: 'dateTime',
    operator,
    rightOperand: { '@value': day, '@type': 'xsd:dateTime' },
  });
  const counts = Array.from({ length: 7 }, (_, i) => ({
    leftOperand: 'count',
    operator: 'lteq',
    rightOperand: { '@value': `${1000 + i}`, '@type': 'xsd:integer' },
  }));
  const ten = [purpose, time('gteq', '2020-01-01T00:00:00Z'), time('lt', '2099-01-01T00:00:00Z'), ...counts];
  return [
    `decisions of a policy with one constraint: ${rate([purpose])} a second`,
    `decisions of a policy with ten constraints: ${rate(ten)} a second`,
  ];
}

function rate(constraint: unknown[]): string {
  const policy = { '@type': 'Set', permission: { action: ['display', 'reproduce'], constraint } };
  const { decide } = compilePolicy(toPolicy(policy));
  const facts = new Map<string, Value[]>([
    [odrl('purpose'), [{ iri: 'urn:research' }]],
    [odrl('count'), [{ text: '7', type: 'http://www.w3.org/2001/XMLSchema#integer' }]],
  ]);
  const asked = { action: odrl('display'), time: Date.now(), facts };
  let permitted = 0;
  const run = () => {
    for (let i = 0; i < rounds; i += 1) {
      if (decide(asked).verdict === 'permitted') permitted += 1;
    }
  };
  run();
  const start = performance.now();
  run();
  const seconds = (performance.now() - start) / 1000;
  if (permitted !== 2 * rounds) throw new Error(`expected a permission, got ${permitted} of ${2 * rounds}`);
  return Math.round(rounds / seconds).toLocaleString('en');
}
