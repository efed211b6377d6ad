import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/odrl/compare/compare.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';

const context = 'http://www.w3.org/ns/odrl.jsonld';
const drk = 'http://w3id.org/drk/ontology/';

function set(...constraints: object[]) {
  return {
    '@context': context,
    '@type': 'Set',
    permission: [{ action: 'display', constraint: constraints }],
  };
}
function request(...constraints: object[]) {
  return { ...set(...constraints), '@type': 'Request' };
}
function that(leftOperand: string, operator: string, rightOperand: unknown, more: object = {}) {
  return { leftOperand, operator, rightOperand, ...more };
}
const duration = (text: string) => ({ '@value': text, '@type': 'xsd:duration' });
const term = (name: string) => ({ '@id': `http://example.org/${name}` });
const iri = (name: string) => `http://example.org/${name}`;

describe('permissions of both', () => {
  it('conflict where no value meets both, and the pair of constraints and a use are named', async () => {
    const a = set(that('resolution', 'lteq', 600));
    const b = set(that('resolution', 'gteq', 1200), that('resolution', 'lteq', 2400));
    expect(await compare(a, b)).toMatchObject({
      verdict: 'conflict',
      relation: 'disjoint',
      reason: 'never-together',
      rules: { a: { path: 'permission[0]' }, b: { path: 'permission[0]' } },
      constraints: {
        a: { operator: odrl('lteq'), right: [{ text: '600' }] },
        b: { operator: odrl('gteq'), right: [{ text: '1200' }] },
      },
      example: { a: 'permitted', b: 'not-permitted' },
    });
  });

  it('are compatible where they touch, and the example is where', async () => {
    const found = await compare(
      set(that('resolution', 'lteq', 600)),
      set(that('resolution', 'gteq', '600.0')),
    );
    expect(found).toMatchObject({ verdict: 'compatible', relation: 'overlaps' });
    expect(found.example?.values).toContainEqual({
      operand: odrl('resolution'),
      of: 'use',
      values: [{ text: '600', type: 'http://www.w3.org/2001/XMLSchema#integer' }],
    });
  });

  it.each([
    ['0.1', '0.10000000000000000000000001', 'compatible'],
    ['0.10000000000000000000000001', '0.1', 'conflict'],
  ])('are exact: above %s and below %s', async (low, high, verdict) => {
    const [a, b] = [set(that('resolution', 'gt', low)), set(that('resolution', 'lt', high))];
    expect((await compare(a, b)).verdict).toBe(verdict);
  });

  it('count in whole numbers', async () => {
    expect((await compare(set(that('count', 'gt', 2)), set(that('count', 'lt', 3)))).verdict).toBe(
      'conflict',
    );
    expect((await compare(set(that('resolution', 'gt', 2)), set(that('resolution', 'lt', 3)))).verdict).toBe(
      'compatible',
    );
    expect((await compare(set(that('count', 'lt', 0)), set(that('count', 'lteq', 5)))).verdict).toBe(
      'conflict',
    );
  });

  it('of which one pair for the same action can be met are compatible', async () => {
    const rule = (spatial: string) => ({ action: 'display', constraint: that('spatial', 'eq', spatial) });
    const a = { '@context': context, permission: [rule('FR'), rule('DE')] };
    const b = { '@context': context, permission: [rule('DE')] };
    expect(await compare(a, b)).toMatchObject({ verdict: 'compatible' });
  });

  it('conflict where one action of several has no common use', async () => {
    const rules = (count: number) => [
      { action: 'display', constraint: that('count', 'lteq', 5) },
      { action: 'print', constraint: that('count', 'eq', count) },
    ];
    const found = await compare(
      { '@context': context, permission: rules(1) },
      { '@context': context, permission: rules(2) },
    );
    expect(found).toMatchObject({
      verdict: 'conflict',
      rules: { a: { path: 'permission[1]' }, b: { path: 'permission[1]' } },
    });
  });

  it('about other actions or other assets have nothing to compare', async () => {
    const about = (action: string, target: string) => ({
      '@context': context,
      permission: [{ action, target }],
    });
    const nothing = { verdict: 'undecided', because: [{ code: 'nothing-shared' }] };
    expect(await compare(about('print', 'urn:a'), about('display', 'urn:a'))).toMatchObject(nothing);
    expect(await compare(about('print', 'urn:a'), about('print', 'urn:b'))).toMatchObject(nothing);
    expect(await compare(about('use', 'urn:a'), about('print', 'urn:a'))).toMatchObject({
      verdict: 'compatible',
      relation: 'contains',
      example: {
        values: [{ operand: odrl('action'), values: [{ iri: odrl('print') }] }, { operand: odrl('target') }],
      },
    });
  });

  it('of which one is silent on an operand are undecided, unless they conflict in another', async () => {
    const a = set(that('count', 'lteq', 5), that('spatial', 'eq', 'FR'));
    expect(await compare(a, set(that('count', 'lteq', 9)))).toMatchObject({
      verdict: 'undecided',
      relation: 'within',
      because: [{ code: 'silent', operand: odrl('spatial'), silent: 'b' }],
      example: { a: 'permitted', b: 'permitted' },
    });
    expect(await compare(set(that('count', 'lteq', 9)), a)).toMatchObject({
      verdict: 'undecided',
      because: [{ code: 'silent', operand: odrl('spatial'), silent: 'a' }],
    });
    expect((await compare(a, set(that('count', 'gt', 9)))).verdict).toBe('conflict');
  });

  it('meet the refinements of action and asset apart from constraints of the same name', async () => {
    const refined = (value: number) => ({
      '@context': context,
      permission: [
        {
          action: [{ 'rdf:value': { '@id': 'odrl:print' }, refinement: [that('resolution', 'lteq', value)] }],
          constraint: [that('resolution', 'gteq', 900)],
        },
      ],
    });
    const found = await compare(refined(300), refined(600));
    expect(found).toMatchObject({ verdict: 'compatible', relation: 'within' });
    expect(found.example?.values.map(({ of }) => of)).toEqual(['use', 'use', 'action']);
  });
});

describe('logic', () => {
  const within = (...numbers: [number, number]) => ({
    and: [that('count', 'gteq', numbers[0]), that('count', 'lteq', numbers[1])],
  });

  it.each([
    [{ or: [within(1, 2), within(8, 9)] }, within(3, 7), 'conflict'],
    [{ or: [within(1, 2), within(8, 9)] }, within(2, 7), 'compatible'],
    [{ xone: [within(1, 5), within(3, 9)] }, within(3, 5), 'conflict'],
    [{ xone: [within(1, 5), within(3, 9)] }, within(3, 6), 'compatible'],
    [{ andSequence: [within(1, 5), within(3, 9)] }, within(1, 2), 'conflict'],
  ])('%j against %j: %s', async (one, two, verdict) => {
    expect((await compare(set(one), set(two))).verdict).toBe(verdict);
  });

  it('delays of a sequence pass one after the other within the time that elapses', async () => {
    const delay = (text: string) => that('delayPeriod', 'gteq', duration(text));
    const a = set({ andSequence: [delay('P5D'), delay('P5D')] });
    expect((await compare(a, set(that('elapsedTime', 'lteq', duration('P8D'))))).verdict).toBe('conflict');
    const found = await compare(a, set(that('elapsedTime', 'lteq', duration('P12D'))));
    expect(found.verdict).toBe('compatible');
    expect(found.example?.values.slice(1).flatMap(({ values }) => values)).toMatchObject([
      { text: 'P5D' },
      { text: 'P5D' },
      { text: 'P12D' },
    ]);
  });
});

describe('times', () => {
  it('metered time is at most elapsed time', async () => {
    const metered = (text: string) => set(that('meteredTime', 'eq', duration(text)));
    const elapsed = set(that('elapsedTime', 'lteq', duration('P10D')));
    expect((await compare(metered('P20D'), elapsed)).verdict).toBe('conflict');
    expect((await compare(metered('P5D'), elapsed)).verdict).toBe('compatible');
    expect((await compare(metered('P10D'), elapsed)).verdict).toBe('compatible');
    const less = set(that('elapsedTime', 'lt', duration('P10D')));
    expect((await compare(metered('P10D'), less)).verdict).toBe('conflict');
    const more = set(that('meteredTime', 'gt', duration('P10D')));
    expect((await compare(more, elapsed)).verdict).toBe('conflict');
  });

  it('intervals from a first day on meet or do not', async () => {
    const every = (text: string, anchor: string, ...more: object[]) =>
      set(
        ...more,
        that('timeInterval', 'eq', duration(text), {
          [`${drk}anchor`]: { '@value': anchor, '@type': 'xsd:date' },
        }),
      );
    const a = every('P30D', '2026-01-01');
    expect((await compare(a, every('P45D', '2026-01-01'))).verdict).toBe('compatible');
    expect((await compare(a, every('P45D', '2026-01-02'))).verdict).toBe('conflict');
    expect(await compare(a, every('P30D', '2026-03-02'))).toMatchObject({
      verdict: 'compatible',
      relation: 'contains',
    });
    const until = (date: string) => that('dateTime', 'lt', { '@value': date, '@type': 'xsd:date' });
    expect(
      (await compare(every('P30D', '2026-01-01', until('2026-03-31')), every('P45D', '2026-01-01'))).verdict,
    ).toBe('compatible');
    const from = that('dateTime', 'gt', { '@value': '2026-01-01', '@type': 'xsd:date' });
    expect(
      (await compare(every('P30D', '2026-01-01', until('2026-03-31'), from), every('P45D', '2026-01-01')))
        .verdict,
    ).toBe('conflict');
  });

  it('intervals that meet only after the calendar ends never do', async () => {
    const seconds = [7919, 7907, 7901, 7883, 7879, 7877];
    const every = (from: number) =>
      set(
        ...seconds.slice(from, from + 3).map((length, at) =>
          that('timeInterval', 'eq', duration(`PT${length}S`), {
            [`${drk}anchor`]: { '@value': `2026-01-0${from + at + 1}`, '@type': 'xsd:date' },
          }),
        ),
      );
    expect((await compare(every(0), every(0))).verdict).toBe('compatible');
    expect((await compare(every(0), every(3))).verdict).toBe('conflict');
  });

  it('months and days do not compare', async () => {
    const [a, b] = [
      set(that('elapsedTime', 'lteq', duration('P1M'))),
      set(that('elapsedTime', 'gteq', duration('P30D'))),
    ];
    expect(await compare(a, b)).toMatchObject({
      verdict: 'undecided',
      because: [{ code: 'not-understood', name: odrl('elapsedTime'), why: 'kinds' }],
    });
    expect((await compare(a, set(that('elapsedTime', 'gt', duration('P1Y'))))).verdict).toBe('conflict');
  });
});

describe('terms', () => {
  const study = set(that('purpose', 'isA', term('research')));

  it('of an ontology in JSON-LD or in short are below each other, disjoint or the same', async () => {
    const ontology = {
      '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', owl: 'http://www.w3.org/2002/07/owl#' },
      '@graph': [
        { '@id': iri('study'), 'skos:broader': { '@id': iri('research') } },
        {
          '@id': iri('research'),
          'owl:disjointWith': { '@id': iri('sale') },
          'skos:narrower': { '@id': iri('survey') },
        },
        { '@id': iri('shop'), 'skos:exactMatch': { '@id': iri('sale') } },
      ],
    };
    const short = {
      broader: { [iri('study')]: [iri('research')], [iri('survey')]: [iri('research')] },
      disjoint: [[iri('research'), iri('sale')]],
      same: [[iri('shop'), iri('sale')]],
    };
    for (const known of [ontology, short, JSON.stringify(ontology)]) {
      const is = (name: string) => compare(study, set(that('purpose', 'eq', term(name))), known);
      expect(await is('study')).toMatchObject({ verdict: 'compatible', relation: 'contains' });
      expect((await is('survey')).verdict).toBe('compatible');
      expect((await is('shop')).verdict).toBe('conflict');
      expect(await is('teaching')).toMatchObject({
        verdict: 'undecided',
        relation: undefined,
        because: [
          { code: 'terms-unrelated', operand: odrl('purpose'), terms: [iri('research'), iri('teaching')] },
        ],
      });
    }
  });

  it('of a listed operand are all there are', async () => {
    const a = set(that('media', 'isNoneOf', [term('print'), term('web')]));
    const b = set(that('media', 'neq', term('film')));
    expect((await compare(a, b)).verdict).toBe('compatible');
    const listed = { values: { [odrl('media')]: [iri('print'), iri('web'), iri('film')] } };
    expect((await compare(a, b, listed)).verdict).toBe('conflict');
  });

  it('that are instances of a kind are not parts of it', async () => {
    const known = {
      partOf: { [iri('paris')]: [iri('france')] },
      kindOf: { [iri('france')]: [iri('country')] },
    };
    const is = (operator: string, name: string) =>
      compare(
        set(that('virtualLocation', operator, term(name))),
        set(that('virtualLocation', 'eq', term('paris'))),
        known,
      );
    expect((await is('isPartOf', 'france')).verdict).toBe('compatible');
    expect((await is('isA', 'country')).verdict).toBe('undecided');
  });

  it('that are different are not within each other unless it is said', async () => {
    const a = set(that('language', 'isPartOf', term('de')));
    const b = set(that('language', 'eq', term('fr')));
    const different = [[iri('de'), iri('fr'), iri('de-AT')]];
    expect((await compare(a, b, { different })).verdict).toBe('conflict');
    const dialect = set(that('language', 'eq', term('de-AT')));
    expect((await compare(a, dialect, { different, broader: { [iri('de-AT')]: [iri('de')] } })).verdict).toBe(
      'compatible',
    );
  });

  it('places and languages are known by their codes', async () => {
    const [a, b] = [set(that('spatial', 'isPartOf', 'EU')), set(that('spatial', 'isPartOf', '150'))];
    expect(await compare(a, b)).toMatchObject({ verdict: 'compatible' });
    expect((await compare(a, set(that('spatial', 'eq', 'JP')))).verdict).toBe('conflict');
    expect(await compare(a, set(that('spatial', 'isPartOf', 'FR')))).toMatchObject({ relation: 'contains' });
    expect(
      (await compare(set(that('spatial', 'isPartOf', 'DE-BE')), set(that('spatial', 'neq', 'FR')))).verdict,
    ).toBe('compatible');
    expect(
      (await compare(set(that('language', 'isPartOf', 'zh')), set(that('language', 'eq', 'zh-Hant'))))
        .verdict,
    ).toBe('compatible');
    expect(
      (await compare(set(that('language', 'eq', 'zh')), set(that('language', 'eq', 'id')))).verdict,
    ).toBe('conflict');
  });

  it('several values at once are a set', async () => {
    const all = (...values: string[]) => set(that('product', 'isAllOf', values));
    const found = await compare(all('mask', 'puppet'), all('puppet', 'mural'));
    expect(found.verdict).toBe('compatible');
    expect(found.example?.values.at(-1)?.values).toHaveLength(3);
    expect(
      (await compare(all('mask', 'puppet'), set(that('product', 'isAnyOf', ['mask', 'mural'])))).verdict,
    ).toBe('conflict');
    expect((await compare(all('mask', 'puppet'), set(that('product', 'isNoneOf', ['mask'])))).verdict).toBe(
      'conflict',
    );
  });
});

describe('what is not understood', () => {
  it.each([
    [
      'an operator',
      that('count', 'http://example.org/about', 5),
      that('count', 'lteq', 9),
      'http://example.org/about',
      'operator',
    ],
    [
      'units',
      that('resolution', 'lteq', 5, { unit: iri('inch') }),
      that('resolution', 'gteq', 1, { unit: iri('metre') }),
      odrl('resolution'),
      'units',
    ],
    [
      'values of two kinds',
      that('version', 'eq', 5),
      that('version', 'eq', 'five'),
      odrl('version'),
      'kinds',
    ],
    ['an order of words', that('media', 'lt', 'print'), that('media', 'gt', 'web'), odrl('media'), 'kinds'],
    [
      'a property',
      { ...that('count', 'lteq', 5), 'http://example.org/except': 'Sundays' },
      that('count', 'lteq', 9),
      'http://example.org/except',
      'property',
    ],
  ])('%s: undecided', async (_, one, two, name, why) => {
    for (const [a, b] of [
      [one, two],
      [two, one],
    ]) {
      const found = await compare(set(a as object), set(b as object));
      expect(found).toMatchObject({ verdict: 'undecided' });
      expect(found.verdict === 'undecided' && found.because).toContainEqual({
        code: 'not-understood',
        name,
        why,
      });
    }
  });

  it('does not matter where there is another way', async () => {
    const either = { or: [that('count', 'http://example.org/about', 5), that('count', 'eq', 7)] };
    expect(await compare(set(either), set(that('count', 'lteq', 9)))).toMatchObject({
      verdict: 'compatible',
    });
    const one = { xone: [that('count', 'http://example.org/about', 5), that('count', 'eq', 7)] };
    expect(await compare(set(one), set(that('count', 'lteq', 9)))).toMatchObject({ verdict: 'undecided' });
  });

  it('does not hide a conflict elsewhere', async () => {
    const a = set(that('count', 'http://example.org/about', 5), that('resolution', 'lt', 5));
    expect((await compare(a, set(that('resolution', 'gt', 5)))).verdict).toBe('conflict');
  });
});

describe('prohibitions and demands', () => {
  const permit = (...constraints: object[]) => set(...constraints);
  const prohibit = (action: string, ...constraints: object[]) => ({
    '@context': context,
    prohibition: [{ action, constraint: constraints }],
  });

  it('a permission and a prohibition conflict where they overlap, with a use that shows it', async () => {
    const found = await compare(permit(that('count', 'lteq', 9)), prohibit('use', that('count', 'gt', 5)));
    expect(found).toMatchObject({
      verdict: 'conflict',
      reason: 'permitted-and-prohibited',
      rules: { a: { path: 'permission[0]' }, b: { path: 'prohibition[0]' } },
      example: {
        a: 'permitted',
        b: 'prohibited',
        values: [{ operand: odrl('action') }, { operand: odrl('count'), values: [{ text: '9' }] }],
      },
    });
    expect(
      (await compare(permit(that('count', 'lteq', 5)), prohibit('use', that('count', 'gt', 5)))).verdict,
    ).toBe('compatible');
  });

  it('what a policy prohibits itself it does not permit, unless its permissions count more', async () => {
    const own = (conflict: string) => ({
      '@context': context,
      conflict: { '@id': `odrl:${conflict}` },
      permission: [{ action: 'display' }],
      prohibition: [{ action: 'display', constraint: that('spatial', 'eq', 'JP') }],
    });
    const japan = set(that('spatial', 'eq', 'JP'));
    expect((await compare(own('prohibit'), japan)).verdict).toBe('conflict');
    expect((await compare(own('perm'), japan)).verdict).not.toBe('conflict');
    const ban = prohibit('display', that('spatial', 'eq', 'JP'));
    expect((await compare(own('prohibit'), ban)).verdict).toBe('compatible');
    expect((await compare(own('perm'), ban)).verdict).toBe('conflict');
  });

  it('a demand and a prohibition conflict where it cannot be met otherwise', async () => {
    const demand = (...constraints: object[]) => ({
      '@context': context,
      obligation: [{ action: 'inform', constraint: constraints }],
    });
    expect(
      await compare(demand(that('count', 'eq', 6)), prohibit('inform', that('count', 'gt', 5))),
    ).toMatchObject({
      verdict: 'conflict',
      reason: 'demanded-and-prohibited',
    });
    expect(
      (await compare(demand(that('count', 'gt', 3)), prohibit('inform', that('count', 'gt', 5)))).verdict,
    ).toBe('compatible');
  });
});

describe('a request against a licence', () => {
  const licence = set(that('count', 'lteq', 100), that('spatial', 'isPartOf', 'EU'));

  it('fits where all of it is permitted', async () => {
    expect(
      await compare(
        licence,
        request(that('count', 'eq', 20), that('spatial', 'eq', 'FR'), that('product', 'eq', 'mask')),
      ),
    ).toMatchObject({
      verdict: 'compatible',
      relation: 'contains',
      example: { a: 'permitted', b: 'asked' },
    });
  });

  it('conflicts where a part of it is not, and the example is in that part', async () => {
    const found = await compare(request(that('count', 'lteq', 120), that('spatial', 'eq', 'FR')), licence);
    expect(found).toMatchObject({
      verdict: 'conflict',
      reason: 'not-permitted',
      constraints: { a: { right: [{ text: '120' }] }, b: { right: [{ text: '100' }] } },
      example: { a: 'asked', b: 'not-permitted' },
    });
    const count = found.example?.values.find(({ operand }) => operand === odrl('count'))?.values[0];
    expect(Number(count && 'text' in count && count.text)).toBeGreaterThan(100);
  });

  it('that does not say where is undecided, and conflicts where it would not be permitted anywhere', async () => {
    expect(await compare(request(that('count', 'eq', 20)), licence)).toMatchObject({
      verdict: 'undecided',
      because: [{ code: 'silent', operand: odrl('spatial'), silent: 'a' }],
    });
    expect(await compare(request(that('count', 'eq', 200)), licence)).toMatchObject({ verdict: 'conflict' });
    expect(await compare(request(that('count', 'lteq', 200)), licence)).toMatchObject({
      verdict: 'conflict',
      relation: 'contains',
    });
  });

  it('for what no rule is about, or for more than the action of the rule, is not permitted', async () => {
    const ask = (action: string) => ({ '@context': context, '@type': 'Request', permission: [{ action }] });
    const play = { '@context': context, permission: [{ action: 'play' }] };
    expect(await compare(ask('play'), play)).toMatchObject({ verdict: 'compatible', relation: 'equal' });
    expect(await compare(ask('print'), play)).toMatchObject({
      verdict: 'conflict',
      reason: 'not-permitted',
      rules: { a: { path: 'permission[0]' } },
    });
    expect(await compare(ask('use'), play)).toMatchObject({ verdict: 'conflict', reason: 'not-permitted' });
  });
});

describe('bounds', () => {
  it('thousands of alternatives end, with an answer or as too complex', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => that('resolution', 'eq', at));
    const started = Date.now();
    expect((await compare(set({ xone: many }), set(that('resolution', 'eq', 7)))).verdict).toBe('compatible');
    expect((await compare(set({ xone: many }), set(that('resolution', 'eq', '7.5')))).verdict).toBe(
      'conflict',
    );
    const halves = many.map((one) => ({ ...one, rightOperand: `${String(one.rightOperand)}.5` }));
    expect(['conflict', 'undecided']).toContain(
      (await compare(set({ xone: many }), set({ xone: halves }))).verdict,
    );
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('a hard riddle is too complex', async () => {
    // Pigeons in one hole less: n numbers of which no two are the same, out of n - 1.
    const holes = 9;
    const bird = (at: number) => iri(`bird${at}`);
    const numbers = Array.from({ length: holes + 1 }, (_, at) => at);
    const somewhere = numbers.map((at) => ({
      or: numbers.slice(1).map((hole) => that(`${bird(at)}`, 'eq', hole)),
    }));
    const alone = numbers.flatMap((at) =>
      numbers
        .slice(at + 1)
        .flatMap((other) =>
          numbers
            .slice(1)
            .map((hole) => ({ or: [that(bird(at), 'neq', hole), that(bird(other), 'neq', hole)] })),
        ),
    );
    const started = Date.now();
    expect(await compare(set(...somewhere), set(...alone))).toMatchObject({
      verdict: 'undecided',
      because: [{ code: 'too-complex' }],
    });
    expect(Date.now() - started).toBeLessThan(30_000);
  });

  it('is an error where a policy is none, too deep or too large', async () => {
    let deep: object = that('count', 'eq', 1);
    for (let at = 0; at < 100; at += 1) deep = { and: [deep] };
    for (const wrong of [
      {},
      'no policy',
      set(deep),
      { '@context': 'http://example.org/other', permission: [] },
    ]) {
      await expect(compare(wrong, set())).rejects.toMatchObject({ name: 'LedgerError' });
      await expect(compare(set(), wrong)).rejects.toMatchObject({ name: 'LedgerError' });
    }
    await expect(compare(set(), set(), { broader: { a: 'b' } })).rejects.toMatchObject({
      code: 'policy-invalid',
    });
  });
});
