import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare } from '../../../../src/odrl/compare/compare.ts';
import { LedgerError } from '../../../../src/kernel/LedgerError.ts';

/** Three terms, and the value of an operand as a fourth: all orders of them are few enough to look at. */
const names = ['a', 'b', 'c'].map((name) => `http://example.org/${name}`);
const value = 3;
type Order = boolean[][];

/** Every reflexive and transitive relation of four things. */
const everyOrder: Order[] = Array.from({ length: 2 ** 12 }, (_, bits) => {
  let bit = 0;
  return [0, 1, 2, 3].map((row) =>
    [0, 1, 2, 3].map((column) => row === column || (bits & (1 << bit++)) !== 0),
  );
}).filter((order) =>
  [0, 1, 2, 3].every((x) =>
    [0, 1, 2, 3].every((y) =>
      [0, 1, 2, 3].every((z) => !(at(order, x, y) && at(order, y, z)) || at(order, x, z)),
    ),
  ),
);

function at(order: Order, one: number, other: number): boolean {
  return order[one]?.[other] === true;
}

interface Facts {
  partOf: [number, number][];
  disjoint: [number, number][];
}

/** Whether facts allow an order: what they say is in it, and nothing is below two disjoint terms. */
function allows({ partOf, disjoint }: Facts, order: Order): boolean {
  return (
    partOf.every(([one, other]) => at(order, one, other)) &&
    disjoint.every(([one, other]) => [0, 1, 2, 3].every((x) => !(at(order, x, one) && at(order, x, other))))
  );
}

type Atom = { operator: 'eq' | 'neq' | 'isPartOf' | 'hasPart'; term: number };

function holds({ operator, term }: Atom, order: Order, of = value): boolean {
  const [below, above] = [at(order, of, term), at(order, term, of)];
  if (operator === 'isPartOf') return below;
  if (operator === 'hasPart') return above;
  return (below && above) === (operator === 'eq');
}

const pair = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 }));
const facts = fc
  .record({
    partOf: fc.array(pair, { maxLength: 3 }),
    disjoint: fc.array(
      pair.filter(([one, other]) => one !== other),
      { maxLength: 2 },
    ),
  })
  .filter((one) => everyOrder.some((order) => allows(one, order)));
const atom = fc.record({
  operator: fc.constantFrom('eq' as const, 'neq' as const, 'isPartOf' as const, 'hasPart' as const),
  term: fc.integer({ min: 0, max: 2 }),
});
const rule = fc.array(atom, { minLength: 1, maxLength: 2 });

function policy(atoms: Atom[]) {
  return {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    permission: [
      {
        action: 'use',
        constraint: atoms.map(({ operator, term }) => ({
          leftOperand: 'industry',
          operator,
          rightOperand: { '@id': names[term] },
        })),
      },
    ],
  };
}

function ontology({ partOf, disjoint }: Facts) {
  const named = (all: [number, number][]) => all.map((pairs) => pairs.map((at) => names[at] ?? ''));
  const below: Record<string, string[]> = {};
  for (const [one = '', other = ''] of named(partOf)) (below[one] ??= []).push(other);
  return { partOf: below, disjoint: named(disjoint) };
}

it('terms conflict where no order that the ontology allows has a value for both policies', async () => {
  await fc.assert(
    fc.asyncProperty(facts, rule, rule, async (known, one, two) => {
      const orders = everyOrder.filter((order) => allows(known, order));
      const possible = orders.some((order) => [...one, ...two].every((each) => holds(each, order)));
      const found = await compare(policy(one), policy(two), ontology(known));
      expect(found.verdict === 'conflict').toBe(!possible);
      const isWithin = orders.every(
        (order) => !one.every((each) => holds(each, order)) || two.every((each) => holds(each, order)),
      );
      const proven =
        ['within', 'equal'].includes(found.relation ?? '') || (found.relation === 'disjoint' && isWithin);
      expect(proven).toBe(isWithin);
    }),
    { numRuns: 400 },
  );
});

it('terms are compatible where one named value, or one nobody names, is right in every order that the ontology allows', async () => {
  await fc.assert(
    fc.asyncProperty(facts, rule, rule, async (known, one, two) => {
      const orders = everyOrder.filter((order) => allows(known, order));
      const all = [...one, ...two];
      const isCertain = [0, 1, 2].some((of) =>
        orders.every((order) => all.every((each) => holds(each, order, of))),
      );
      const isOther = all.every(({ operator }) => operator === 'neq');
      const found = await compare(policy(one), policy(two), ontology(known));
      expect(found.verdict === 'compatible').toBe(isCertain || isOther);
      if (found.verdict !== 'compatible') return;
      const [shown] = found.example?.values.find(({ operand }) => operand.endsWith('industry'))?.values ?? [];
      const of = names.indexOf(shown !== undefined && 'iri' in shown ? shown.iri : '');
      if (of === -1) expect(isOther).toBe(true);
      else expect(orders.every((order) => all.every((each) => holds(each, order, of)))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

it('an ontology that contradicts itself is refused', async () => {
  const contradiction = { broader: { x: ['y', 'z'] }, disjoint: [['y', 'z']] };
  await expect(compare(policy([]), policy([]), contradiction)).rejects.toThrow(LedgerError);
});
