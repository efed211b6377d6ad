import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOn, meet } from '../../../../src/odrl/domains/Grid.ts';
import type { Comparison } from '../../../../src/odrl/compare/Comparison.ts';
import { compare } from '../../../../src/odrl/compare/compare.ts';
import { compilePolicy, type CompiledPolicy } from '../../../../src/odrl/compile/compilePolicy.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import type { Value } from '../../../../src/odrl/Policy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
/** Three days and the nights around them, by three hours. */
const instants = Array.from({ length: 8 * 7 }, (_, at) => start - 2 * day + at * (day / 8) + 1);

function literal(at: number, form: 'date' | 'zoned' | 'local') {
  const text = new Date(at).toISOString();
  if (form === 'date') return { '@value': `${text.slice(0, 10)}Z`, '@type': `${xsd}date` };
  return { '@value': text.slice(0, form === 'zoned' ? 24 : 23), '@type': `${xsd}dateTime` };
}

const constraint = (forms: ('date' | 'zoned' | 'local')[]) =>
  fc.record({
    leftOperand: fc.constant('dateTime'),
    operator: fc.constantFrom('lt', 'lteq', 'eq', 'gteq', 'gt'),
    rightOperand: fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(...forms))
      .map(([hours, form]) => literal(start + hours * (day / 4), form)),
  });

function policy(constraints: object[]) {
  return {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    permission: [{ action: 'display', constraint: constraints }],
  };
}

function verdictAt({ decide }: CompiledPolicy, value: Value): string {
  const facts = new Map<string, readonly Value[]>([[odrl('dateTime'), [value]]]);
  return decide({ action: odrl('display'), time: 0, facts }).verdict;
}

function shownBy({ example }: Comparison): Value {
  const [value] = example?.values.find(({ operand }) => operand === odrl('dateTime'))?.values ?? [];
  return value ?? { text: '', type: '' };
}

it('instants and days compare as an evaluator decides at every three hours, and at the instant of the example', async () => {
  const some = fc.array(constraint(['date', 'zoned']), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(some, some, async (one, two) => {
      const [a, b] = [one, two].map((all) => compilePolicy(toPolicy(policy(all)))) as [
        CompiledPolicy,
        CompiledPolicy,
      ];
      const found = await compare(policy(one), policy(two));
      const isBoth = (value: Value) => [a, b].every((each) => verdictAt(each, value) === 'permitted');
      const ofGrid = instants.map((at) => ({ text: new Date(at).toISOString(), type: `${xsd}dateTime` }));
      const exact = [...one, ...two].flatMap(({ rightOperand }) => {
        const at = Date.parse(
          rightOperand['@value'].replace(/Z$/, rightOperand['@value'].includes('T') ? 'Z' : ''),
        );
        return [at, at + day].map((each) => ({ text: new Date(each).toISOString(), type: `${xsd}dateTime` }));
      });
      expect(found.verdict).toBe([...ofGrid, ...exact].some(isBoth) ? 'compatible' : 'conflict');
      if (found.verdict === 'compatible') expect(isBoth(shownBy(found))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('a time without a zone is never guessed: what is told of it an evaluator tells, too', async () => {
  const some = fc.array(constraint(['zoned', 'local']), { minLength: 1, maxLength: 2 });
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(some, some, async (one, two) => {
      const policies = [one, two].map((all) => compilePolicy(toPolicy(policy(all))));
      const isMixed =
        new Set([...one, ...two].map(({ rightOperand }) => rightOperand['@value'].endsWith('Z'))).size > 1;
      fc.pre(isMixed);
      const found = await compare(policy(one), policy(two));
      seen.add(found.verdict);
      const verdicts = (value: Value) => policies.map((each) => verdictAt(each, value));
      if (found.verdict === 'compatible')
        expect(verdicts(shownBy(found))).toEqual(['permitted', 'permitted']);
      if (found.verdict === 'conflict') {
        for (const at of instants) {
          const value = { text: new Date(at).toISOString(), type: `${xsd}dateTime` };
          expect(verdicts(value)).not.toEqual(['permitted', 'permitted']);
        }
      }
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(['compatible', 'conflict', 'undecided']);
});

it('two periods meet where counting finds that they do', () => {
  const grid = fc.record({
    anchor: fc.bigInt({ min: -20n, max: 20n }),
    period: fc.bigInt({ min: 1n, max: 12n }),
  });
  fc.assert(
    fc.property(grid, grid, (one, other) => {
      const shared = meet(one, other);
      for (let at = -20n; at < 200n; at += 1n) {
        expect(shared !== undefined && isOn(shared, at)).toBe(isOn(one, at) && isOn(other, at));
      }
    }),
  );
});
