import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeTerms } from '../../../../src/terms/agree/agreeTerms.ts';
import { documentIri, hashOfDocumentIri } from '../../../../src/terms/document/documentIri.ts';
import { cc, own } from '../../../../src/terms/profile/profile.ts';
import { composeTerms } from '../../../../src/terms/Terms.ts';
import { TermsDraft } from '../../../../src/terms/draft/TermsDraft.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { anyDraft } from '../../../support/anyDraft.ts';
import { gameTerms } from '../../../support/drafts.ts';

interface Document {
  permission: Record<string, unknown>[];
  [name: string]: unknown;
}

const draft = TermsDraft.parse({
  ...gameTerms,
  duration: 86_400,
  cap: 7,
  transferable: true,
  absoluteShare: true,
});
const { terms, document } = composeTerms(draft);
const uses = (change: (permission: Record<string, unknown>) => Record<string, unknown>): Document => {
  const [first = {}, ...rest] = (document as Document).permission;
  return { ...(document as Document), permission: [change(first), ...rest] };
};
const duties = (first: Record<string, unknown>) => first['duty'] as Record<string, unknown>[];
const refused = (changed: unknown) => {
  try {
    agreeTerms(terms, changed);
  } catch (error) {
    return error;
  }
  return 'nothing was refused';
};

it('whatever a draft comes to, its document and its chain fields agree, and nothing of its own is in doubt', () => {
  fc.assert(
    fc.property(anyDraft, (any) => {
      const composed = composeTerms(any);
      const parents = (any.inherits ?? []).map((hash) => ({ where: 'unknown', what: documentIri(hash) }));
      expect(agreeTerms(composed.terms, composed.document)).toEqual({ doubts: parents });
    }),
    { numRuns: 300 },
  );
});

it('a document agrees with the chain fields of its own draft alone', () => {
  const fields = [
    'uses',
    'passOn',
    'price',
    'revenueShareBps',
    'duration',
    'cap',
    'flags',
    'currency',
  ] as const;
  fc.assert(
    fc.property(anyDraft, anyDraft, (one, other) => {
      const [mine, theirs] = [composeTerms(one), composeTerms(other)];
      const paid = mine.terms.price > 0n || mine.terms.revenueShareBps > 0;
      const shares = mine.terms.revenueShareBps > 0;
      const same = fields.every((field) => {
        if (field === 'currency' && !paid) return true;
        // Without a share nobody owes it to anybody.
        const mask = field === 'flags' && !shares ? 0b01111 : 0xffff_ffff;
        return typeof mine.terms[field] === 'number'
          ? ((mine.terms[field] ^ (theirs.terms[field] as number)) & mask) === 0
          : mine.terms[field] === theirs.terms[field];
      });
      const agreeing = () => agreeTerms(mine.terms, theirs.document);
      if (same) expect(agreeing).not.toThrow();
      else expect(agreeing).toThrow(expect.objectContaining({ code: 'terms-disagree' }));
    }),
    { numRuns: 200 },
  );
});

describe('a document that says more than the chain is refused, with both values', () => {
  const more = (value: unknown) =>
    uses((first) => ({ ...first, action: [...(first['action'] as string[]), value] }));
  const rest = (keep: (action: unknown) => boolean) =>
    uses((first) => ({
      ...first,
      duty: duties(first).filter(({ action }) => keep((action as unknown[])[0])),
    }));
  it.each([
    ['another action', 'uses', more('sell')],
    ['any use', 'uses', more('use')],
    ['AI training', 'uses', more(own('aiTraining'))],
    ['no price', 'price', rest((action) => typeof action === 'string')],
    ['no attribution', 'attribution', rest((action) => action !== 'attribute')],
    ['no end', 'duration', uses((first) => ({ ...first, constraint: [] }))],
    [
      'a longer time',
      'duration',
      uses((first) => ({
        ...first,
        constraint: [{ leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: 'P2D' }],
      })),
    ],
    [
      'an end that need not hold',
      'duration',
      uses((first) => ({
        ...first,
        constraint: [
          {
            or: [
              { leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: 'P1D' },
              { leftOperand: 'language', operator: 'eq', rightOperand: 'en' },
            ],
          },
        ],
      })),
    ],
    [
      'months, which are not equally long',
      'duration',
      uses((first) => ({
        ...first,
        constraint: [{ leftOperand: 'elapsedTime', operator: 'lteq', rightOperand: 'P1M' }],
      })),
    ],
    [
      'no cap',
      'cap',
      { ...(document as Document), permission: (document as Document).permission.slice(0, -1) },
    ],
    [
      'a second permission without duties',
      'price',
      {
        ...(document as Document),
        permission: [...(document as Document).permission, { action: 'display' }],
      },
    ],
    ['another class', 'type', { ...(document as Document), '@type': 'Request' }],
    [
      'a prohibition of a licensed use',
      'forbidden',
      { ...(document as Document), conflict: 'prohibit', prohibition: [{ action: 'display' }] },
    ],
    [
      'a prohibition of all use',
      'forbidden',
      { ...(document as Document), conflict: 'prohibit', prohibition: [{ action: 'use' }] },
    ],
  ])('%s', (_, field, changed) => {
    expect(refused(changed)).toMatchObject({
      code: 'terms-disagree',
      details: {
        chain: { [field]: expect.anything() as unknown },
        document: { [field]: expect.anything() as unknown },
      },
    });
  });
});

it.each([
  ['a price in another currency', { price: 5n, currency: `0x${'12'.repeat(20)}` }, ['currency', 'price']],
  ['a smaller price', { price: draft.price - 1n }, ['price']],
  ['a smaller share', { revenueShareBps: 1 }, ['revenueShareBps']],
  ['a share of fewer', { absoluteShare: false }, ['absoluteShare']],
  ['fewer uses', { uses: ['display'] as const, passOn: [] }, ['passOn', 'uses']],
  ['no licence to pass on', { transferable: false }, ['transferable']],
  [
    'another duration, cap and share-alike',
    { duration: 1, cap: 1, shareAlike: true },
    ['cap', 'duration', 'shareAlike'],
  ],
])('of another draft, %s is named', (_, change, fields) => {
  const other = composeTerms({ ...draft, ...(change as Partial<TermsDraft>) });
  const error = refused(other.document) as { details: Record<'chain' | 'document', object> };
  expect(Object.keys(error.details.chain).sort()).toEqual(fields);
  expect(Object.keys(error.details.document).sort()).toEqual(fields);
});

it('a document of a lawyer agrees in its own words: narrower actions, percent, Creative Commons', () => {
  const plain = TermsDraft.parse({
    title: { en: 'Copies' },
    uses: ['reproduce'],
    currency: draft.currency,
    price: '0',
    revenueShareBps: 1250,
    attribution: true,
  });
  const theirs = {
    '@context': 'http://www.w3.org/ns/odrl.jsonld',
    '@type': 'Set',
    uid: 'https://example.org/policy',
    permission: { action: [cc('Reproduction'), 'extract'] },
    obligation: [
      {
        action: {
          'rdf:value': { '@id': 'odrl:compensate' },
          refinement: {
            leftOperand: 'percentage',
            operator: 'eq',
            rightOperand: '12.50',
            unit: 'urn:lianpu:currency:native',
          },
        },
      },
      { action: cc('Attribution') },
    ],
  };
  expect(agreeTerms(composeTerms({ ...plain, currency: `0x${'00'.repeat(20)}` }).terms, theirs)).toEqual({
    doubts: [],
  });
});

it('what is not understood is kept, and named with its place', () => {
  const strange = uses((first) => ({
    ...first,
    action: [...(first['action'] as string[]), 'https://example.org/hologram'],
    constraint: [
      ...(first['constraint'] as unknown[]),
      { leftOperand: 'https://example.org/mood', operator: 'https://example.org/like', rightOperand: 'calm' },
    ],
    'https://example.org/seal': 'red',
    target: 'https://example.org/mask',
  }));
  const { doubts } = agreeTerms(terms, {
    ...strange,
    profile: ['urn:lianpu:odrl-profile:1', 'https://example.org/p'],
  });
  const count = toPolicy(document).permissions[0]?.actions.length ?? 0;
  expect(doubts).toEqual(
    expect.arrayContaining([
      { where: 'profiles.1', what: 'https://example.org/p' },
      { where: 'permissions.0', what: 'https://example.org/seal' },
      { where: 'permissions.0', what: 'https://example.org/mask' },
      { where: `permissions.0.actions.${count}`, what: 'https://example.org/hologram' },
      { where: 'permissions.0.constraints.1', what: 'https://example.org/mood' },
      { where: 'permissions.0.constraints.1', what: 'https://example.org/like' },
    ]),
  );
});

it('what is no policy is refused as one', () => {
  for (const wrong of [null, 1, [], {}, { permission: [] }]) {
    expect(() => agreeTerms(terms, wrong)).toThrow(expect.objectContaining({ code: 'policy-invalid' }));
  }
});

it('a document is named by its hash and found by it (RFC 6920)', () => {
  // The example of RFC 6920, 8.1: SHA-256 of "Hello World!".
  const hash = '0x7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069';
  const iri = 'ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk';
  expect(documentIri(hash)).toBe(iri);
  expect(hashOfDocumentIri(iri)).toBe(hash);
  for (const other of ['ni:///sha-256;f4OxZX', 'ni:///md5;x', 'urn:x', `${iri}x`]) {
    expect(hashOfDocumentIri(other)).toBeUndefined();
  }
});
