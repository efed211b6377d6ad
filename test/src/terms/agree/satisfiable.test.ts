import fc from 'fast-check';
import { expect, it } from 'vitest';
import { requireSatisfiable } from '../../../../src/terms/agree/requireSatisfiable.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import { own } from '../../../../src/terms/profile/profile.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { anyDraft } from '../../../support/anyDraft.ts';

const at = (leftOperand: string, operator: string, rightOperand: unknown) => ({
  leftOperand,
  operator,
  rightOperand,
});
const display = (...constraint: unknown[]) => ({ permission: [{ action: 'display', constraint }] });
const day = (text: string) => ({ '@value': text, '@type': 'xsd:dateTime' });

it.each([
  [
    'numbers',
    display(at('count', 'gt', 5), at('count', 'lteq', 5)),
    'permission[0]',
    'count gt 5 and count lteq 5',
  ],
  [
    'instants',
    display(
      at('dateTime', 'gteq', day('2027-01-01T00:00:00Z')),
      at('dateTime', 'lt', day('2026-01-01T08:00:00+08:00')),
    ),
    'permission[0]',
    'dateTime gteq 2027-01-01T00:00:00Z and dateTime lt 2026-01-01T08:00:00+08:00',
  ],
  [
    'purposes',
    display(
      at('purpose', 'eq', { '@id': own('advertising') }),
      at('purpose', 'isNoneOf', { '@id': own('advertising') }),
    ),
    'permission[0]',
    'purpose eq advertising and purpose isNoneOf advertising',
  ],
  [
    'what is within a logical constraint',
    display(at('language', 'eq', 'id'), {
      or: [at('language', 'eq', 'zh'), at('language', 'eq', 'en')],
    }),
    'permission[0]',
    'language eq id and (language eq zh or language eq en)',
  ],
  [
    'a prohibition',
    { prohibition: [{ action: 'sell', constraint: [at('count', 'lt', 1), at('count', 'gt', 1)] }] },
    'prohibition[0]',
    'count lt 1 and count gt 1',
  ],
  [
    'a duty, and what refines its action',
    {
      permission: [
        {
          action: 'display',
          duty: [
            {
              action: [
                {
                  'rdf:value': { '@id': 'odrl:compensate' },
                  refinement: [at('payAmount', 'lt', 1), at('payAmount', 'gt', 2)],
                },
              ],
            },
          ],
        },
      ],
    },
    'permission[0]/duty[0]',
    'payAmount lt 1 and payAmount gt 2',
  ],
])(
  'contradictory %s are refused with the rule and both constraints',
  async (_, policy, rule, constraints) => {
    await expect(requireSatisfiable(toPolicy(policy))).rejects.toMatchObject({
      code: 'policy-invalid',
      message: `${rule}: expected constraints that can hold together, got ${constraints}`,
      details: { contradictions: [{ rule }] },
    });
  },
);

it.each([
  ['a window', display(at('count', 'gt', 5), at('count', 'lteq', 6))],
  [
    'what is not understood',
    display(at('https://a.example/mood', 'https://a.example/like', 'x'), at('count', 'lt', 3)),
  ],
  [
    'a territory and another within it',
    display(at('spatial', 'isPartOf', '035'), at('spatial', 'neq', 'ID')),
  ],
])('%s contradicts nothing', async (_, policy) => {
  await expect(requireSatisfiable(toPolicy(policy))).resolves.toBeUndefined();
});

it('whatever a draft comes to does not contradict itself', async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, (draft) => requireSatisfiable(toPolicy(composeTerms(draft).document))),
    { numRuns: 300 },
  );
});
