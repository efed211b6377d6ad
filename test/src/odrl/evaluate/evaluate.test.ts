import { describe, expect, it } from 'vitest';
import { evaluate, type EvaluateOptions } from '../../../../src/odrl/evaluate/evaluate.ts';
import type { Report, RuleReport } from '../../../../src/odrl/evaluate/Report.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';
import { message, type Message } from '../../../../src/messages/Message.ts';
import { refused } from '../../../support/refused.ts';

const context = 'http://www.w3.org/ns/odrl.jsonld';
const ontology = 'https://raw.githubusercontent.com/w3c/odrl/refs/heads/master/formal-semantics/ontology/';
const reportIn = (name: string) => `https://w3id.org/force/compliance-report#${name}`;
const invalid = (key: string, values?: Message['values']) => refused('policy-invalid', key, values);

const ask = { uid: 'urn:ask', action: 'display', target: 'urn:mask', assignee: 'urn:studio' };
const noon = '2026-05-01T12:00:00Z';
const until = {
  uid: 'urn:until',
  leftOperand: 'dateTime',
  operator: 'lt',
  rightOperand: { '@value': '2027-01-01T00:00:00Z', '@type': 'xsd:dateTime' },
};
/** The state of the test suite's making: the time is a node of its own. */
const clock = (time: string, more: object[] = []) => ({
  '@context': context,
  '@graph': [
    {
      '@id': 'http://example.com/request/currentTime',
      'dct:issued': { '@value': time, '@type': 'xsd:dateTime' },
    },
    ...more,
  ],
});
/** A request of the formal semantics. */
const formal = (more: object = {}) => ({
  '@context': [context, `${ontology}evaluation_request.json`],
  '@type': 'EvaluationRequest',
  '@id': 'urn:formal',
  evaluatedAction: 'odrl:display',
  evaluatedTarget: 'urn:mask',
  evaluatedParty: 'urn:studio',
  ...more,
});
const atTime = (time: string) => ({
  requestParameters: {
    '@type': 'RequestParameter',
    value: { '@value': time, '@type': 'xsd:dateTime' },
    describesFeature: 'sotw:CurrentXSDDateTime',
  },
});

async function first(...of: Parameters<typeof evaluate>): Promise<RuleReport> {
  const [report] = (await evaluate(...of)).ruleReport;
  if (report === undefined) throw new Error('expected a report');
  return report;
}

describe('a report', () => {
  it('has one premise for each part that the rule has, and none for what it has not', async () => {
    const premises = async (rule: object) =>
      (await first({ permission: rule }, ask, {})).premiseReport.map(
        (one) => `${one['@type']} ${one.satisfactionState}`,
      );
    expect(await premises({ 'dct:title': 'all' })).toEqual([]);
    expect(await premises({ action: 'use' })).toEqual(['ActionReport Satisfied']);
    expect(await premises({ action: 'print', target: 'urn:mask', assignee: 'urn:troupe' })).toEqual([
      'TargetReport Satisfied',
      'PartyReport Unsatisfied',
      'ActionReport Unsatisfied',
    ]);
    expect(await premises({ constraint: [until, { and: [until] }] })).toEqual([
      'ConstraintReport Unknown',
      'ConstraintReport Unknown',
    ]);
  });

  it('finds a rule active where all its premises hold', async () => {
    const rule = { action: 'use', target: 'urn:mask', constraint: until };
    const activation = async (of: object, request: object, state: object) =>
      (await first({ permission: of }, request, state)).activationState;
    expect(await activation(rule, ask, clock(noon))).toBe('Active');
    expect(await activation(rule, ask, clock('2027-01-01T00:00:00Z'))).toBe('Inactive');
    expect(await activation(rule, ask, {})).toBe('Unknown');
    expect(await activation(rule, { ...ask, action: 'sell' }, clock(noon))).toBe('Inactive');
    expect(await activation({ ...rule, 'urn:only': 1 }, ask, clock(noon))).toBe('Unknown');
    expect(await first({ permission: { ...rule, 'urn:only': 1 } }, ask, clock(noon))).toMatchObject({
      notUnderstood: ['urn:only'],
      controlState: 'Unknown',
    });
  });

  it('says what a constraint compared', async () => {
    const either = {
      uid: 'urn:either',
      xone: [until, { leftOperand: 'count', operator: 'lt', rightOperand: 3 }],
    };
    const request = { ...ask, constraint: { leftOperand: 'count', operator: 'eq', rightOperand: 5 } };
    const report = await first({ permission: { uid: 'urn:r', constraint: either } }, request, clock(noon));
    expect(report.premiseReport).toMatchObject([
      {
        '@type': 'ConstraintReport',
        constraint: 'urn:either',
        constraintLogicalOperand: odrl('xone'),
        satisfactionState: 'Satisfied',
        premiseReport: [
          {
            constraint: 'urn:until',
            constraintLeftOperand: [{ '@value': noon, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' }],
            constraintOperator: odrl('lt'),
            constraintRightOperand: [{ '@value': '2027-01-01T00:00:00Z' }],
            satisfactionState: 'Satisfied',
          },
          {
            constraintLeftOperand: [{ '@value': '5', '@type': 'http://www.w3.org/2001/XMLSchema#integer' }],
            satisfactionState: 'Unsatisfied',
          },
        ],
      },
    ]);
    expect(report.premiseReport[0]?.premiseReport?.[1]).not.toHaveProperty('constraint');
  });

  it('says the value that follows from the time, or the status', async () => {
    const left = async (constraint: object, request: object = ask, state: object = clock(noon)) =>
      (await first({ permission: { constraint } }, request, state)).premiseReport[0]?.constraintLeftOperand;
    const day = { leftOperand: 'ex:dayOfWeek', operator: 'eq', rightOperand: 'Friday' };
    expect(await left(day)).toEqual([{ '@value': 'Friday' }]);
    expect(await left({ ...day, leftOperand: 'count', rightOperand: 1, status: 7 })).toMatchObject([
      { '@value': '7' },
    ]);
    expect(await left({ ...day, leftOperand: 'count', rightOperand: 1 })).toBeUndefined();
    const language = { leftOperand: 'language', operator: 'eq', rightOperand: 'fr' };
    expect(await left(language, { ...ask, language: { '@value': 'fr', '@language': 'en' } })).toEqual([
      { '@value': 'fr', '@language': 'en' },
    ]);
    const purpose = { leftOperand: 'purpose', operator: 'eq', rightOperand: 'x' };
    expect(await left(purpose, { ...ask, purpose: [{ '@id': 'urn:art' }, 'play'] })).toEqual([
      { '@id': 'urn:art' },
      { '@value': 'play' },
    ]);
    const dots = { leftOperand: 'resolution', operator: 'lt', rightOperand: 300, unit: 'urn:dpi' };
    const parameter = {
      requestParameters: { value: { '@id': '200', '@type': 'xsd:integer' }, describesFeature: 'urn:dpi' },
    };
    expect(await left(dots, formal(parameter))).toMatchObject([{ '@value': '200' }]);
    expect(await left(dots, formal(parameter), {})).toMatchObject([{ '@value': '200' }]);
  });

  it('shows the refinements of what is named', async () => {
    const fine = { uid: 'urn:fine', leftOperand: 'resolution', operator: 'lteq', rightOperand: 300 };
    const action = ['print', { 'rdf:value': { '@id': 'odrl:display' }, refinement: fine }];
    const report = (request: object) => first({ permission: { action } }, request, {});
    expect((await report({ ...ask, resolution: 200 })).premiseReport).toMatchObject([
      {
        satisfactionState: 'Satisfied',
        premiseReport: [{ constraint: 'urn:fine', satisfactionState: 'Satisfied' }],
      },
    ]);
    expect((await report({ ...ask, resolution: 400 })).premiseReport).toMatchObject([
      { satisfactionState: 'Unsatisfied', premiseReport: [{ satisfactionState: 'Unsatisfied' }] },
    ]);
    const [printed] = (await report({ ...ask, action: 'print' })).premiseReport;
    expect(printed).not.toHaveProperty('premiseReport');
  });

  it('names what it is about, and is named the same for the same', async () => {
    const policy = {
      uid: 'urn:p',
      permission: { uid: 'urn:yes', action: 'use' },
      prohibition: { action: 'sell' },
    };
    const request = { '@type': 'Request', uid: 'urn:q', permission: { ...ask, uid: 'urn:rule' } };
    const report = await evaluate(policy, request, clock(noon));
    expect(report).toMatchObject({
      '@type': 'PolicyReport',
      created: noon,
      policy: 'urn:p',
      policyRequest: 'urn:q',
      verdict: 'permitted',
      ruleReport: [
        { '@type': 'PermissionReport', rule: 'urn:yes', ruleRequest: 'urn:rule', place: 'permission 1' },
        {
          '@type': 'ProhibitionReport',
          place: 'prohibition 1',
          attemptState: 'Attempted',
          deonticState: 'NonSet',
        },
      ],
    });
    expect(report.ruleReport[1]).not.toHaveProperty('rule');
    expect(report.ruleReport[1]).not.toHaveProperty('controlState');
    expect(await evaluate(policy, request, clock(noon))).toEqual(report);
    const other = await evaluate(policy, request, clock('2026-05-02T12:00:00Z'));
    expect(listIds(other).filter((id) => listIds(report).includes(id))).toEqual([]);
    expect(new Set(listIds(report)).size).toBe(listIds(report).length);
    expect(report['@id']).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    const bare = await evaluate({ permission: {} }, { action: 'use' }, {});
    for (const name of ['created', 'policy', 'policyRequest']) expect(bare).not.toHaveProperty(name);
  });

  it('is JSON-LD in the compliance-report vocabulary', async () => {
    const rule = { uid: 'urn:r', action: 'use', constraint: until, duty: { uid: 'urn:d', action: 'inform' } };
    const report = await evaluate({ uid: 'urn:p', permission: rule }, ask, clock(noon));
    const { default: jsonld } = await import('jsonld');
    const [expanded] = (await jsonld.expand(report)) as Record<string, unknown[]>[];
    expect(expanded).toMatchObject({
      '@type': [reportIn('PolicyReport')],
      [reportIn('policy')]: [{ '@id': 'urn:p' }],
      'http://purl.org/dc/terms/created': [{ '@value': noon }],
      [reportIn('ruleReport')]: [
        {
          '@type': [reportIn('PermissionReport')],
          [reportIn('rule')]: [{ '@id': 'urn:r' }],
          [reportIn('attemptState')]: [{ '@id': reportIn('Attempted') }],
          [reportIn('activationState')]: [{ '@id': reportIn('Inactive') }],
          [reportIn('controlState')]: [{ '@id': reportIn('Deny') }],
          [reportIn('premiseReport')]: [
            {
              '@type': [reportIn('ActionReport')],
              [reportIn('satisfactionState')]: [{ '@id': reportIn('Satisfied') }],
            },
            {
              '@type': [reportIn('ConstraintReport')],
              [reportIn('constraint')]: [{ '@id': 'urn:until' }],
              [reportIn('constraintLeftOperand')]: [{ '@value': noon }],
              [reportIn('constraintOperator')]: [{ '@id': odrl('lt') }],
              [reportIn('constraintRightOperand')]: [{ '@value': '2027-01-01T00:00:00Z' }],
            },
          ],
          [reportIn('conditionReport')]: [
            {
              '@type': [reportIn('DutyReport')],
              [reportIn('performanceState')]: [{ '@id': reportIn('Unperformed') }],
              [reportIn('deonticState')]: [{ '@id': reportIn('NonSet') }],
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(expanded)).not.toContain('permission 1');
  });
});

describe('a verdict', () => {
  const verdict = async (
    policy: object,
    request: object = ask,
    state: object = {},
    options?: EvaluateOptions,
  ) => (await evaluate(policy, request, state, options)).verdict;
  const permission = { action: 'use' };

  it('weighs permissions and prohibitions by the strategy', async () => {
    const both = (conflict: string) => ({ conflict, permission, prohibition: { action: 'display' } });
    expect(await verdict({ permission })).toBe('permitted');
    expect(await verdict({ permission: [{ action: 'sell' }, permission] })).toBe('permitted');
    expect(await verdict({ prohibition: { action: 'sell' } })).toBe('denied');
    expect(await verdict(both('perm'))).toBe('permitted');
    expect(await verdict(both('prohibit'))).toBe('denied');
    expect(await verdict(both('invalid'))).toBe('denied');
    expect(await verdict({ permission: { ...permission, constraint: until } })).toBe('undecided');
  });

  it('permits several things only together', async () => {
    const several = (...action: string[]) => ({ ...ask, action });
    const policy = { permission: [{ action: 'play' }, { action: 'print', constraint: until }] };
    expect(await verdict(policy, several('display', 'play'))).toBe('permitted');
    expect(await verdict(policy, several('display', 'print'))).toBe('undecided');
    expect(await verdict(policy, several('print', 'sell', 'play'))).toBe('denied');
    const report = await evaluate(
      policy,
      { ...ask, action: ['play', 'print'], target: ['urn:a', 'urn:b'] },
      {},
    );
    expect(report.ruleReport).toHaveLength(8);
  });

  it('asks an action of a request by its rdf:value', async () => {
    const refined = { 'rdf:value': { '@id': 'odrl:print' }, refinement: { ...until, uid: 'urn:x' } };
    expect(await verdict({ permission: { action: 'print' } }, { ...ask, action: refined })).toBe('permitted');
    expect(await verdict({ permission: { action: 'print' } }, { target: 'urn:mask' })).toBe('undecided');
  });

  it('knows members of collections from the state, the request and the policy', async () => {
    const policy = {
      permission: { action: 'use', target: { '@type': 'AssetCollection', uid: 'urn:masks' } },
    };
    const of = (id: string, around: string) => ({
      '@context': context,
      '@graph': [{ '@id': id, partOf: around }],
    });
    expect(await verdict(policy)).toBe('denied');
    expect(await verdict(policy, ask, of('urn:mask', 'urn:masks'))).toBe('permitted');
    expect(await verdict(policy, ask, of('urn:mask', 'urn:bells'))).toBe('denied');
    expect(await verdict(policy, { ...ask, target: { uid: 'urn:mask', partOf: 'urn:masks' } })).toBe(
      'permitted',
    );
    const chain = {
      '@context': context,
      '@graph': [
        { '@id': 'urn:mask', partOf: 'urn:red' },
        { '@id': 'urn:red', partOf: ['urn:mask', 'urn:masks'] },
      ],
    };
    expect(await verdict(policy, ask, chain)).toBe('permitted');
    const own = {
      permission: [policy.permission, { action: 'sell', target: { uid: 'urn:mask', partOf: 'urn:masks' } }],
    };
    expect(await verdict(own)).toBe('permitted');
  });

  it('takes what the state says before what is asked with', async () => {
    const policy = {
      permission: { action: 'use', constraint: { leftOperand: 'count', operator: 'lt', rightOperand: 3 } },
    };
    expect(await verdict(policy, { ...ask, count: 1 })).toBe('permitted');
    expect(await verdict(policy, ask, { count: 1 })).toBe('permitted');
    expect(await verdict(policy, { ...ask, count: 1 }, { count: 5 })).toBe('denied');
    const said = { leftOperand: 'count', operator: 'eq', rightOperand: 1 };
    expect(await verdict(policy, { ...ask, constraint: said })).toBe('permitted');
    expect(await verdict(policy, { ...ask, constraint: { ...said, operator: 'lteq' } })).toBe('undecided');
    expect(await verdict(policy, { ...ask, constraint: { ...said, leftOperand: 'percentage' } })).toBe(
      'undecided',
    );
  });

  it('takes the time from whoever states it', async () => {
    const policy = { permission: { action: 'use', constraint: until } };
    const late = '2028-01-01T00:00:00Z';
    expect(await verdict(policy, ask, clock(noon))).toBe('permitted');
    expect(await verdict(policy, ask, { dateTime: { '@value': late, '@type': 'xsd:dateTime' } })).toBe(
      'denied',
    );
    expect(await verdict(policy, ask, { 'urn:currentTime': late })).toBe('denied');
    expect(await verdict(policy, formal(atTime(late)))).toBe('denied');
    expect(await verdict(policy, formal(atTime('2026-12-31T09:59:59')))).toBe('permitted');
    expect(await verdict(policy, formal(atTime('2026-12-31T12:00:00')))).toBe('undecided');
    expect(await verdict(policy, formal(atTime('soon')))).toBe('undecided');
  });

  it('uses an ontology and a parent that are given', async () => {
    const policy = {
      permission: {
        action: 'urn:carve',
        constraint: { leftOperand: 'purpose', operator: 'isA', rightOperand: { '@id': 'urn:art' } },
      },
    };
    const request = { ...ask, action: 'urn:carve', purpose: { '@id': 'urn:puppetry' } };
    const known = {
      actions: new Map([['urn:carve', { includedIn: [odrl('derive')] }]]),
      wider: new Map([['urn:puppetry', ['urn:art']]]),
    };
    expect(await verdict(policy, request)).toBe('undecided');
    expect(await verdict(policy, request, {}, { ontology: known })).toBe('permitted');
    const child = { uid: 'urn:child', inheritFrom: 'urn:parent', prohibition: { action: 'sell' } };
    expect(await verdict(child)).toBe('denied');
    expect(await verdict(child, ask, {}, { resolve: () => ({ uid: 'urn:parent', permission }) })).toBe(
      'permitted',
    );
  });
});

describe('a duty of a permission', () => {
  const price = {
    uid: 'urn:price',
    leftOperand: 'payAmount',
    operator: 'eq',
    rightOperand: { '@value': '5.00', '@type': 'xsd:decimal' },
    unit: 'http://example.org/eur',
  };
  const pay = { uid: 'urn:pay', action: { 'rdf:value': { '@id': 'odrl:compensate' }, refinement: price } };
  const policy = (duty: object | object[] = pay, more: object = {}) => ({
    permission: { uid: 'urn:r', action: 'use', assigner: 'urn:maker', duty, ...more },
  });
  const payment = (more: object = {}) => ({
    '@context': [context, `${ontology}stow.json`, { pay: 'urn:pay#' }],
    '@type': 'SotW',
    context: {
      '@type': 'pay:Payment',
      'pay:netAmount': { '@value': '5.0', '@type': 'xsd:decimal' },
      'pay:currency': { '@id': 'https://example.org/eur' },
      'pay:payee': { '@id': 'urn:maker' },
      ...more,
    },
  });
  const toState = async (of: object, state: unknown, request: object = ask) => {
    const { activationState, conditionReport } = await first(of, request, state);
    const duty = conditionReport[0];
    return [activationState, duty?.activationState, duty?.performanceState, duty?.deonticState].join(' ');
  };

  it('keeps it inactive until a fact of the state fulfils it', async () => {
    expect(await toState(policy(), {})).toBe('Inactive Active Unperformed NonSet');
    expect(await toState(policy(), undefined)).toBe('Inactive Active Unperformed NonSet');
    expect(await toState(policy(), payment())).toBe('Active Active Performed Fulfilled');
    expect(await toState(policy(), payment({ 'pay:netAmount': 4 }))).toBe(
      'Inactive Active Unperformed NonSet',
    );
    expect(await toState(policy(), payment({ 'pay:currency': 'http://example.org/usd' }))).toContain(
      'Inactive',
    );
    expect(await toState(policy(), payment({ 'pay:payee': { '@id': 'urn:other' } }))).toContain('Inactive');
    expect(await toState(policy(), payment({ 'pay:netAmount': undefined }))).toBe(
      'Unknown Active Unknown NonSet',
    );
    expect(await toState(policy(pay, { assigner: [] }), payment({ 'pay:payee': 'urn:other' }))).toContain(
      'Fulfilled',
    );
    const report = await first(policy(), ask, payment());
    expect(report).toMatchObject({
      controlState: 'Permit',
      conditionReport: [
        { '@type': 'DutyReport', rule: 'urn:pay', place: 'permission 1, duty 1', attemptState: 'Attempted' },
      ],
    });
  });

  it('is fulfilled by what names it, whoever paid whom', async () => {
    const named = (id: string, more: object = {}) =>
      payment({ conditionId: id, 'pay:payee': { '@id': 'urn:bank' }, ...more });
    expect(await toState(policy(), named('urn:pay'))).toBe('Active Active Performed Fulfilled');
    expect(await toState(policy(), named('urn:other'))).toBe('Inactive Active Unperformed NonSet');
    expect(await toState(policy(), named('urn:pay', { 'pay:netAmount': 3 }))).toContain('Inactive');
    const bare = (of: string) => ({ ...payment(), context: { conditionId: of } });
    expect(await toState(policy({ uid: 'urn:tell', action: 'inform' }), bare('urn:tell'))).toContain(
      'Fulfilled',
    );
    expect(await toState(policy(), bare('urn:pay'))).toBe('Unknown Active Unknown NonSet');
    const print = { ...payment(), context: { conditionId: 'urn:tell', action: 'print' } };
    expect(await toState(policy({ uid: 'urn:tell', action: 'inform' }), print)).toContain('Inactive');
  });

  it('is fulfilled only by what was done before', async () => {
    const at = (date: string) => payment({ 'pay:paymentDate': date });
    expect(
      await toState(policy(), at('2026-04-30 09:00:00'), formal(atTime('2026-05-01T00:00:00'))),
    ).toContain('Fulfilled');
    expect(
      await toState(policy(), at('2026-05-02T09:00:00'), formal(atTime('2026-05-01T00:00:00'))),
    ).toContain('NonSet');
    expect(await toState(policy(), at('2026-05-02T09:00:00Z'), formal(atTime(noon)))).toContain('NonSet');
    expect(await toState(policy(), at(noon), formal(atTime(noon)))).toContain('Fulfilled');
    expect(await toState(policy(), at('2026-05-02T09:00:00'))).toContain('Fulfilled');
  });

  it('is fulfilled by an action of the state, with its asset and party', async () => {
    const tell = {
      uid: 'urn:tell',
      action: ['inform', 'attribute'],
      target: 'urn:mask',
      assignee: 'urn:studio',
    };
    const done = (...of: object[]) => ({ '@context': context, '@graph': of });
    const [informed, attributed] = ['inform', 'attribute'].map((action) => ({
      action,
      target: 'urn:mask',
      assignee: 'urn:studio',
    }));
    expect(await toState(policy(tell), done(informed ?? {}))).toContain('Inactive Active Unperformed');
    expect(await toState(policy(tell), done(informed ?? {}, attributed ?? {}))).toContain('Fulfilled');
    expect(
      await toState(policy(tell), done(informed ?? {}, { ...attributed, target: 'urn:mural' })),
    ).toContain('NonSet');
    expect(await toState(policy(tell), done(informed ?? {}, { action: 'attribute' }))).toBe(
      'Unknown Active Unknown NonSet',
    );
    expect(await toState(policy([{ uid: 'urn:any' }]), done(informed ?? {}))).toContain('Fulfilled');
  });

  it('is fulfilled by members of the collections that it names', async () => {
    const tell = { action: 'inform', target: { '@type': 'AssetCollection', uid: 'urn:masks' } };
    const done = (target: string) => ({
      '@context': context,
      '@graph': [
        { action: 'inform', target },
        { '@id': 'urn:red', partOf: 'urn:masks' },
      ],
    });
    expect(await toState(policy(tell), done('urn:red'))).toContain('Fulfilled');
    expect(await toState(policy(tell), done('urn:blue'))).toContain('NonSet');
  });

  it('is fulfilled by what was done at a time that its refinements allow', async () => {
    const soon = { leftOperand: 'dateTime', operator: 'lt', rightOperand: noon };
    const tell = { action: { 'rdf:value': { '@id': 'odrl:compensate' }, refinement: soon } };
    expect(await toState(policy(tell), payment({ 'pay:paymentDate': '2026-05-01 11:00:00Z' }))).toContain(
      'Fulfilled',
    );
    expect(await toState(policy(tell), payment({ 'pay:paymentDate': '2026-05-01 13:00:00Z' }))).toContain(
      'NonSet',
    );
    expect(await toState(policy(tell), payment())).toContain('Unknown');
  });

  it('does not count while its constraints are not met', async () => {
    const sundays = {
      ...pay,
      constraint: { uid: 'urn:sunday', leftOperand: 'ex:dayOfWeek', operator: 'eq', rightOperand: 'Sunday' },
    };
    expect(await toState(policy(sundays), {}, formal(atTime('2026-05-02T10:00:00')))).toBe(
      'Active Inactive Unperformed NonSet',
    );
    expect(await toState(policy(sundays), {}, formal(atTime('2026-05-03T10:00:00')))).toBe(
      'Inactive Active Unperformed NonSet',
    );
    expect(await toState(policy(sundays), payment(), formal(atTime('2026-05-03T10:00:00')))).toContain(
      'Fulfilled',
    );
    expect(await toState(policy(sundays), {})).toBe('Unknown Unknown Unperformed NonSet');
    expect(await toState(policy(sundays), payment())).toBe('Active Unknown Performed NonSet');
    const report = await first(policy(sundays), formal(atTime('2026-05-03T10:00:00')), {});
    expect(report.conditionReport[0]?.premiseReport).toMatchObject([
      { constraint: 'urn:sunday', satisfactionState: 'Satisfied' },
    ]);
  });

  it('before the use is what it is anyway (2.6.5)', async () => {
    const event = (operator: string, right: string) => ({
      leftOperand: 'event',
      operator,
      rightOperand: { '@id': right },
    });
    const when = (constraint: object) => toState(policy({ ...pay, constraint }), payment());
    expect(await when(event('lt', 'odrl:policyUsage'))).toContain('Fulfilled');
    expect(await when(event('lteq', 'odrl:policyUsage'))).toContain('Fulfilled');
    expect(await when(event('gt', 'odrl:policyUsage'))).toContain('Unknown Performed NonSet');
    expect(await when(event('lt', 'urn:opening'))).toContain('Unknown Performed NonSet');
    expect(await when({ ...event('lt', 'odrl:policyUsage'), leftOperand: 'purpose' })).toContain('Unknown');
    expect(await when({ and: [event('lt', 'odrl:policyUsage')] })).toContain('Unknown');
  });

  describe('that somebody watches', () => {
    const reported = (deontic: string, rule = 'urn:pay', more: object[] = []) =>
      clock(noon, [
        {
          '@id': 'urn:report',
          '@type': reportIn('DutyReport'),
          [reportIn('rule')]: { '@id': rule },
          [reportIn('deonticState')]: { '@id': reportIn(deontic) },
        },
        ...more,
      ]);

    it('stands in the way only where it is reported violated', async () => {
      expect(await toState(policy(), reported('NonSet'))).toBe('Active Active Unperformed NonSet');
      expect(await toState(policy(), reported('Not-set'))).toBe('Active Active Unperformed NonSet');
      expect(await toState(policy(), reported('Fulfilled'))).toBe('Active Active Performed Fulfilled');
      expect(await toState(policy(), reported('Violated'))).toBe('Inactive Active Unperformed Violated');
      expect(await toState(policy(), reported('Fulfilled', 'urn:other'))).toBe(
        'Active Active Unperformed NonSet',
      );
      expect(await toState(policy(), reported('Violated', 'urn:other'))).toBe(
        'Active Active Unperformed NonSet',
      );
      expect(await toState(policy(), reported('Unheard'))).toBe('Inactive Active Unperformed NonSet');
      expect((await first(policy(), ask, reported('Fulfilled'))).conditionReport[0]?.['@id']).toBe(
        'urn:report',
      );
    });

    it('is made good by its consequences and itself (2.6.6)', async () => {
      const sorry = { uid: 'urn:sorry', action: 'inform' };
      const strict = policy({ uid: 'urn:pay', action: 'attribute', consequence: sorry });
      const done = (...actions: string[]) =>
        reported(
          'Violated',
          'urn:pay',
          actions.map((action) => ({ action })),
        );
      expect(await toState(strict, done())).toContain('Inactive');
      expect(await toState(strict, done('attribute'))).toContain('Violated');
      expect(await toState(strict, done('inform'))).toContain('Violated');
      expect(await toState(strict, done('inform', 'attribute'))).toBe('Active Active Performed Fulfilled');
      expect(await toState(policy({ uid: 'urn:pay', action: 'attribute' }), done('attribute'))).toContain(
        'Violated',
      );
      const twice = policy({
        uid: 'urn:pay',
        action: 'attribute',
        consequence: [sorry, { action: 'anonymize' }],
      });
      expect(await toState(twice, done('inform', 'attribute'))).toContain('Violated');
      expect(await toState(twice, done('inform', 'attribute', 'anonymize'))).toContain('Fulfilled');
      expect((await first(strict, ask, done('inform'))).conditionReport[0]?.conditionReport).toMatchObject([
        { rule: 'urn:sorry', deonticState: 'Fulfilled', place: 'permission 1, duty 1, consequence 1' },
      ]);
    });
  });
});

describe('a prohibition', () => {
  const archive = {
    uid: 'urn:no',
    action: 'archive',
    assignee: 'urn:studio',
    constraint: { ...until, operator: 'lt' },
  };
  const deontic = async (prohibition: object, state: object, request: unknown = undefined) => {
    const report = await first({ prohibition }, request, state);
    return `${report.activationState} ${report.deonticState}`;
  };
  const done = (...of: object[]) => clock(noon, of);

  it('is violated by what was done while it was active (Formal Semantics)', async () => {
    const by = (more: object = {}) => ({ action: 'archive', assignee: 'urn:studio', ...more });
    expect(await deontic(archive, done())).toBe('Active NonSet');
    expect(await deontic(archive, done(by()))).toBe('Active Violated');
    expect(await deontic(archive, done(by({ assignee: 'urn:troupe' })))).toBe('Active NonSet');
    expect(await deontic(archive, done(by({ action: 'print' })))).toBe('Active NonSet');
    expect(await deontic(archive, clock('2027-02-01T00:00:00Z', [by()]))).toBe('Inactive NonSet');
    expect(await deontic(archive, done({ action: 'use', assignee: 'urn:studio' }))).toBe('Active NonSet');
    expect(await deontic(archive, done(by()), { ...ask, action: 'print' })).toBe('Inactive Violated');
    const quiet = { ...archive, constraint: { leftOperand: 'count', operator: 'gt', rightOperand: 3 } };
    expect(await deontic(quiet, done(by({ count: 4 })))).toBe('Unknown Violated');
    expect(await deontic(quiet, done(by({ count: 3 })))).toBe('Unknown NonSet');
  });

  it('is what is reported of it, until its remedies are fulfilled', async () => {
    const reported = (state: string, ...more: object[]) =>
      done(
        {
          '@id': 'urn:report',
          [reportIn('rule')]: { '@id': 'urn:no' },
          [reportIn('deonticState')]: { '@id': reportIn(state) },
        },
        ...more,
      );
    expect(await deontic(archive, reported('Violated'))).toBe('Active Violated');
    expect(await deontic(archive, reported('NonSet', { action: 'archive', assignee: 'urn:studio' }))).toBe(
      'Active NonSet',
    );
    const remedied = { ...archive, remedy: [{ uid: 'urn:tell', action: 'inform' }, { action: 'anonymize' }] };
    expect(await deontic(remedied, reported('Violated', { action: 'inform' }))).toBe('Active Violated');
    expect(await deontic(remedied, reported('Violated', { action: 'inform' }, { action: 'anonymize' }))).toBe(
      'Active NonSet',
    );
  });

  it('is reported without a request by its constraints alone', async () => {
    const report = await evaluate({ prohibition: archive }, {}, clock(noon));
    expect(report).not.toHaveProperty('verdict');
    expect(report.ruleReport).toMatchObject([
      { attemptState: 'NotAttempted', premiseReport: [{ '@type': 'ConstraintReport' }] },
    ]);
    const [permission] = (await evaluate({ permission: { action: 'use' } }, null, null)).ruleReport;
    expect(permission).toMatchObject({ activationState: 'Active', attemptState: 'NotAttempted' });
    expect(permission).not.toHaveProperty('controlState');
  });
});

describe('an obligation', () => {
  const policy = {
    obligation: { uid: 'urn:o', action: 'inform', assignee: 'urn:studio', constraint: until },
  };
  const fulfilled = async (request: unknown, state: object) => {
    const report = await first(policy, request, state);
    return `${report['@type']} ${report.place} ${report.activationState} ${report.performanceState} ${report.deonticState}`;
  };
  const informs = formal({ evaluatedAction: 'odrl:inform' });

  it('is fulfilled by an action of the state, or by the one that is evaluated', async () => {
    const done = { action: 'inform', assignee: 'urn:studio' };
    expect(await fulfilled(undefined, clock(noon))).toBe('DutyReport obligation 1 Active Unperformed NonSet');
    const [unasked] = (await evaluate(policy, undefined, clock(noon))).ruleReport;
    expect(unasked).toMatchObject({
      attemptState: 'NotAttempted',
      rule: 'urn:o',
      premiseReport: [{ '@type': 'ConstraintReport' }],
    });
    expect(await fulfilled(ask, clock(noon, [done]))).toBe(
      'DutyReport obligation 1 Active Performed Fulfilled',
    );
    expect(await fulfilled(informs, clock(noon))).toBe('DutyReport obligation 1 Active Performed Fulfilled');
    expect(await fulfilled({ ...ask, action: 'inform' }, clock(noon))).toContain('Unperformed');
    expect(await fulfilled(formal(), clock(noon))).toContain('Unperformed');
    expect(await fulfilled(informs, clock('2028-01-01T00:00:00Z'))).toContain('Inactive Unperformed NonSet');
    expect((await first(policy, ask, clock(noon))).premiseReport.map((one) => one['@type'])).toEqual([
      'PartyReport',
      'ActionReport',
      'ConstraintReport',
    ]);
  });
});

describe('an evaluation request of the formal semantics', () => {
  const rule = { uid: 'urn:r', action: 'print', assignee: 'urn:troupe', constraint: until };

  it('finds a rule active by its constraints and conditions, and controls by the rest', async () => {
    expect(await first({ permission: rule }, formal(atTime(noon)), {})).toMatchObject({
      activationState: 'Active',
      controlState: 'Deny',
    });
    expect(
      await first(
        { permission: rule },
        formal({ ...atTime(noon), evaluatedAction: 'odrl:print', evaluatedParty: 'urn:troupe' }),
        {},
      ),
    ).toMatchObject({
      activationState: 'Active',
      controlState: 'Permit',
    });
    expect(await first({ permission: rule }, formal(atTime('2027-02-01T00:00:00Z')), {})).toMatchObject({
      activationState: 'Inactive',
      controlState: 'Deny',
    });
    expect(await first({ permission: rule }, formal(), {})).toMatchObject({
      activationState: 'Unknown',
      controlState: 'Deny',
    });
    expect(await first({ permission: { ...rule, 'urn:only': 1 } }, formal(atTime(noon)), {})).toMatchObject({
      activationState: 'Unknown',
    });
    expect(await evaluate({ permission: rule }, formal(), {})).toMatchObject({ policyRequest: 'urn:formal' });
  });
});

describe('what is no request or state is refused', () => {
  const policy = { permission: { action: 'use' } };

  it.each<[string, unknown, unknown, string, Message['values']?]>([
    ['a request that asks nothing', { 'dct:title': 'please' }, {}, 'odrl-request-empty'],
    [
      'a request of too many',
      { ...ask, target: Array.from({ length: 1_001 }, (_, index) => `urn:${index}`) },
      {},
      'odrl-request-size',
      { most: 1000 },
    ],
    [
      'a request that multiplies',
      {
        action: Array(40)
          .fill('use')
          .map((_, index) => `urn:${index}`),
        target: Array.from({ length: 40 }, (_, index) => `urn:${index}`),
      },
      {},
      'odrl-request-size',
      { most: 1000 },
    ],
    ['text', 5, {}, 'odrl-object', { what: message('errors.a-request'), got: '5' }],
    ['a state of text', ask, 5, 'odrl-object', { what: message('errors.a-state') }],
    [
      'a state with an unknown context',
      ask,
      { '@context': 'urn:c' },
      'odrl-context',
      { what: message('errors.a-state'), url: 'urn:c' },
    ],
    [
      'a deep state',
      ask,
      { 'urn:x': JSON.parse('['.repeat(70) + ']'.repeat(70)) as unknown },
      'odrl-deep',
      { what: message('errors.a-state'), most: 64 },
    ],
  ])('%s', async (_, request, state, key, values) => {
    await expect(evaluate(policy, request, state)).rejects.toThrow(invalid(key, values));
  });

  it('more rules, duties and constraints for as many actions than a report can hold', async () => {
    const request = { ...ask, target: Array.from({ length: 1_000 }, (_, index) => `urn:${index}`) };
    const many = (count: number, part: object) => Array.from({ length: count }, () => part);
    const limit = { leftOperand: 'count', operator: 'lt', rightOperand: 1 };
    for (const permission of [
      many(21, { action: 'use' }),
      { action: 'use', constraint: many(20, limit) },
      { action: 'use', constraint: { or: many(19, limit) } },
      {
        action: 'use',
        duty: many(10, { action: { 'rdf:value': { '@id': 'odrl:inform' }, refinement: limit } }),
      },
      { action: 'use', target: { source: 'urn:s', refinement: many(20, limit) } },
      { action: 'use', assignee: { source: 'urn:s', refinement: many(20, limit) } },
    ]) {
      await expect(evaluate({ permission }, request, {})).rejects.toThrow(
        invalid('odrl-report-size', { got: 21_000, performed: 0 }),
      );
    }
    await expect(evaluate({ permission: many(101, {}) }, ask, {})).resolves.toBeDefined();
    const done = { '@context': context, '@graph': many(1_001, { action: 'inform' }) };
    const rules = { permission: many(10, { action: 'use' }) };
    await expect(evaluate(rules, request, done)).rejects.toThrow(
      invalid('odrl-report-size', { got: 10_000, performed: 1001 }),
    );
  });

  it('an asset in a thousand collections and one more', async () => {
    const chain = (length: number) => ({
      '@context': context,
      '@graph': Array.from({ length }, (_, index) => ({ '@id': `urn:${index}`, partOf: `urn:${index + 1}` })),
    });
    const request = { ...ask, target: 'urn:0' };
    await expect(evaluate(policy, request, chain(1_001))).rejects.toThrow(
      invalid('odrl-collections', { most: 1000 }),
    );
    await expect(evaluate(policy, request, chain(1_000))).resolves.toBeDefined();
    await expect(evaluate(policy, ask, chain(1_001))).resolves.toBeDefined();
  });

  it('a hundred values of one left operand and one more', async () => {
    const count = (most: number) => ({ ...ask, count: Array.from({ length: most }, (_, index) => index) });
    await expect(evaluate(policy, count(101), {})).rejects.toThrow(invalid('odrl-values', { most: 100 }));
    await expect(evaluate(policy, count(100), {})).resolves.toBeDefined();
  });
});

function listIds(report: Report): string[] {
  return [...JSON.stringify(report).matchAll(/"urn:uuid:[^"]+"/g)].map(([id]) => id);
}
