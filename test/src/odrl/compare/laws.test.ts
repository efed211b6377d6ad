import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Comparison, Relation } from '../../../../src/odrl/compare/Comparison.ts';
import { contradictionsIn } from '../../../../src/odrl/compare/contradictionsIn.ts';
import { readHierarchy } from '../../../../src/odrl/hierarchy/readHierarchy.ts';
import { compare } from '../../../../src/odrl/compare/compare.ts';
import { compilePolicy } from '../../../../src/odrl/compile/compilePolicy.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import type { Rule, Value } from '../../../../src/odrl/Policy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';

/** A use in the model: a resolution and a product. */
type Use = { resolution: number; product: string };
type Short =
  | { leftOperand: keyof Use; operator: string; rightOperand: number | string | string[] }
  | Partial<Record<'and' | 'or' | 'xone', Short[]>>;

/** Half steps are between all that constraints name; `other` is all words that they do not name. */
const resolutions = Array.from({ length: 13 }, (_, at) => at / 2);
const products = ['mask', 'puppet', 'mural', 'other'];
const uses: Use[] = resolutions.flatMap((resolution) => products.map((product) => ({ resolution, product })));

const number = fc.record({
  leftOperand: fc.constant('resolution' as const),
  operator: fc.constantFrom('lt', 'lteq', 'eq', 'neq', 'gteq', 'gt'),
  rightOperand: fc.integer({ min: 0, max: 5 }),
});
const word = fc.constantFrom('mask', 'puppet', 'mural');
const product = fc.oneof(
  fc.record({
    leftOperand: fc.constant('product' as const),
    operator: fc.constantFrom('eq', 'neq'),
    rightOperand: word,
  }),
  fc.record({
    leftOperand: fc.constant('product' as const),
    operator: fc.constantFrom('isAnyOf', 'isNoneOf'),
    rightOperand: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  }),
);
const { constraint } = fc.letrec<{ constraint: Short; logical: Short }>((tie) => ({
  constraint: fc.oneof({ maxDepth: 3, depthIdentifier: 'c' }, number, product, tie('logical')),
  logical: fc
    .tuple(
      fc.constantFrom('and', 'or', 'xone'),
      fc.array(tie('constraint'), { minLength: 1, maxLength: 3, depthIdentifier: 'c' }),
    )
    .map(([logic, parts]) => ({ [logic]: parts })),
}));
/** Both operands are always mentioned, so that neither policy is silent on one. */
const mention: Short[] = [
  { leftOperand: 'resolution', operator: 'gteq', rightOperand: 0 },
  {
    or: [
      { leftOperand: 'product', operator: 'neq', rightOperand: 'mask' },
      { leftOperand: 'product', operator: 'eq', rightOperand: 'mask' },
    ],
  },
];

function holds(short: Short, use: Use): boolean {
  if ('leftOperand' in short) {
    const [left, right] = [use[short.leftOperand], short.rightOperand];
    switch (short.operator) {
      case 'lt':
        return left < right;
      case 'lteq':
        return left <= right;
      case 'gt':
        return left > right;
      case 'gteq':
        return left >= right;
      case 'eq':
        return left === right;
      case 'neq':
        return left !== right;
      default:
        return (right as string[]).includes(left as string) === (short.operator === 'isAnyOf');
    }
  }
  const [[logic, parts]] = Object.entries(short) as [[string, Short[]]];
  const held = parts.filter((part) => holds(part, use)).length;
  return logic === 'and' ? held === parts.length : logic === 'or' ? held > 0 : held === 1;
}

function policy(constraints: Short[], kind = 'permission', type = 'Set') {
  return {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': type,
    [kind]: [{ action: 'print', constraint: constraints }],
  };
}

function modelRelation(a: (use: Use) => boolean, b: (use: Use) => boolean): Relation {
  const [isWithin, contains] = [
    uses.every((use) => !a(use) || b(use)),
    uses.every((use) => !b(use) || a(use)),
  ];
  if (isWithin && contains) return 'equal';
  if (!uses.some((use) => a(use) && b(use))) return 'disjoint';
  return isWithin ? 'within' : contains ? 'contains' : 'overlaps';
}

const turned: Record<Relation, Relation> = {
  ...{ equal: 'equal', within: 'contains', contains: 'within', overlaps: 'overlaps', disjoint: 'disjoint' },
};

/** Whether the evaluator, which knows nothing of this, permits the use that a comparison gives as an example. */
function permits(constraints: Short[], { example }: Comparison): string {
  const facts = new Map<string, Value[]>();
  for (const { operand, values } of example?.values ?? []) {
    facts.set(operand, values.length > 0 ? values : [{ text: 'something else', type: `${xsd}string` }]);
  }
  return compilePolicy(toPolicy(policy(constraints))).decide({ action: odrl('print'), time: 0, facts })
    .verdict;
}
const xsd = 'http://www.w3.org/2001/XMLSchema#';

const pairs = fc.tuple(fc.array(constraint, { maxLength: 2 }), fc.array(constraint, { maxLength: 2 }));

it('two permissions are compatible where a model of a grid and a few words has a use for both, with that relation', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ([one, two]) => {
      const [a, b] = [
        [...one, ...mention],
        [...two, ...mention],
      ];
      const [inA, inB] = [a, b].map((all) => (use: Use) => all.every((short) => holds(short, use))) as [
        (use: Use) => boolean,
        (use: Use) => boolean,
      ];
      const found = await compare(policy(a), policy(b));
      expect(found.verdict).toBe(uses.some((use) => inA(use) && inB(use)) ? 'compatible' : 'conflict');
      expect(found.relation).toBe(modelRelation(inA, inB));
      if (found.verdict === 'compatible') {
        expect([permits(a, found), permits(b, found)]).toEqual(['permitted', 'permitted']);
      } else if (uses.some(inA))
        expect([permits(a, found), permits(b, found)]).toEqual(['permitted', 'denied']);
    }),
    { numRuns: 400 },
  );
});

it('a permission and a prohibition conflict where they overlap', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ([one, two]) => {
      const [inA, inB] = [one, two].map((all) => (use: Use) => all.every((short) => holds(short, use))) as [
        (use: Use) => boolean,
        (use: Use) => boolean,
      ];
      const found = await compare(policy(one), policy(two, 'prohibition'));
      expect(found.verdict).toBe(uses.some((use) => inA(use) && inB(use)) ? 'conflict' : 'compatible');
      if (found.verdict === 'conflict')
        expect([permits(one, found), permits(two, found)]).toEqual(['permitted', 'permitted']);
    }),
    { numRuns: 200 },
  );
});

it('a request fits where all of it is permitted, and its example shows what is not', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ([one, two]) => {
      const [a, b] = [
        [...one, ...mention],
        [...two, ...mention],
      ];
      const [inA, inB] = [a, b].map((all) => (use: Use) => all.every((short) => holds(short, use))) as [
        (use: Use) => boolean,
        (use: Use) => boolean,
      ];
      fc.pre(uses.some(inA));
      const found = await compare(policy(a, 'permission', 'Request'), policy(b));
      const fits = uses.every((use) => !inA(use) || inB(use));
      expect(found.verdict).toBe(fits ? 'compatible' : 'conflict');
      expect([permits(a, found), permits(b, found)]).toEqual(['permitted', fits ? 'permitted' : 'denied']);
    }),
    { numRuns: 200 },
  );
});

it('the verdict is the same from either side, and the relation turns around', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, async ([one, two]) => {
      const [there, back] = [
        await compare(policy(one), policy(two)),
        await compare(policy(two), policy(one)),
      ];
      expect(back.verdict).toBe(there.verdict);
      expect(back.relation).toBe(there.relation && turned[there.relation]);
    }),
    { numRuns: 200 },
  );
});

it('a policy is equal to itself, whatever is not understood of it', async () => {
  const strange = fc.constantFrom<object>(
    { leftOperand: 'http://example.org/mood', operator: 'eq', rightOperand: 'calm' },
    { leftOperand: 'resolution', operator: 'http://example.org/near', rightOperand: 3 },
    { leftOperand: 'purpose', operator: 'isA', rightOperand: { '@id': 'http://example.org/study' } },
    { leftOperand: 'product', operator: 'lt', rightOperand: 'mask' },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(constraint, { maxLength: 2 }),
      fc.array(strange, { maxLength: 2 }),
      async (one, more) => {
        const own = policy([...one, ...(more as Short[])]);
        expect((await compare(own, own)).relation).toBe('equal');
      },
    ),
    { numRuns: 100 },
  );
});

it('what is within something that is within a third is within the third', async () => {
  const isIn = ({ relation }: Comparison) => relation === 'within' || relation === 'equal';
  let met = 0;
  await fc.assert(
    fc.asyncProperty(fc.tuple(constraint, constraint, constraint), async ([x, y, z]) => {
      const [a, b, c] = [policy([x, y, z]), policy([x, y]), policy([{ or: [x, z] }])];
      const [ab, bc, ac] = [await compare(a, b), await compare(b, c), await compare(a, c)];
      if (!isIn(ab) || !isIn(bc)) return;
      met += 1;
      // Of what nobody can do it is only told that it has nothing in common with the rest.
      expect(isIn(ac) || ac.relation === 'disjoint').toBe(true);
    }),
    { numRuns: 100 },
  );
  expect(met).toBeGreaterThan(30);
});

it('a rule contradicts itself where the model has no use for it, and two of its constraints show it if they can', async () => {
  const hierarchy = await readHierarchy(undefined);
  fc.assert(
    fc.property(fc.array(constraint, { maxLength: 3 }), (own) => {
      const all = [...own, ...mention];
      const found = contradictionsIn(toPolicy(policy(all)), hierarchy);
      const possible = uses.some((use) => all.every((short) => holds(short, use)));
      expect(found.map(({ path }) => path)).toEqual(possible ? [] : ['permission[0]']);
      const shown = found[0]?.constraints ?? [];
      if (shown.length === 0) return;
      const { permissions } = toPolicy(policy(all));
      const alone = {
        ...toPolicy(policy([])),
        permissions: [{ ...(permissions[0] as Rule), constraints: shown }],
      };
      expect(contradictionsIn(alone, hierarchy)).toHaveLength(1);
    }),
    { numRuns: 400 },
  );
});
