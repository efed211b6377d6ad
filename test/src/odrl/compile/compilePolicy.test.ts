import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../../src/odrl/compile/compilePolicy.ts';
import type { Asked } from '../../../../src/odrl/compile/compileRule.ts';
import type { Ontology } from '../../../../src/odrl/Ontology.ts';
import type { Value } from '../../../../src/odrl/Policy.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';

const at = (time: string) => Date.parse(time);
const now = at('2026-05-01T12:00:00Z');
const asked = (action: string, more: Partial<Asked> = {}): Asked => ({
  action: odrl(action),
  target: 'urn:mask',
  assignee: 'urn:studio',
  time: now,
  facts: new Map(),
  ...more,
});
const decide = (policy: object, action: string, more?: Partial<Asked>, ontology?: Ontology) =>
  compilePolicy(toPolicy(policy), ontology).decide(asked(action, more));
const verdict = (...of: Parameters<typeof decide>) => decide(...of).verdict;
const text = (of: string): Value => ({ text: of, type: '' });
const facts = (of: Record<string, Value[]>) => ({
  facts: new Map(Object.entries(of).map(([name, values]) => [odrl(name), values])),
});
const limit = { uid: 'urn:limit', leftOperand: 'count', operator: 'lteq', rightOperand: 3 };
const counted = (count: number) => facts({ count: [text(`${count}`)] });

describe('a permission', () => {
  const policy = { permission: { uid: 'urn:r', target: 'urn:mask', assignee: 'urn:studio', action: 'play' } };

  it('permits its action to its party on its asset, and nothing else', () => {
    expect(decide(policy, 'play')).toMatchObject({ verdict: 'permitted', rule: { id: 'urn:r' }, duties: [] });
    expect(verdict(policy, 'display')).toBe('permitted');
    expect(decide(policy, 'print')).toMatchObject({ verdict: 'denied', rule: undefined, missing: [] });
    expect(verdict(policy, 'use')).toBe('denied');
    expect(verdict(policy, 'sell')).toBe('denied');
    expect(verdict(policy, 'play', { target: 'urn:mural' })).toBe('denied');
    expect(verdict(policy, 'play', { assignee: 'urn:troupe' })).toBe('denied');
  });

  it('is undecided about an asset or a party that nobody names', () => {
    expect(decide(policy, 'play', { assignee: undefined })).toMatchObject({
      verdict: 'undecided',
      rule: { id: 'urn:r' },
      missing: [odrl('assignee')],
    });
    expect(decide(policy, 'play', { target: undefined })).toMatchObject({
      verdict: 'undecided',
      missing: [odrl('target')],
    });
    expect(
      decide({ permission: { action: 'play' } }, 'play', { target: undefined, assignee: undefined }),
    ).toMatchObject({ verdict: 'permitted' });
  });

  it('of several actions, assets and parties is about each (2.7)', () => {
    const several = {
      permission: {
        action: ['play', 'print'],
        target: ['urn:mask', 'urn:mural'],
        assignee: ['urn:a', 'urn:b'],
      },
    };
    expect(verdict(several, 'print', { target: 'urn:mural', assignee: 'urn:b' })).toBe('permitted');
    expect(verdict(several, 'display', { target: 'urn:mask', assignee: 'urn:a' })).toBe('permitted');
    expect(verdict(several, 'print', { target: 'urn:other', assignee: 'urn:b' })).toBe('denied');
    expect(verdict(several, 'read', { target: 'urn:mask', assignee: 'urn:b' })).toBe('denied');
  });

  it('without an action is about all', () => {
    expect(verdict({ permission: { target: 'urn:mask' } }, 'sell')).toBe('permitted');
  });

  it('holds while its constraints do', () => {
    const until = { leftOperand: 'dateTime', operator: 'lt', rightOperand: '2027-01-01T00:00:00Z' };
    const timed = { permission: { action: 'use', constraint: [until, limit] } };
    expect(verdict(timed, 'use', counted(3))).toBe('permitted');
    expect(decide(timed, 'use', counted(4))).toMatchObject({
      verdict: 'denied',
      unsatisfied: [{ id: 'urn:limit' }],
    });
    expect(verdict(timed, 'use', { ...counted(1), time: at('2027-01-01T00:00:00Z') })).toBe('denied');
    expect(decide(timed, 'use', { ...counted(1), time: NaN })).toMatchObject({
      verdict: 'undecided',
      missing: [odrl('dateTime')],
    });
    expect(decide(timed, 'use')).toMatchObject({
      verdict: 'undecided',
      missing: [odrl('count')],
      unsatisfied: [],
    });
    expect(decide(timed, 'use', { time: at('2028-01-01T00:00:00Z') })).toMatchObject({
      verdict: 'denied',
      missing: [odrl('count')],
      unsatisfied: [{ leftOperand: odrl('dateTime') }],
    });
  });

  it('is explained by rules for what is asked alone', () => {
    const wide = { leftOperand: 'percentage', operator: 'lteq', rightOperand: 3 };
    const policy = {
      permission: [
        { uid: 'urn:print', action: 'print', constraint: wide },
        { uid: 'urn:other', action: 'use', target: 'urn:mural', constraint: wide },
        { uid: 'urn:theirs', action: 'use', assignee: 'urn:troupe', constraint: wide },
        { uid: 'urn:first', action: 'display', constraint: [limit, { ...wide, operator: 'gt', status: 9 }] },
        { uid: 'urn:second', action: 'display', constraint: { ...limit, uid: 'urn:l2' } },
      ],
    };
    expect(decide(policy, 'display')).toEqual({
      verdict: 'undecided',
      rule: expect.objectContaining({ id: 'urn:first' }) as object,
      duties: [],
      unsatisfied: [],
      missing: [odrl('count')],
      notUnderstood: [],
      undetermined: [],
    });
    expect(decide(policy, 'sell')).toEqual({
      verdict: 'denied',
      rule: undefined,
      duties: [],
      unsatisfied: [],
      missing: [],
      notUnderstood: [],
      undetermined: [],
    });
    expect(
      decide(policy, 'display', { ...counted(1), target: undefined, assignee: undefined }),
    ).toMatchObject({
      verdict: 'permitted',
    });
    const anywhere = { permission: { action: 'display', constraint: limit } };
    expect(decide(anywhere, 'display', { target: undefined, assignee: undefined }).missing).toEqual([
      odrl('count'),
    ]);
  });

  it('says which comparison has no answer', () => {
    const zoneless = { leftOperand: 'dateTime', operator: 'lt', rightOperand: '2026-05-01T13:00:00' };
    expect(decide({ permission: { action: 'use', constraint: zoneless } }, 'use')).toMatchObject({
      verdict: 'undecided',
      missing: [],
      notUnderstood: [],
      undetermined: [{ leftOperand: odrl('dateTime') }],
    });
  });

  it('has refinements of each action for itself (2.5.4)', () => {
    const fine = { leftOperand: 'resolution', operator: 'lteq', rightOperand: 300, unit: 'urn:dpi' };
    const refined = {
      permission: {
        action: ['display', { 'rdf:value': { '@id': 'odrl:print' }, refinement: fine }],
        constraint: limit,
      },
    };
    expect(verdict(refined, 'display', counted(1))).toBe('permitted');
    expect(decide(refined, 'print', counted(1))).toMatchObject({
      verdict: 'undecided',
      missing: [odrl('resolution')],
    });
    expect(decide(refined, 'display', counted(9))).toMatchObject({ verdict: 'denied', missing: [] });
    const dots = (resolution: string) => facts({ count: [text('1')], resolution: [text(resolution)] });
    expect(verdict(refined, 'print', dots('300'))).toBe('permitted');
    expect(decide(refined, 'print', dots('301'))).toMatchObject({
      verdict: 'denied',
      unsatisfied: [{ leftOperand: odrl('resolution') }],
    });
    const byUnit = new Map([...counted(1).facts, ['urn:dpi', [text('200')]] as const]);
    expect(verdict(refined, 'print', { facts: byUnit })).toBe('permitted');
  });

  it('for a collection is for its members (2.2.2, 2.3.2)', () => {
    const troupe = { '@type': 'PartyCollection', uid: 'urn:troupe', source: 'urn:members' };
    const masks = { '@type': 'AssetCollection', source: 'urn:masks' };
    const policy = { permission: { action: 'use', target: masks, assignee: troupe } };
    const members = (of: Record<string, string[]>) => ({ memberOf: new Map(Object.entries(of)) });
    const inBoth = { 'urn:mask': ['urn:masks'], 'urn:studio': ['urn:other', 'urn:troupe'] };
    expect(verdict(policy, 'use', members(inBoth))).toBe('permitted');
    expect(verdict(policy, 'use', members({ ...inBoth, 'urn:studio': ['urn:members'] }))).toBe('permitted');
    expect(verdict(policy, 'use', members({ ...inBoth, 'urn:studio': ['urn:other'] }))).toBe('denied');
    expect(verdict(policy, 'use', members({ 'urn:studio': ['urn:troupe'] }))).toBe('denied');
    expect(verdict(policy, 'use', { target: 'urn:masks', assignee: 'urn:troupe' })).toBe('permitted');
    expect(verdict(policy, 'use')).toBe('undecided');
    const single = { permission: { action: 'use', target: 'urn:masks' } };
    expect(verdict(single, 'use', members({ 'urn:mask': ['urn:masks'] }))).toBe('permitted');
    expect(verdict(single, 'use')).toBe('denied');
  });

  it('for a refined collection is for the members that fit (2.5.5, 2.5.6)', () => {
    const small = {
      source: 'urn:masks',
      refinement: { leftOperand: 'absoluteSize', operator: 'lt', rightOperand: 10 },
    };
    const policy = { permission: { action: 'use', target: small } };
    const toMember = new Map([['urn:mask', ['urn:masks']]]);
    const size = (of: string) => ({
      memberOf: toMember,
      ...facts({ absoluteSize: [{ text: of, type: 'http://www.w3.org/2001/XMLSchema#decimal' }] }),
    });
    expect(verdict(policy, 'use', size('9.5'))).toBe('permitted');
    expect(decide(policy, 'use', size('10'))).toMatchObject({ verdict: 'denied', unsatisfied: [{}] });
    expect(decide(policy, 'use', { memberOf: toMember })).toMatchObject({
      verdict: 'undecided',
      missing: [odrl('absoluteSize')],
    });
    expect(decide(policy, 'use', { memberOf: new Map() })).toMatchObject({ verdict: 'denied', missing: [] });
    expect(verdict({ permission: { action: 'use', target: {} } }, 'use')).toBe('undecided');
  });

  it('names the duties that are due, and one without duties comes before one with', () => {
    const pay = { uid: 'urn:pay', action: 'compensate' };
    const often = { uid: 'urn:often', action: 'inform', constraint: { ...limit, operator: 'gt' } };
    const paid = { permission: { uid: 'urn:paid', action: 'use', duty: [pay, often] } };
    const dutiesAt = (count: number | undefined) =>
      decide(paid, 'use', count === undefined ? {} : counted(count)).duties.map(({ id }) => id);
    expect(dutiesAt(4)).toEqual(['urn:pay', 'urn:often']);
    expect(dutiesAt(3)).toEqual(['urn:pay']);
    expect(dutiesAt(undefined)).toEqual(['urn:pay', 'urn:often']);
    const both = {
      permission: [paid.permission, { uid: 'urn:free', action: 'play' }, { uid: 'urn:last', action: 'use' }],
    };
    expect(decide(both, 'play')).toMatchObject({ rule: { id: 'urn:free' }, duties: [] });
    expect(decide(both, 'print')).toMatchObject({ rule: { id: 'urn:last' } });
    expect(decide(both, 'print')).toEqual({
      verdict: 'permitted',
      rule: expect.objectContaining({ id: 'urn:last' }) as object,
      duties: [],
      unsatisfied: [],
      missing: [],
      notUnderstood: [],
      undetermined: [],
    });
    const costly = { permission: [paid.permission, { ...paid.permission, uid: 'urn:again' }] };
    expect(decide(costly, 'print')).toMatchObject({ rule: { id: 'urn:paid' } });
    const freely = {
      permission: [
        { uid: 'urn:free', action: 'use' },
        { uid: 'urn:too', action: 'use' },
      ],
    };
    expect(decide(freely, 'print')).toMatchObject({ rule: { id: 'urn:free' } });
    const free = { ...both, permission: both.permission.slice(0, 2) };
    expect(decide(free, 'print')).toMatchObject({ rule: { id: 'urn:paid' }, verdict: 'permitted' });
  });
});

describe('a prohibition', () => {
  const both = (conflict?: string, prohibition: object = { uid: 'urn:no', action: 'print' }) => ({
    permission: { uid: 'urn:yes', action: 'use' },
    prohibition,
    ...(conflict === undefined ? {} : { conflict }),
  });

  it('that meets a permission counts by the strategy (2.10)', () => {
    expect(decide(both('prohibit'), 'print')).toMatchObject({
      verdict: 'denied',
      rule: { id: 'urn:no' },
      unsatisfied: [],
    });
    expect(decide(both('perm'), 'print')).toMatchObject({ verdict: 'permitted', rule: { id: 'urn:yes' } });
    expect(decide(both('invalid'), 'print')).toMatchObject({ verdict: 'denied', rule: { id: 'urn:no' } });
    expect(decide(both(), 'print')).toMatchObject({ verdict: 'denied', rule: { id: 'urn:no' } });
    for (const conflict of ['prohibit', 'perm', 'invalid', undefined]) {
      expect(verdict(both(conflict), 'play')).toBe('permitted');
      expect(verdict(both(conflict), 'sell')).toBe('denied');
    }
  });

  it('that may apply leaves undecided what it does not have to override', () => {
    const perhaps = { uid: 'urn:no', action: 'print', constraint: limit };
    expect(decide(both('prohibit', perhaps), 'print')).toMatchObject({
      verdict: 'undecided',
      rule: { id: 'urn:no' },
      missing: [odrl('count')],
    });
    expect(verdict(both('invalid', perhaps), 'print')).toBe('undecided');
    expect(verdict(both('perm', perhaps), 'print')).toBe('permitted');
    expect(verdict(both('prohibit', perhaps), 'print', counted(4))).toBe('permitted');
    expect(verdict(both('prohibit', perhaps), 'print', counted(3))).toBe('denied');
    const sure = {
      permission: {
        action: 'use',
        constraint: {
          or: [
            { ...limit, uid: 'urn:few', leftOperand: 'percentage', status: 1 },
            { ...limit, uid: 'urn:no' },
          ],
        },
      },
      prohibition: {
        ...perhaps,
        uid: 'urn:never',
        constraint: { ...limit, uid: 'urn:x', leftOperand: 'resolution' },
      },
    };
    expect(decide(sure, 'print')).toMatchObject({ verdict: 'undecided', missing: [odrl('resolution')] });
    expect(decide({ prohibition: perhaps, permission: { action: 'sell' } }, 'print')).toMatchObject({
      rule: undefined,
    });
    expect(decide({ ...both('perm'), permission: { action: 'sell' } }, 'print')).toMatchObject({
      verdict: 'denied',
      rule: { id: 'urn:no' },
    });
    const alone = { prohibition: perhaps };
    expect(verdict(alone, 'print')).toBe('denied');
    expect(decide({ prohibition: { uid: 'urn:no', action: 'print' } }, 'print')).toMatchObject({
      verdict: 'denied',
      rule: { id: 'urn:no' },
    });
  });

  it('denies what a permission only may permit, unless permissions override', () => {
    const open = {
      permission: { uid: 'urn:yes', action: 'use', constraint: limit },
      prohibition: { action: 'use' },
    };
    expect(verdict({ ...open, conflict: 'prohibit' }, 'use')).toBe('denied');
    expect(decide({ ...open, conflict: 'perm' }, 'use')).toMatchObject({
      verdict: 'undecided',
      rule: { id: 'urn:yes' },
      missing: [odrl('count')],
    });
    const share = { leftOperand: 'percentage', operator: 'lteq', rightOperand: 3 };
    const either = {
      ...open,
      prohibition: { action: 'use', constraint: share },
    };
    expect(decide(either, 'use')).toMatchObject({
      verdict: 'undecided',
      rule: { id: 'urn:yes' },
      missing: [odrl('count'), odrl('percentage')],
    });
  });

  it('may be met by an action that is wider than its own', () => {
    expect(verdict(both('prohibit'), 'use')).toBe('undecided');
    expect(verdict(both('perm'), 'use')).toBe('permitted');
    expect(verdict(both('prohibit', { action: 'display' }), 'play')).toBe('undecided');
    expect(verdict(both('prohibit', { action: 'play' }), 'display')).toBe('denied');
    expect(verdict(both('prohibit', { action: 'sell' }), 'use')).toBe('permitted');
  });
});

describe('what is not understood is never permitted', () => {
  const open = (more: object) => ({ permission: { action: 'use', ...more } });
  const odd = (constraint: object) => open({ constraint: { ...limit, ...constraint } });

  it.each<[string, object, string]>([
    ['a left operand', odd({ leftOperand: 'urn:mood' }), 'urn:mood'],
    ['an operator', odd({ operator: 'urn:like' }), 'urn:like'],
    ['an action', { permission: { action: 'urn:carve' } }, 'urn:carve'],
    ['a profile', { ...open({}), profile: 'urn:profile' }, 'urn:profile'],
    ['a property of the policy', { ...open({}), 'urn:only': 1 }, 'urn:only'],
    ['a property of the rule', open({ 'urn:only': 1 }), 'urn:only'],
    ['a property of a constraint', odd({ 'urn:only': 1 }), 'urn:only'],
    ['an action of a duty', open({ duty: { action: 'urn:bow' } }), 'urn:bow'],
    ['a property of a duty', open({ duty: { action: 'inform', 'urn:how': 1 } }), 'urn:how'],
    [
      'an operand of a duty',
      open({ duty: { action: 'inform', constraint: { and: [{ ...limit, leftOperand: 'urn:mood' }] } } }),
      'urn:mood',
    ],
    [
      'a refinement of a duty',
      open({ duty: { action: { 'rdf:value': 'inform', refinement: { ...limit, operator: 'urn:like' } } } }),
      'urn:like',
    ],
    ['a consequence', open({ duty: { action: 'inform', consequence: { action: 'urn:bow' } } }), 'urn:bow'],
    ['a conflict strategy', { ...open({}), conflict: 'urn:coin' }, 'urn:coin'],
    ['a parent', { ...open({}), inheritFrom: 'urn:parent' }, 'urn:parent'],
  ])('%s', (_, policy, name) => {
    expect(decide(policy, 'use', counted(1))).toMatchObject({ verdict: 'undecided', notUnderstood: [name] });
  });

  it('nor is what is known to be otherwise refused any less', () => {
    expect(verdict({ ...open({}), 'urn:only': 1 }, 'sell')).toBe('denied');
    expect(verdict(odd({ 'urn:only': 1 }), 'use', counted(4))).toBe('denied');
  });

  it('an action that is asked about', () => {
    expect(decide(open({}), 'x', { action: 'urn:carve' })).toMatchObject({
      verdict: 'undecided',
      notUnderstood: ['urn:carve'],
    });
    const same = { permission: { action: 'urn:carve' } };
    expect(decide(same, 'x', { action: 'urn:carve' })).toMatchObject({
      verdict: 'undecided',
      notUnderstood: ['urn:carve'],
    });
  });

  it('makes a prohibition perhaps apply', () => {
    const odd = { ...open({}), prohibition: { action: 'urn:carve' } };
    expect(decide(odd, 'play')).toMatchObject({ verdict: 'undecided', notUnderstood: ['urn:carve'] });
    const strange = { ...open({}), prohibition: { action: 'sell', 'urn:only': 1 } };
    expect(verdict(strange, 'play')).toBe('permitted');
    expect(verdict({ ...strange, permission: { action: 'transfer' } }, 'sell')).toBe('undecided');
  });

  it('a remedy of a prohibition changes nothing of what is permitted', () => {
    const prohibition = { action: 'sell', remedy: { action: 'urn:bow' } };
    const remedied = { permission: { action: 'transfer' }, prohibition };
    expect(verdict(remedied, 'give')).toBe('permitted');
    expect(verdict(remedied, 'sell')).toBe('denied');
  });

  it('is understood where an ontology says so', () => {
    const ontology: Ontology = {
      actions: new Map([
        ['urn:carve', { includedIn: [odrl('derive')] }],
        ['urn:engrave', { includedIn: ['urn:carve'], implies: [odrl('digitize')] }],
        ['urn:bow', {}],
      ]),
      operands: new Map([['urn:mood', 'number']]),
      understood: new Set(['urn:only', 'urn:profile']),
    };
    const carve = { profile: 'urn:profile', permission: { action: 'urn:carve', 'urn:only': 1 } };
    const ask = (policy: object, action: string, more: Partial<Asked> = {}) =>
      compilePolicy(toPolicy(policy), ontology).decide(asked('x', { action, ...more })).verdict;
    expect(ask(carve, 'urn:carve')).toBe('permitted');
    expect(ask(carve, 'urn:engrave')).toBe('permitted');
    expect(ask(carve, odrl('derive'))).toBe('denied');
    expect(ask(open({}), 'urn:engrave')).toBe('permitted');
    expect(ask(open({}), 'urn:bow')).toBe('denied');
    expect(ask({ ...open({}), prohibition: { action: 'digitize' } }, 'urn:engrave')).toBe('denied');
    expect(ask({ ...open({}), prohibition: { action: 'digitize' } }, 'urn:carve')).toBe('permitted');
    expect(ask({ ...open({}), prohibition: { action: 'urn:engrave' } }, odrl('derive'))).toBe('undecided');
    const mood = { facts: new Map([['urn:mood', [text('2')]]]) };
    expect(ask(odd({ leftOperand: 'urn:mood' }), odrl('use'), mood)).toBe('permitted');
    expect(ask(odd({ leftOperand: 'urn:mood', rightOperand: 1 }), odrl('use'), mood)).toBe('denied');
    expect(ask(open({ duty: { action: 'urn:bow', 'urn:only': 1 } }), odrl('use'))).toBe('permitted');
  });

  it('the core profile is', () => {
    expect(verdict({ ...open({}), profile: 'http://www.w3.org/ns/odrl/2/core' }, 'use')).toBe('permitted');
  });
});

it('a permission more never makes less permitted, and a prohibition more never makes more so', () => {
  const constraint = fc.record({
    leftOperand: fc.constantFrom('count', 'percentage', 'urn:odd'),
    operator: fc.constantFrom('lt', 'gteq', 'neq', 'eq'),
    rightOperand: fc.integer({ min: 0, max: 4 }),
  });
  const rule = fc.record(
    {
      action: fc.constantFrom('use', 'play', 'display', 'print', 'urn:carve'),
      target: fc.constantFrom('urn:mask', 'urn:mural'),
      constraint: fc.array(constraint, { maxLength: 2 }),
    },
    { requiredKeys: ['action'] },
  );
  const stated = fc.dictionary(fc.constantFrom('count', 'percentage'), fc.integer({ min: 0, max: 4 }));
  const weight = { denied: 0, undecided: 1, permitted: 2 };
  const all = fc.record({
    permission: fc.array(rule, { minLength: 1, maxLength: 3 }),
    prohibition: fc.array(rule, { maxLength: 2 }),
    conflict: fc.constantFrom('perm', 'prohibit', 'invalid'),
  });
  fc.assert(
    fc.property(all, rule, fc.constantFrom('play', 'display', 'use'), stated, (policy, extra, action, of) => {
      const more = facts(Object.fromEntries(Object.entries(of).map(([name, n]) => [name, [text(`${n}`)]])));
      const before = weight[verdict(policy, action, more)];
      const wider = { ...policy, permission: [...policy.permission, extra] };
      const narrower = { ...policy, prohibition: [...policy.prohibition, extra] };
      expect(weight[verdict(wider, action, more)]).toBeGreaterThanOrEqual(before);
      expect(weight[verdict(narrower, action, more)]).toBeLessThanOrEqual(before);
    }),
  );
});
