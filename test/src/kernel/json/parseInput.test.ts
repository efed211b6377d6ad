import { expect, it } from 'vitest';
import { z } from 'zod';
import { expects, fault } from '../../../../src/kernel/json/fault.ts';
import { parseInput } from '../../../../src/kernel/json/parseInput.ts';
import { renameFields, type InputIssue } from '../../../../src/kernel/json/refuseInput.ts';
import { LedgerError } from '../../../../src/kernel/LedgerError.ts';
import { nearest } from '../../../../src/kernel/nearest.ts';
import { Address, Amount } from '../../../../src/kernel/values.ts';

const Line = z.strictObject({ use: z.enum(['display', 'adapt']), count: z.int().min(1).max(9) });
const Report = z.strictObject({
  version: z.literal(1),
  payee: Address,
  due: Amount,
  name: z.string().min(1).max(5),
  lines: z.array(Line).min(1).max(2),
  texts: z.record(z.string().regex(/^[a-z]{2}$/, expects('errors.a-language-tag')), z.string()),
  place: z.union([z.string().max(3), z.array(z.string()).max(2)]),
  shape: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('round'), radius: z.number().positive() }),
    z.strictObject({ kind: z.literal('square') }),
  ]),
  note: z
    .string()
    .refine((text) => text !== 'bad', fault('errors.label-twice'))
    .nullable(),
});
const good: z.input<typeof Report> = {
  version: 1,
  payee: `0x${'ab'.repeat(20)}`,
  due: '5',
  name: 'mask',
  lines: [{ use: 'display', count: 1 }],
  texts: { en: 'x' },
  place: 'CN',
  shape: { kind: 'round', radius: 1 },
  note: null,
};
const listIssues = (value: unknown, what?: string): InputIssue[] => {
  try {
    parseInput(Report, value, what);
    return [];
  } catch (error) {
    return (error as LedgerError).details['issues'] as InputIssue[];
  }
};

it('a value of the expected shape is taken', () => {
  expect(parseInput(Report, good)).toMatchObject({ due: 5n });
});

it.each<[string, object, string, string, Record<string, unknown>]>([
  [
    'a word that is like another',
    { lines: [{ use: 'displai', count: 1 }] },
    'lines[0].use',
    'expected-nearest',
    { nearest: 'display' },
  ],
  ['a word like no other', { lines: [{ use: 'q', count: 1 }] }, 'lines[0].use', 'expected', { got: '"q"' }],
  [
    'a number beyond a bound',
    { lines: [{ use: 'adapt', count: 10 }] },
    'lines[0].count',
    'expected',
    { expected: { id: 'errors.a-whole-number-between', values: { min: 1, max: 9 } }, got: '10' },
  ],
  [
    'no whole number',
    { lines: [{ use: 'adapt', count: 1.5 }] },
    'lines[0].count',
    'expected',
    { got: '1.5' },
  ],
  [
    'a number not above a bound',
    { shape: { kind: 'round', radius: 0 } },
    'shape.radius',
    'expected',
    { expected: { id: 'errors.a-number-above', values: { min: 0 } } },
  ],
  [
    'an empty text',
    { name: '' },
    'name',
    'expected',
    {
      expected: { id: 'errors.a-text-between', values: { min: 1, max: 5 } },
      got: { id: 'errors.an-empty-text' },
    },
  ],
  [
    'a long text',
    { name: 'masks!' },
    'name',
    'expected',
    { got: { id: 'errors.characters', values: { count: 6 } } },
  ],
  [
    'a list instead of a text',
    { name: ['mask'] },
    'name',
    'expected',
    { expected: { id: 'errors.a-text-between', values: { min: 1, max: 5 } }, got: { id: 'errors.a-list' } },
  ],
  ['nothing', { name: undefined }, 'name', 'expected', { got: { id: 'errors.nothing' } }],
  [
    'too many items',
    { lines: [1, 2, 3].map((count) => ({ use: 'adapt', count })) },
    'lines',
    'expected',
    { got: { id: 'errors.items', values: { count: 3 } } },
  ],
  [
    'another literal',
    { version: 2 },
    'version',
    'expected',
    { expected: { id: 'errors.the-value', values: { value: '1' } }, got: '2' },
  ],
  ['another form', { payee: '0x12' }, 'payee', 'expected', { expected: { id: 'errors.an-address' } }],
  [
    'a number where text of a form is expected',
    { due: 5 },
    'due',
    'expected',
    { expected: { id: 'errors.an-amount' }, got: '5' },
  ],
  [
    'a name of another form',
    { texts: { English: 'x' } },
    'texts.English',
    'expected',
    { expected: { id: 'errors.a-language-tag' }, got: '"English"' },
  ],
  [
    'a branch that nearly fits',
    { place: 'China' },
    'place',
    'expected',
    { expected: { id: 'errors.a-text-most', values: { max: 3 } } },
  ],
  [
    'no branch at all',
    { place: 5 },
    'place',
    'expected',
    {
      expected: {
        id: 'errors.either',
        values: {
          first: { id: 'errors.a-text-most', values: { max: 3 } },
          second: { id: 'errors.a-list-most', values: { max: 2 } },
        },
      },
    },
  ],
  ['an unknown kind', { shape: { kind: 'roun' } }, 'shape.kind', 'expected-nearest', { nearest: 'round' }],
  ['a field that is like another', { lnes: [] }, 'lnes', 'field-nearest', { nearest: 'lines' }],
  ['a field like no other', { x: [] }, 'x', 'field-unknown', {}],
  ['what a check of its own refuses', { note: 'bad' }, 'note', 'label-twice', {}],
  [
    'a number where text or null is expected',
    { note: 5 },
    'note',
    'expected',
    { expected: { id: 'errors.a-text' } },
  ],
])('%s is refused by its field, with what was expected and what came', (_, wrong, field, key, values) => {
  expect(listIssues({ ...good, ...wrong })).toMatchObject([{ field, id: `errors.${key}`, values }]);
});

it('all faults come at once, in fields of what the value is part of', () => {
  const issues = listIssues({ ...good, name: 5, due: 'x', version: 3, 'a b': 1, place: {} }, 'report');
  expect(issues.map(({ field }) => field)).toEqual([
    'report.version',
    'report.due',
    'report.name',
    'report.place',
    'report["a b"]',
  ]);
  expect(listIssues([], 'report').map(({ field }) => field)).toEqual(['report']);
  expect(listIssues([]).map(({ field }) => field)).toEqual(['']);
});

it('fields take the names that their reader knows', () => {
  let refused: LedgerError | undefined;
  try {
    parseInput(Report, { ...good, name: '', place: ['a', 'b', 'c'] });
  } catch (error) {
    refused = renameFields(error as LedgerError, (field) => `--${field}`);
  }
  expect(refused?.details['issues']).toMatchObject([{ field: '--name' }, { field: '--place' }]);
  const other = new LedgerError('work-unknown', { id: 'errors.work-unknown', values: { workId: 1 } });
  expect(renameFields(other, (field) => field)).toBe(other);
});

it('no message of Zod’s is in a refusal', () => {
  for (const value of [
    null,
    5,
    {},
    { ...good, lines: [{}], shape: null, texts: 5, version: '1', note: [] },
  ]) {
    for (const { message } of listIssues(value)) {
      expect(message).not.toMatch(/Invalid|received|Too |Unrecognized|errors\.|\{/);
    }
  }
});

it('a secret that has the wrong form is not repeated', () => {
  const Secret = z.string().regex(/^AGE-/, fault('errors.age-identity-form'));
  let refused: unknown;
  try {
    parseInput(Secret, 'AG-SECRET-KEY-1', 'identity');
  } catch (error) {
    refused = error;
  }
  expect(refused).toMatchObject({ code: 'input-invalid' });
  expect(JSON.stringify([String(refused), (refused as LedgerError).details])).not.toContain('AG-SECRET');
});

it.each([
  ['displai', 'display'],
  ['DISPLAY', 'display'],
  ['adap', 'adapt'],
  ['x', undefined],
  ['merchandising', undefined],
])('%s is most like %s', (word, like) => {
  expect(nearest(word, ['display', 'adapt'])).toBe(like);
});
