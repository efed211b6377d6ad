import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileConstraints } from '../../../../src/odrl/compile/compileConstraint.ts';
import { createKnowledge } from '../../../../src/odrl/Knowledge.ts';
import type { Ontology } from '../../../../src/odrl/Ontology.ts';
import type { Value } from '../../../../src/odrl/Policy.ts';
import { readOntology } from '../../../../src/odrl/read/readOntology.ts';
import { toPolicy } from '../../../../src/odrl/read/readPolicy.ts';
import { odrl } from '../../../../src/odrl/vocabulary.ts';

type Answer = 'yes' | 'no' | 'unknown';
type Plain = string | number | { iri: string };
const answers = ['no', 'unknown', 'yes'] as const;
const xsd = (type: string) => `http://www.w3.org/2001/XMLSchema#${type}`;
const toValue = (plain: Plain): Value =>
  typeof plain === 'object'
    ? plain
    : { text: `${plain}`, type: typeof plain === 'number' ? xsd('decimal') : xsd('string') };

/** What a constraint says of stated values; `time` is in the facts as `dateTime`, or nobody says it. */
function test(
  constraint: object,
  stated: Record<string, Plain[]> = {},
  ontology: Ontology = {},
  time = NaN,
): Answer {
  const [rule] = toPolicy({ permission: { action: 'use', constraint } }).permissions;
  const compiled = compileConstraints(rule?.constraints ?? [], createKnowledge(ontology));
  const facts = new Map(
    Object.entries(stated).map(([name, values]) => [
      name.includes(':') ? name : odrl(name),
      values.map(toValue),
    ]),
  );
  return answers[compiled?.test({ time, facts }) ?? 2];
}

const of = (leftOperand: string, operator: string, right: unknown) => ({
  leftOperand,
  operator,
  rightOperand: right,
});
const iris = (...names: string[]) => names.map((name) => ({ '@id': name }));

describe('the operators', () => {
  it.each<[string, number, Answer, Answer, Answer]>([
    ['eq', 5, 'no', 'yes', 'no'],
    ['neq', 5, 'yes', 'no', 'yes'],
    ['lt', 5, 'yes', 'no', 'no'],
    ['lteq', 5, 'yes', 'yes', 'no'],
    ['gt', 5, 'no', 'no', 'yes'],
    ['gteq', 5, 'no', 'yes', 'yes'],
  ])('%s %d of one below, the same and one above', (operator, right, below, same, above) => {
    const constraint = of('count', operator, right);
    expect([4, 5, 6].map((count) => test(constraint, { count: [count] }))).toEqual([below, same, above]);
    expect(test(constraint)).toBe('unknown');
    expect(test(constraint, { count: [] })).toBe('unknown');
    expect(test(constraint, { count: ['many'] })).toBe('unknown');
    expect(test(constraint, { count: [-1] })).toBe('unknown');
  });

  it('of several values hold where they do for each', () => {
    expect(test(of('count', 'lt', 5), { count: [1, 2] })).toBe('yes');
    expect(test(of('count', 'lt', 5), { count: [7, 6] })).toBe('no');
    expect(test(of('count', 'lt', 5), { count: [1, 6] })).toBe('unknown');
    expect(test(of('count', 'lt', 5), { count: [1, 'many'] })).toBe('unknown');
    expect(test(of('purpose', 'eq', 'research'), { purpose: ['research', 'sale'] })).toBe('unknown');
    expect(test(of('purpose', 'neq', 'sale'), { purpose: ['research', 'sale'] })).toBe('no');
    expect(test(of('purpose', 'neq', 'sale'), { purpose: ['research', 'news'] })).toBe('yes');
  });

  it('isAnyOf, isNoneOf and isAllOf are about all right operands', () => {
    const few = iris('urn:a', 'urn:b');
    const states: [Plain[], Answer, Answer, Answer][] = [
      [[{ iri: 'urn:a' }], 'yes', 'no', 'no'],
      [[{ iri: 'urn:c' }], 'no', 'yes', 'no'],
      [[{ iri: 'urn:a' }, { iri: 'urn:b' }], 'yes', 'no', 'yes'],
      [[{ iri: 'urn:b' }, { iri: 'urn:c' }, { iri: 'urn:a' }], 'unknown', 'no', 'yes'],
      [['urn:b'], 'yes', 'no', 'no'],
    ];
    for (const [purpose, any, none, every] of states) {
      expect(test(of('purpose', 'isAnyOf', few), { purpose })).toBe(any);
      expect(test(of('purpose', 'isNoneOf', few), { purpose })).toBe(none);
      expect(test(of('purpose', 'isAllOf', few), { purpose })).toBe(every);
    }
    expect(test(of('purpose', 'isAnyOf', { '@list': few }), { purpose: [{ iri: 'urn:b' }] })).toBe('yes');
    expect(test(of('count', 'isAnyOf', [1, 2]), { count: [2] })).toBe('yes');
    expect(test(of('count', 'isNoneOf', [1, 2]), { count: [2] })).toBe('no');
  });

  it('that are not known are neither met nor not', () => {
    expect(test(of('count', 'urn:near', 5), { count: [5] })).toBe('unknown');
    expect(test(of('urn:mood', 'eq', 5), { 'urn:mood': [5] })).toBe('unknown');
    expect(
      test({ leftOperand: 'count', operator: 'lt', rightOperandReference: 'urn:x' }, { count: [1] }),
    ).toBe('unknown');
  });

  it('order nothing that has no order', () => {
    expect(test(of('purpose', 'lt', 'b'), { purpose: [{ iri: 'urn:a' }] })).toBe('unknown');
    expect(test(of('version', 'lt', '2'), { version: [1] })).toBe('unknown');
    expect(test(of('version', 'lt', 'b'), { version: ['a'] })).toBe('yes');
  });

  it('take the status where nothing is stated (2.5.1)', () => {
    const used = { ...of('count', 'lt', 10), status: 9 };
    expect(test(used)).toBe('yes');
    expect(test({ ...used, status: 10 })).toBe('no');
    expect(test(used, { count: [10] })).toBe('no');
  });
});

describe('time', () => {
  const until = of('dateTime', 'lt', { '@value': '2026-06-01T00:00:00Z', '@type': 'xsd:dateTime' });
  const at = (time: string) => Date.parse(time);

  it('is the time asked about, or what is stated', () => {
    expect(test(until, {}, {}, at('2026-05-31T23:59:59Z'))).toBe('yes');
    expect(test(until, {}, {}, at('2026-06-01T00:00:00Z'))).toBe('no');
    expect(test(until)).toBe('unknown');
    expect(test(until, { dateTime: ['2027-01-01T00:00:00Z'] }, {}, at('2026-01-01T00:00:00Z'))).toBe('no');
  });

  it('without a zone cannot be told from a time with one within 14 hours', () => {
    expect(test(until, { dateTime: ['2026-05-31T09:00:00'] })).toBe('yes');
    expect(test(until, { dateTime: ['2026-05-31T12:00:00'] })).toBe('unknown');
    expect(test(until, { dateTime: ['2026-06-01T14:00:01'] })).toBe('no');
    expect(test({ ...until, operator: 'eq' }, { dateTime: ['2026-06-01T00:00:00'] })).toBe('unknown');
    expect(test({ ...until, operator: 'neq' }, { dateTime: ['2026-06-01T00:00:00'] })).toBe('unknown');
    expect(test({ ...until, operator: 'neq' }, { dateTime: ['2026-06-03T00:00:00'] })).toBe('yes');
  });

  it('knows the day of the week, where nobody states another', () => {
    const sunday = of('ex:dayOfWeek', 'eq', 'Sunday');
    expect(test(sunday, {}, {}, at('2026-05-31T00:00:00Z'))).toBe('yes');
    expect(test(sunday, {}, {}, at('2026-06-01T00:00:00Z'))).toBe('no');
    expect(test(sunday, { dateTime: ['2026-05-31T10:00:00'] })).toBe('yes');
    expect(test(sunday, { dateTime: ['2026-05-30T10:00:00'] }, {}, at('2026-05-31T00:00:00Z'))).toBe('no');
    expect(test(sunday, { 'ex:dayOfWeek': ['Sunday'] })).toBe('yes');
    expect(test(sunday)).toBe('unknown');
    expect(test({ ...sunday, status: 'Sunday' })).toBe('yes');
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    days.forEach((day, index) => {
      const time = at('2026-06-01T00:00:00Z') + index * 86_400_000;
      expect(test(of('http://www.w3.org/2006/time#dayOfWeek', 'eq', day), {}, {}, time)).toBe('yes');
    });
  });

  it('that has passed is compared as durations are', () => {
    const month = of('elapsedTime', 'lteq', 'P30D');
    expect(test(month, { elapsedTime: ['PT720H'] })).toBe('yes');
    expect(test(month, { elapsedTime: ['PT720H0.001S'] })).toBe('no');
    expect(test(month, { elapsedTime: ['P1M'] })).toBe('unknown');
  });
});

describe('territories', () => {
  it.each<[string, string, Answer]>([
    ['FR', '150', 'yes'],
    ['fr', 'FRA', 'yes'],
    ['250', 'FR', 'yes'],
    ['FR-IDF', 'FR', 'yes'],
    ['GB-LND', 'GB-ENG', 'unknown'],
    ['GB-LND', 'FR-75C', 'no'],
    ['FR-75C', 'FR-IDF', 'yes'],
    ['US-CA', '021', 'yes'],
    ['CN', '001', 'yes'],
    ['155', '150', 'yes'],
    ['urn:iso:std:iso:3166:ID', '035', 'yes'],
    ['http://publications.europa.eu/resource/authority/country/DEU', 'EU', 'yes'],
    ['https://www.iso.org/obp/ui/#iso:code:3166:DE', 'm49:155', 'yes'],
    ['https://unstats.un.org/unsd/methodology/m49/#155', '150', 'yes'],
    ['DE-BY', 'EU', 'yes'],
    ['EU', '001', 'yes'],
    ['CH', 'EU', 'no'],
    ['EU', '150', 'no'],
    ['150', 'EU', 'no'],
    ['EU', '142', 'no'],
    ['EU', '019', 'no'],
    ['150', 'FR', 'no'],
    ['FR', 'DE', 'no'],
    ['FR-IDF', 'DE', 'no'],
    ['US-CA', 'US-NY', 'no'],
    ['XX', 'FR', 'unknown'],
    ['FR', 'urn:kingdom', 'unknown'],
    ['urn:kingdom', 'urn:kingdom', 'yes'],
    ['FR-XYZ', 'FR', 'unknown'],
  ])('%s is part of %s: %s', (place, around, answer) => {
    expect(test(of('spatial', 'isPartOf', around), { spatial: [place] })).toBe(answer);
    expect(test(of('spatial', 'isA', around), { spatial: [place] })).toBe(answer);
    expect(test(of('spatial', 'hasPart', place), { spatial: [around] })).toBe(answer);
  });

  it('are the same by any of their codes, and what is within another cannot be told from it', () => {
    expect(test(of('spatial', 'eq', 'FR'), { spatial: ['fra'] })).toBe('yes');
    expect(test(of('spatial', 'neq', 'FR'), { spatial: ['250'] })).toBe('no');
    expect(test(of('spatial', 'eq', 'FR'), { spatial: ['DE'] })).toBe('no');
    expect(test(of('spatial', 'neq', 'FR'), { spatial: ['DE'] })).toBe('yes');
    expect(test(of('spatial', 'eq', 'EU'), { spatial: ['FR'] })).toBe('unknown');
    expect(test(of('spatial', 'isNoneOf', ['EU', 'CN']), { spatial: ['FR'] })).toBe('unknown');
    expect(test(of('spatial', 'isNoneOf', ['EU', 'CN']), { spatial: ['JP'] })).toBe('yes');
    expect(test(of('spatial', 'isNoneOf', ['EU', 'CN']), { spatial: ['CHN'] })).toBe('no');
    expect(test(of('spatial', 'eq', 'EU'), { spatial: ['150'] })).toBe('unknown');
    expect(test(of('spatial', 'isAnyOf', ['FR', 'DE']), { spatial: ['DE', 'FR'] })).toBe('yes');
    expect(test(of('spatial', 'isPartOf', ['EU', 'GB']), { spatial: ['GB-SCT'] })).toBe('yes');
    expect(test(of('spatial', 'hasPart', ['FR', 'DE']), { spatial: ['EU'] })).toBe('yes');
    expect(test(of('spatial', 'hasPart', ['FR', 'CN']), { spatial: ['EU'] })).toBe('no');
    expect(test(of('spatial', 'hasPart', ['FR', 'CN']), { spatial: ['EU', '142'] })).toBe('yes');
  });
});

describe('languages', () => {
  it.each<[string, string, Answer]>([
    ['zh-Hant-TW', 'zh', 'yes'],
    ['zh-hant', 'zh-Hant', 'yes'],
    ['zh', '*', 'yes'],
    ['*', 'zh', 'no'],
    ['zh', 'zh-Hant', 'no'],
    ['zho', 'zh', 'no'],
    ['en', 'fr', 'no'],
    ['mother tongue', 'fr', 'unknown'],
    ['fr', 'mother tongue', 'unknown'],
    ['urn:fr', 'urn:fr', 'yes'],
  ])('%s is part of %s: %s', (tag, range, answer) => {
    expect(test(of('language', 'isPartOf', range), { language: [tag] })).toBe(answer);
  });

  it('are the same in any case, and a range cannot be told from what is within it', () => {
    expect(test(of('language', 'eq', 'zh-Hant'), { language: ['ZH-hant'] })).toBe('yes');
    expect(test(of('language', 'eq', 'zh'), { language: ['zh-Hant'] })).toBe('unknown');
    expect(test(of('language', 'eq', 'zh-Hant'), { language: ['zh'] })).toBe('unknown');
    expect(test(of('language', 'neq', 'zh'), { language: ['id'] })).toBe('yes');
    expect(test(of('purpose', 'eq', 'A'), { purpose: ['a'] })).toBe('no');
  });
});

describe('an ontology', () => {
  const broader = (of: Record<string, string[]>) => ({ wider: new Map(Object.entries(of)) });
  const purposes = broader({
    'urn:clinical': ['urn:science'],
    'urn:science': ['urn:research', 'urn:public'],
    'urn:market': ['urn:research'],
    'urn:sale': [],
  });
  const purpose = (operator: string, right: string, ...stated: string[]) =>
    test(of('purpose', operator, iris(right)), { purpose: stated.map((iri) => ({ iri })) }, purposes);

  it('says what is within what, through any steps', () => {
    expect(purpose('isA', 'urn:research', 'urn:clinical')).toBe('yes');
    expect(purpose('isPartOf', 'urn:public', 'urn:clinical')).toBe('yes');
    expect(purpose('isA', 'urn:public', 'urn:market')).toBe('no');
    expect(purpose('isA', 'urn:clinical', 'urn:research')).toBe('no');
    expect(purpose('isA', 'urn:research', 'urn:sale')).toBe('no');
    expect(purpose('isA', 'urn:research', 'urn:hobby')).toBe('unknown');
    expect(purpose('isA', 'urn:research', 'urn:clinical', 'urn:sale')).toBe('unknown');
    expect(purpose('hasPart', 'urn:clinical', 'urn:research')).toBe('yes');
    expect(purpose('hasPart', 'urn:research', 'urn:clinical')).toBe('no');
  });

  it('makes sameness unknown where one is within the other, or only one is known', () => {
    expect(purpose('eq', 'urn:research', 'urn:research')).toBe('yes');
    expect(purpose('eq', 'urn:research', 'urn:clinical')).toBe('unknown');
    expect(purpose('neq', 'urn:clinical', 'urn:research')).toBe('unknown');
    expect(purpose('neq', 'urn:research', 'urn:sale')).toBe('yes');
    expect(purpose('neq', 'urn:research', 'urn:hobby')).toBe('unknown');
    expect(purpose('eq', 'urn:hobby', 'urn:research')).toBe('unknown');
    expect(purpose('eq', 'urn:hobby', 'urn:game')).toBe('no');
    expect(purpose('isNoneOf', 'urn:hobby', 'urn:game')).toBe('yes');
  });

  it('that goes round in a circle ends', () => {
    const circle = broader({ 'urn:a': ['urn:b'], 'urn:b': ['urn:a'] });
    const isA = (right: string) =>
      test(of('purpose', 'isA', iris(right)), { purpose: [{ iri: 'urn:a' }] }, circle);
    expect(isA('urn:b')).toBe('yes');
    expect(isA('urn:a')).toBe('yes');
    expect(isA('urn:c')).toBe('unknown');
  });

  it('is read from JSON-LD', async () => {
    const { wider, actions } = await readOntology({
      '@context': { skos: 'http://www.w3.org/2004/02/skos/core#', odrl: 'http://www.w3.org/ns/odrl/2/' },
      '@graph': [
        { '@id': 'urn:a', '@type': 'skos:Concept', 'skos:broader': { '@id': 'urn:b' } },
        {
          '@id': 'urn:b',
          'skos:narrower': { '@id': 'urn:c' },
          'http://purl.org/dc/terms/hasPart': { '@id': 'urn:d' },
        },
        {
          '@id': 'urn:a',
          'http://www.w3.org/2000/01/rdf-schema#subClassOf': [{ '@id': 'urn:x' }, { '@id': 'urn:b' }],
        },
        {
          '@id': 'urn:hut',
          '@type': 'urn:Place',
          'https://schema.org/containedInPlace': { '@id': 'urn:town' },
        },
        { '@id': 'urn:carve', 'odrl:includedIn': { '@id': 'odrl:derive' } },
        { '@id': 'urn:engrave', 'odrl:implies': { '@id': 'urn:carve' } },
      ],
    });
    expect(Object.fromEntries(wider ?? [])).toEqual({
      'urn:a': ['urn:b', 'urn:x'],
      'urn:c': ['urn:b'],
      'urn:d': ['urn:b'],
      'urn:hut': ['urn:town', 'urn:Place'],
    });
    expect(Object.fromEntries(actions ?? [])).toEqual({
      'urn:carve': { includedIn: [odrl('derive')], implies: [] },
      'urn:engrave': { includedIn: [], implies: ['urn:carve'] },
    });
  });
});

describe('logic (2.5.2)', () => {
  const parts: Record<Answer, object> = {
    yes: of('count', 'eq', 1),
    no: of('count', 'eq', 2),
    unknown: of('percentage', 'eq', 2),
  };
  const answer = (logic: string, ...of: Answer[]) =>
    test({ [logic]: of.map((one) => parts[one]) }, { count: [1] });

  it('is in three values (Kleene)', () => {
    for (const logic of ['and', 'andSequence']) {
      expect(answer(logic, 'yes', 'yes')).toBe('yes');
      expect(answer(logic, 'yes', 'unknown')).toBe('unknown');
      expect(answer(logic, 'unknown', 'no')).toBe('no');
      expect(answer(logic, 'no', 'yes')).toBe('no');
      expect(answer(logic, 'unknown')).toBe('unknown');
    }
    expect(answer('or', 'no', 'no')).toBe('no');
    expect(answer('or', 'no', 'unknown')).toBe('unknown');
    expect(answer('or', 'unknown', 'yes')).toBe('yes');
    expect(answer('or', 'yes', 'no')).toBe('yes');
    expect(answer('xone', 'yes', 'no')).toBe('yes');
    expect(answer('xone', 'no', 'no')).toBe('no');
    expect(answer('xone', 'yes', 'unknown')).toBe('unknown');
    expect(answer('xone', 'no', 'unknown')).toBe('unknown');
    expect(test({ xone: [parts.yes, of('count', 'lt', 5), parts.unknown] }, { count: [1] })).toBe('no');
  });

  it('in lists and nested is the same', () => {
    expect(test({ and: { '@list': [parts.yes, { or: [parts.no, parts.yes] }] } }, { count: [1] })).toBe(
      'yes',
    );
    expect(test([parts.yes, parts.no], { count: [1] })).toBe('no');
    expect(test([parts.yes, parts.unknown], { count: [1] })).toBe('unknown');
  });

  it('an answer that is known stays when more is stated', () => {
    const atom = fc.record({
      leftOperand: fc.constantFrom('count', 'percentage', 'resolution'),
      operator: fc.constantFrom('lt', 'gteq', 'eq', 'neq', 'isAnyOf', 'isNoneOf'),
      rightOperand: fc.integer({ min: 0, max: 3 }),
    });
    const { tree } = fc.letrec<{ tree: object }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        atom,
        fc
          .record({
            logic: fc.constantFrom('and', 'or', 'xone', 'andSequence'),
            of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
          })
          .map(({ logic, of: some }) => ({ [logic]: some })),
      ),
    }));
    const stated = fc.record({
      count: fc.integer({ min: 0, max: 3 }),
      percentage: fc.integer({ min: 0, max: 3 }),
      resolution: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        tree,
        stated,
        fc.subarray(['count', 'percentage', 'resolution']),
        (constraint, all, some) => {
          const full = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, [value]]));
          const part = Object.fromEntries(Object.entries(full).filter(([name]) => some.includes(name)));
          const [known, whole] = [test(constraint, part), test(constraint, full)];
          if (known !== 'unknown') expect(whole).toBe(known);
          expect(whole).not.toBe('unknown');
        },
      ),
    );
  });
});
