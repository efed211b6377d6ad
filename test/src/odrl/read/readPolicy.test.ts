import fc from 'fast-check';
import type { Options } from 'jsonld';
import { describe, expect, it } from 'vitest';
import { readPolicy, toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';
import { message, type Message } from '../../../../src/messages/Message.ts';
import { refused } from '../../../support/refused.ts';

const context = 'http://www.w3.org/ns/odrl.jsonld';
const xsd = (type: string) => `http://www.w3.org/2001/XMLSchema#${type}`;
const invalid = (key: string, values?: Message['values']) => refused('policy-invalid', key, values);

/** The maker of a mask lets one studio print it until the new year, if it is paid. */
const compact = {
  '@context': [context, { ex: 'https://example.org/' }],
  '@type': 'Agreement',
  uid: 'ex:policy',
  profile: 'ex:profile',
  conflict: 'prohibit',
  assigner: 'ex:maker',
  permission: [
    {
      uid: 'ex:rule',
      target: { '@type': 'AssetCollection', source: 'ex:masks', refinement: { ...count(3), uid: 'ex:few' } },
      assignee: ['ex:studio', { uid: 'ex:troupe', partOf: 'ex:troupes' }],
      action: [
        'display',
        {
          'rdf:value': { '@id': 'odrl:print' },
          refinement: { leftOperand: 'resolution', operator: 'lteq', rightOperand: 1200, unit: 'urn:dpi' },
        },
      ],
      constraint: [
        {
          leftOperand: 'dateTime',
          operator: 'lt',
          rightOperand: { '@value': '2027-01-01', '@type': 'xsd:date' },
        },
        {
          uid: 'ex:either',
          or: { '@list': [{ '@id': 'ex:few' }, { ...count(7), status: 2, dataType: 'xsd:integer' }] },
        },
      ],
      duty: {
        action: 'compensate',
        constraint: { leftOperand: 'payAmount', operator: 'eq', rightOperand: '5.00', unit: 'ex:eur' },
        consequence: { action: 'ex:apologise' },
      },
    },
  ],
  prohibition: { action: 'sell', target: 'ex:mask', remedy: { action: 'inform' } },
  obligation: { action: 'attribute', assignee: 'ex:studio' },
};

function count(most: number) {
  return { leftOperand: 'count', operator: 'lteq', rightOperand: most };
}

describe('a policy', () => {
  it('is read in full from its compact form', () => {
    const policy = toPolicy(compact);
    expect(policy).toMatchObject({
      id: 'https://example.org/policy',
      type: odrl('Agreement'),
      profiles: ['https://example.org/profile'],
      conflict: 'prohibit',
      inheritFrom: [],
      unknown: [],
    });
    const [permission] = policy.permissions;
    expect(permission).toMatchObject({
      id: 'https://example.org/rule',
      kind: 'permission',
      targets: [
        {
          id: undefined,
          isCollection: true,
          source: 'https://example.org/masks',
          refinements: [{ id: 'https://example.org/few', leftOperand: odrl('count') }],
        },
      ],
      assigners: [{ id: 'https://example.org/maker', isCollection: false }],
      assignees: [
        { id: 'https://example.org/studio' },
        { id: 'https://example.org/troupe', partOf: ['https://example.org/troupes'] },
      ],
      unknown: [],
    });
    expect(permission?.actions).toEqual([
      { id: undefined, name: odrl('display'), refinements: [] },
      {
        id: undefined,
        name: odrl('print'),
        refinements: [
          {
            id: undefined,
            leftOperand: odrl('resolution'),
            operator: odrl('lteq'),
            right: [{ text: '1200', type: xsd('integer') }],
            unit: 'urn:dpi',
            dataType: undefined,
            status: undefined,
          },
        ],
      },
    ]);
    expect(permission?.constraints).toMatchObject([
      { operator: odrl('lt'), right: [{ text: '2027-01-01', type: xsd('date') }] },
      {
        id: 'https://example.org/either',
        logic: 'or',
        constraints: [
          { id: 'https://example.org/few', right: [{ text: '3' }] },
          { right: [{ text: '7' }], status: { text: '2', type: xsd('integer') }, dataType: 'xsd:integer' },
        ],
      },
    ]);
    expect(permission?.duties).toMatchObject([
      {
        kind: 'duty',
        assigners: [],
        actions: [{ name: odrl('compensate') }],
        constraints: [{ right: [{ text: '5.00' }], unit: 'ex:eur' }],
        duties: [{ kind: 'duty', actions: [{ name: 'https://example.org/apologise' }] }],
      },
    ]);
    expect(policy.prohibitions).toMatchObject([
      { kind: 'prohibition', duties: [{ kind: 'duty', actions: [{ name: odrl('inform') }] }] },
    ]);
    expect(policy.obligations).toMatchObject([
      { kind: 'duty', assignees: [{ id: 'https://example.org/studio' }] },
    ]);
  });

  it('is the same in every form of JSON-LD', async () => {
    const expected = toPolicy(compact);
    const { default: jsonld } = await import('jsonld');
    const terms = await import('../../../../src/odrl/read/contexts.ts');
    const documentLoader = (url: string) =>
      Promise.resolve({
        contextUrl: undefined,
        documentUrl: url,
        document: { '@context': terms.contexts.get(url) },
      });
    const options = { documentLoader } as unknown as Options.Common;
    const expanded = await jsonld.expand(compact, options);
    const flattened = await jsonld.flatten(compact, undefined, options);
    const { '@context': names, ...body } = compact;
    for (const form of [
      compact,
      JSON.stringify(compact),
      { '@context': names, '@graph': [body] },
      { '@context': [...names, { '@vocab': 'urn:v#' }], ...body },
      expanded,
      { '@graph': flattened },
      flattened,
    ]) {
      expect(await readPolicy(form)).toEqual(expected);
    }
  });

  it('gives plain text of a right operand the datatype that the constraint names', () => {
    const findRight = (rightOperand: unknown, dataType?: string) => {
      const constraint = { leftOperand: 'version', operator: 'eq', rightOperand, dataType };
      const [rule] = toPolicy({ permission: { action: 'use', constraint } }).permissions;
      return rule?.constraints.flatMap((one) => ('logic' in one ? [] : one.right));
    };
    expect(findRight('5', 'xsd:integer')).toEqual([{ text: '5', type: xsd('integer') }]);
    expect(findRight('5', xsd('decimal'))).toEqual([{ text: '5', type: xsd('decimal') }]);
    expect(findRight('5')).toEqual([{ text: '5', type: xsd('string') }]);
    expect(findRight(5, 'xsd:decimal')).toEqual([{ text: '5', type: xsd('integer') }]);
    expect(findRight({ '@value': 'cinq', '@language': 'fr' }, 'urn:t')).toEqual([
      { text: 'cinq', type: xsd('string'), language: 'fr' },
    ]);
    expect(() => findRight('five', 'xsd:integer')).toThrow(invalid('expected', { got: '"five"' }));
  });

  it('does not understand a constraint in each rule that refers to it', () => {
    const odd = { uid: 'urn:odd', ...count(1), 'urn:unless': true };
    const policy = toPolicy({
      permission: [
        { action: 'play', constraint: odd },
        { action: 'print', constraint: { or: [{ uid: 'urn:odd' }] } },
        { action: 'read', constraint: count(2) },
      ],
    });
    expect(policy.permissions.map(({ unknown }) => unknown)).toEqual([['urn:unless'], ['urn:unless'], []]);
  });

  it('takes one constraint in two places of another', () => {
    const both = { and: [{ uid: 'urn:c', ...count(1) }, { or: [{ uid: 'urn:c' }] }] };
    expect(
      toPolicy({ permission: { action: 'use', constraint: both } }).permissions[0]?.constraints,
    ).toMatchObject([{ constraints: [{ id: 'urn:c' }, { constraints: [{ id: 'urn:c' }] }] }]);
  });

  it('takes the names of ODRL as text, too', async () => {
    const constraint = { 'odrl:leftOperand': 'odrl:count', 'odrl:operator': 'lt', 'odrl:rightOperand': 3 };
    const policy = await readPolicy({
      '@context': { odrl: 'http://www.w3.org/ns/odrl/2/' },
      'odrl:permission': {
        'odrl:action': ['odrl:play', 'print', 'urn:carve'],
        'odrl:constraint': constraint,
      },
    });
    expect(policy.permissions).toMatchObject([
      {
        actions: [{ name: odrl('play') }, { name: odrl('print') }, { name: 'urn:carve' }],
        constraints: [{ leftOperand: odrl('count'), operator: odrl('lt') }],
      },
    ]);
  });

  it('takes rules and constraints that it refers to', async () => {
    const graph = [
      { '@id': 'urn:p', '@type': 'Set', permission: { '@id': 'urn:r' } },
      { '@id': 'urn:r', action: 'use', constraint: 'urn:c' },
      { '@id': 'urn:c', '@type': 'Constraint', ...count(1) },
    ];
    const policy = await readPolicy({ '@context': context, '@graph': graph });
    expect(policy.permissions).toMatchObject([{ id: 'urn:r', constraints: [{ id: 'urn:c' }] }]);
  });

  it('is of the class that it says, or a set', () => {
    const rule = { permission: { action: 'use' } };
    expect(toPolicy(rule).type).toBe(odrl('Set'));
    expect(toPolicy({ ...rule, '@type': ['urn:t', 'Offer'] }).type).toBe(odrl('Offer'));
    expect(toPolicy({ ...rule, type: 'urn:t' }).type).toBe('urn:t');
    expect(toPolicy(rule)).toMatchObject({ id: undefined, conflict: undefined });
  });

  it('says for all rules what it says of itself (2.7.1), and what others say of it (2.2.3, 2.3.3)', async () => {
    const policy = {
      '@context': context,
      '@graph': [
        {
          uid: 'urn:p',
          target: 'urn:a',
          action: 'use',
          permission: [{ assignee: 'urn:x' }, { action: 'sell' }],
        },
        { uid: 'urn:b', hasPolicy: 'urn:p' },
        { uid: 'urn:maker', assignerOf: 'urn:p' },
        { uid: 'urn:y', assigneeOf: { '@id': 'urn:p' } },
      ],
    };
    const things = [{ id: 'urn:a' }, { id: 'urn:b' }];
    expect((await readPolicy(policy)).permissions).toMatchObject([
      {
        targets: things,
        assigners: [{ id: 'urn:maker' }],
        assignees: [{ id: 'urn:x' }, { id: 'urn:y' }],
        actions: [{ name: odrl('use') }],
      },
      {
        targets: things,
        assignees: [{ id: 'urn:y' }],
        actions: [{ name: odrl('sell') }, { name: odrl('use') }],
      },
    ]);
  });

  it('keeps what is not understood, where it stands', async () => {
    const rule = (more: object) => ({ permission: { action: 'use', ...more } });
    const listUnknown = (policy: object) => toPolicy(policy).permissions[0]?.unknown;
    expect(listUnknown(rule({ 'urn:only': 'monday' }))).toEqual(['urn:only']);
    expect(listUnknown(rule({ onlyOn: 'monday' }))).toEqual(['onlyOn']);
    expect(listUnknown(rule({ constraint: { ...count(1), 'urn:unless': true } }))).toEqual(['urn:unless']);
    expect(listUnknown(rule({ constraint: { and: [count(1)], 'urn:unless': true } }))).toEqual([
      'urn:unless',
    ]);
    expect(listUnknown(rule({ action: { 'rdf:value': 'use', refinement: { ...count(1), x: 1 } } }))).toEqual([
      'x',
    ]);
    expect(listUnknown(rule({ target: { source: 'urn:s', refinement: { ...count(1), x: 1 } } }))).toEqual([
      'x',
    ]);
    const reference = { leftOperand: 'count', operator: 'lt', rightOperandReference: 'urn:limit' };
    expect(listUnknown(rule({ constraint: reference }))).toEqual([odrl('rightOperandReference')]);
    expect(toPolicy({ ...rule({}), strict: true }).unknown).toEqual(['strict']);
    expect(toPolicy({ ...rule({}), conflict: 'urn:coin' })).toMatchObject({
      conflict: undefined,
      unknown: ['urn:coin'],
    });
    expect(toPolicy({ ...rule({}), inheritFrom: 'urn:parent' }).unknown).toEqual(['urn:parent']);
    expect(toPolicy({ ...rule({}), 'dct:isReplacedBy': 'urn:new' }).unknown).toEqual([
      'http://purl.org/dc/terms/isReplacedBy',
    ]);
    const shared = { '@context': context, '@graph': [{ ...rule({ once: 1 }), uid: 'urn:p' }] };
    expect((await readPolicy(shared)).unknown).toEqual(['once']);
  });

  it('leaves out what only describes', () => {
    const policy = toPolicy({
      'dct:title': 'Mask',
      'rdfs:comment': 'red',
      'http://purl.org/dc/elements/1.1/creator': 'Lan',
      permission: {
        uid: 'urn:r',
        action: 'use',
        'schema:name': 'use',
        informedParty: 'urn:x',
        output: 'urn:o',
        constraint: { ...count(1), 'skos:note': 'few' },
      },
    });
    expect([policy.unknown, policy.permissions[0]?.unknown]).toEqual([[], []]);
  });

  it('of two conflict strategies is void where they count (2.10)', () => {
    expect(toPolicy({ permission: { action: 'use' }, conflict: ['perm', 'prohibit'] }).conflict).toBe(
      'invalid',
    );
    expect(toPolicy({ permission: { action: 'use' }, conflict: 'perm' }).conflict).toBe('perm');
    expect(toPolicy({ permission: { action: 'use' }, conflict: { '@id': 'odrl:invalid' } }).conflict).toBe(
      'invalid',
    );
  });

  it('in short names is what a JSON-LD processor makes of it', async () => {
    const word = fc.constantFrom('urn:a', 'urn:b', 'ex:c', 'https://example.org/d');
    const some = <T>(of: fc.Arbitrary<T>) => fc.oneof(of, fc.uniqueArray(of, { minLength: 1, maxLength: 3 }));
    const right = fc.oneof(
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom(
        'text',
        'urn:x',
        { '@id': 'ex:y' },
        { '@value': '1.50', '@type': 'xsd:decimal' },
        true,
        2.5,
      ),
      fc.constant({ '@list': [{ '@id': 'urn:a' }, 'b'] }),
      fc.constant({ '@value': 'masque', '@language': 'FR' }),
    );
    const constraint = fc.record(
      {
        leftOperand: fc.constantFrom('version', 'relativeSize', 'ex:size'),
        operator: fc.constantFrom('isAnyOf', 'isNoneOf', 'isPartOf'),
        rightOperand: right,
        unit: word,
        status: fc.integer({ min: 0, max: 5 }),
      },
      { requiredKeys: ['leftOperand', 'operator', 'rightOperand'] },
    );
    const logical = fc.record({ xone: fc.array(constraint, { minLength: 1, maxLength: 2 }) });
    const rule = fc.record(
      {
        target: some(word),
        assignee: some(word),
        action: some(fc.constantFrom('use', 'print', 'odrl:sell', 'ex:carve')),
        constraint: fc.oneof(constraint, fc.array(fc.oneof(constraint, logical), { maxLength: 3 })),
        duty: fc.record({ action: fc.constantFrom('compensate', 'ex:bow') }),
      },
      { requiredKeys: ['action'] },
    );
    const policy = fc.record(
      {
        '@context': fc.constant([context, { ex: 'https://example.org/' }]),
        uid: fc.constant('ex:policy'),
        permission: fc.array(rule, { minLength: 1, maxLength: 3 }),
        prohibition: rule,
        target: word,
        conflict: fc.constantFrom('perm', 'prohibit'),
      },
      { requiredKeys: ['@context', 'uid', 'permission'] },
    );
    await fc.assert(
      fc.asyncProperty(policy, async (document) => {
        const { '@context': names, ...body } = document;
        expect(await readPolicy({ '@context': names, '@graph': [body] })).toEqual(toPolicy(document));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is no policy is refused, saying what was expected and what came', () => {
  const rule = (more: object) => ({ permission: { uid: 'urn:r', action: 'use', ...more } });
  const constrained = (constraint: object) => rule({ constraint: { uid: 'urn:c', ...constraint } });

  it.each<[string, object, string, Message['values']?]>([
    ['no rule', { uid: 'urn:p', '@type': 'Set' }, 'odrl-policies', { got: 0 }],
    ['no rule in the list', { permission: [] }, 'odrl-rules-missing'],
    ['two policies', { '@graph': [rule({}), rule({})], '@context': context }, 'odrl-policies', { got: 2 }],
    [
      'a prohibition as a permission',
      rule({ '@type': 'Prohibition' }),
      'at-field',
      {
        field: 'urn:r',
        fault: message('errors.odrl-rule-kind', { expected: 'permission', got: 'prohibition' }),
      },
    ],
    [
      'a negative count',
      constrained({ ...count(-1) }),
      'expected',
      { expected: message('errors.literal-count') },
    ],
    [
      'no right operand',
      constrained({ leftOperand: 'count', operator: 'lt' }),
      'at-field',
      { field: 'urn:c', fault: message('errors.odrl-right-operand') },
    ],
    [
      'no left operand',
      constrained({ operator: 'lt', rightOperand: 1 }),
      'odrl-one',
      { property: 'leftOperand', got: 0 },
    ],
    [
      'two operators',
      constrained({ leftOperand: 'count', operator: ['lt', 'gt'], rightOperand: 1 }),
      'odrl-one',
      { property: 'operator', got: 2 },
    ],
    [
      'several right operands of an order',
      constrained({ leftOperand: 'count', operator: 'lt', rightOperand: [1, 2] }),
      'odrl-right-operands',
      { operator: 'lt', got: 2 },
    ],
    [
      'a right operand of another kind',
      constrained({ leftOperand: 'dateTime', operator: 'lt', rightOperand: 5 }),
      'at-field',
      {
        field: 'urn:c, dateTime lt',
        fault: message('errors.expected', { expected: message('errors.literal-moment'), got: '"5"' }),
      },
    ],
    [
      'a date that is none',
      constrained({ leftOperand: 'dateTime', operator: 'lt', rightOperand: '2026-02-30' }),
      'expected',
      { expected: message('errors.literal-moment'), got: '"2026-02-30"' },
    ],
    [
      'a status of another kind',
      constrained({ ...count(1), status: 'often' }),
      'expected',
      { expected: message('errors.literal-count') },
    ],
    ['several statuses', constrained({ ...count(1), status: [1, 2] }), 'odrl-one', { property: 'status' }],
    ['an empty operand list', constrained({ and: { '@list': [] } }), 'odrl-constraints', { logic: 'and' }],
    [
      'two logical operators',
      constrained({ and: [count(1)], or: [count(2)] }),
      'odrl-operator',
      { got: ['and', 'or'] },
    ],
    [
      'logic with a left operand',
      constrained({ ...count(1), xone: [count(2)] }),
      'odrl-operator',
      { got: ['xone', message('errors.odrl-left-operand')] },
    ],
    [
      'a constraint that nobody wrote',
      rule({ constraint: 'urn:nowhere' }),
      'odrl-one',
      { property: 'leftOperand', got: 0 },
    ],
    ['an action without a name', rule({ action: { refinement: count(1) } }), 'odrl-action-name'],
    [
      'two identifiers',
      { '@id': 'urn:a', uid: 'urn:b', permission: {} },
      'odrl-identifier',
      { got: '"urn:b"' },
    ],
    ['a number as an identifier', { uid: 5, permission: {} }, 'odrl-identifier', { got: '5' }],
    ['a number as a class', { '@type': 5, permission: {} }, 'odrl-name', { got: '5' }],
    [
      'a constraint within itself',
      constrained({ and: [{ uid: 'urn:d', or: ['urn:c'] }] }),
      'odrl-constraint-circle',
    ],
    [
      'a duty within itself',
      { obligation: { uid: 'urn:d', action: 'use', consequence: { '@id': 'urn:d' } } },
      'odrl-rule-circle',
    ],
    [
      'an unknown context',
      { '@context': 'https://example.org/c', ...rule({}) },
      'odrl-context',
      { url: 'https://example.org/c' },
    ],
    ['JSON-LD that is none', { '@context': context, '@graph': { '@id': 5 } }, 'odrl-json-ld'],
    [
      'a name of JavaScript',
      JSON.parse('{"permission":{"action":"use","__proto__":{}}}') as object,
      'odrl-name-reserved',
      { name: '__proto__' },
    ],
    ['another', { ...rule({}), prototype: 1 }, 'odrl-name-reserved', { name: 'prototype' }],
    ['a function', { permission: () => 1 }, 'odrl-json', { got: 'function' }],
    ['a number that is none', { permission: NaN }, 'odrl-json', { got: 'number' }],
    [
      'parents that inherit from each other',
      {
        '@context': context,
        '@graph': [
          { uid: 'urn:a', inheritFrom: 'urn:b', ...rule({}) },
          { uid: 'urn:b', inheritFrom: 'urn:a' },
        ],
      },
      'odrl-inherit-circle',
    ],
  ])('%s', async (_, document, key, values) => {
    await expect(readPolicy(document)).rejects.toThrow(invalid(key, values));
  });

  it.each([5, 'null', '"text"', true])('%s is no object', async (document) => {
    await expect(readPolicy(document)).rejects.toThrow(
      invalid('odrl-object', { what: message('errors.a-policy') }),
    );
  });

  it('text that is no JSON, or says a thing twice', async () => {
    const malformed = expect.objectContaining({ code: 'json-malformed' }) as object;
    await expect(readPolicy('{')).rejects.toThrow(malformed);
    await expect(readPolicy('{"permission":{},"permission":{"action":"use"}}')).rejects.toThrow(malformed);
  });

  it('JSON-LD of another form where the compact one is asked for', () => {
    for (const document of [
      [],
      5,
      { '@graph': [rule({})] },
      { '@context': 'https://example.org/c', ...rule({}) },
      { '@context': { '@vocab': 'urn:v#' }, ...rule({}) },
      { '@context': { ex: { '@id': 'urn:x' } }, ...rule({}) },
      { '@context': { use: 'urn:use:' }, ...rule({}) },
      { '@context': { ex: 'urn:no-delimiter-x' }, ...rule({}) },
      rule({ constraint: { '@context': {}, ...count(1) } }),
      rule({ '@reverse': {} }),
    ]) {
      expect(() => toPolicy(document)).toThrow(invalid('odrl-short-names'));
    }
  });

  it.each<[string, unknown, string, Message['values']?]>([
    ['more than 1,000,000 bytes', ' '.repeat(1_000_001), 'odrl-bytes', { most: 1_000_000 }],
    [
      'as much in values',
      { permission: { action: 'use', 'dct:title': 'x'.repeat(1_000_001) } },
      'odrl-bytes',
    ],
    ['more than 64 deep', JSON.stringify(nested(70)), 'odrl-deep', { most: 64 }],
    ['as deep in values', nested(70), 'odrl-deep', { most: 64 }],
    ['brackets without end', '['.repeat(500_000), 'odrl-deep', { most: 64 }],
    [
      'more than 10,000 objects',
      { permission: Array.from({ length: 10_000 }, () => ({})) },
      'odrl-nodes',
      { most: 10_000 },
    ],
    [
      'more than 100,000 values',
      { permission: { action: Array(100_001).fill('use') } },
      'odrl-members',
      { most: 100_000 },
    ],
    [
      'more than 1,000 contexts',
      { '@context': Array(1_001).fill({}), permission: {} },
      'odrl-contexts',
      { most: 1000 },
    ],
    [
      'more than 2,000 terms',
      {
        '@context': Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`t${index}`, 'urn:t:'])),
      },
      'odrl-terms',
      { most: 2000 },
    ],
    ['constraints that double thirty times', doubling(30), 'odrl-parts', { most: 10_000 }],
    ['duties that double thirty times', doublingDuties(30), 'odrl-parts', { most: 10_000 }],
  ])('%s, in bounded time', async (_, document, key, values) => {
    const start = performance.now();
    await expect(readPolicy(document)).rejects.toThrow(invalid(key, values));
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('brackets in strings are not depth, and neither are escaped quotes an end', async () => {
    const title = `${'['.repeat(100)}"\\${'{'.repeat(100)}`;
    const policy = await readPolicy(JSON.stringify({ ...rule({}), 'dct:title': title }));
    expect(policy.permissions).toHaveLength(1);
    expect((await readPolicy(JSON.stringify(nested(25)))).permissions).toHaveLength(1);
  });

  it('identifiers that JavaScript knows are just identifiers', async () => {
    const graph = [
      { '@id': '__proto__', permission: { action: 'use', target: ['__proto__', 'constructor'] } },
    ];
    const policy = await readPolicy({ '@context': context, '@graph': graph });
    expect(policy.permissions[0]?.targets.map(({ id }) => id)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['permission']).toBeUndefined();
  });
});

/** Constraints within each other. */
function nested(depth: number): object {
  let constraint: object = count(1);
  for (let at = 0; at < depth; at += 1) constraint = { and: [constraint] };
  return { permission: { action: 'use', constraint } };
}

/** Each duty has two consequences that end in the next. */
function doublingDuties(times: number): object {
  const steps = Array.from({ length: times }, (_, index) => [
    { uid: `urn:d${index}`, action: 'use', consequence: [`urn:d${index + 1}`, `urn:e${index}`] },
    { uid: `urn:e${index}`, action: 'use', consequence: `urn:d${index + 1}` },
  ]);
  const policy = { uid: 'urn:p', obligation: { '@id': 'urn:d0' } };
  return {
    '@context': context,
    '@graph': [policy, ...steps.flat(), { uid: `urn:d${times}`, action: 'use' }],
  };
}

/** Each constraint refers twice to the next. */
function doubling(times: number): object {
  const steps = Array.from({ length: times }, (_, index) => ({
    uid: `urn:c${index}`,
    and: [{ '@id': `urn:c${index + 1}` }, { uid: `urn:d${index}`, or: [{ '@id': `urn:c${index + 1}` }] }],
  }));
  const rule = { permission: { action: 'use', constraint: 'urn:c0' } };
  return { '@context': context, '@graph': [rule, ...steps, { uid: `urn:c${times}`, ...count(1) }] };
}
