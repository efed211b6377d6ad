import { globSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { changeNames } from '../../../src/check/changes/Change.ts';
import { stepShape } from '../../../src/assistance/record/AssistanceStep.ts';
import { LabelDuty, shareClasses } from '../../../src/assistance/summary/Summary.ts';
import { verdicts } from '../../../src/check/Decision.ts';
import { reasons } from '../../../src/check/reasons.ts';
import { TrailStep } from '../../../src/check/TrailStep.ts';
import { namedFacts } from '../../../src/check/words/factMessage.ts';
import { groupNames } from '../../../src/cli/command/program.ts';
import { errorCodes } from '../../../src/kernel/errors.ts';
import terms from '../../../src/messages/en/terms.json' with { type: 'json' };
import { languages } from '../../../src/messages/languages.ts';
import { checks } from '../../../src/verify/checks.ts';
import { breachNames } from '../../../src/terms/Breach.ts';
import { itemNames, questionnaireAnswers } from '../../../src/terms/draft/questionnaire.ts';
import { namedOperators } from '../../../src/terms/words/constraintMessage.ts';
import { termsFlags } from '../../../src/terms/Terms.ts';
import { namedColours, namedTraits } from '../../../src/web/work/traitNames.ts';
import { digitalSourceCodes, undeclared } from '../../../src/work/digitalSourceTypes.ts';
import { kindNames } from '../../../src/work/Metadata.ts';
import { MoralRight } from '../../../src/work/Work.ts';
import { useNames } from '../../../src/work/Uses.ts';
import { scanFile, scanMessages } from '../../support/scanMessages.ts';

const answerKeys = itemNames.flatMap((name) =>
  questionnaireAnswers[name].map((answer) => `${name}-${answer}`),
);

/**
 * Ids that a template makes: what they begin with, and how they can end. Any other template is a fault. An end that is
 * not in the catalogue is found by the compiler, too.
 */
const families: Record<string, readonly string[]> = {
  'check.fact-': namedFacts,
  'assistance.actor-': stepShape.actor.options,
  'assistance.duty-': LabelDuty.shape.duty.options,
  'assistance.oversight-': stepShape.humanOversight.options,
  'assistance.reason-': LabelDuty.shape.reason.options,
  'assistance.required-': LabelDuty.shape.required.options,
  'assistance.role-': ['toolProvider', 'custodian'],
  'assistance.share-': shareClasses,
  'assistance.stage-': stepShape.stage.options,
  'assistance.system-': ['optical', 'inertial', 'markerless'],
  'assistance.technique-': [
    'multispectral',
    'threeDimensionalScan',
    'photogrammetry',
    'reflectanceTransformationImaging',
  ],
  'check.reason-': reasons,
  'check.trail-': TrailStep.options.map(({ shape }) => shape.found.value),
  'check.verdict-': verdicts,
  'cli.check.changed-': changeNames,
  'cli.check.then-': ['permits', 'denies', 'cannot-tell'],
  'cli.group-': groupNames,
  'cli.terms.conflict-': [
    'never-together',
    'permitted-and-prohibited',
    'demanded-and-prohibited',
    'not-permitted',
  ],
  'cli.terms.relation-': ['equal', 'within', 'contains', 'overlaps', 'disjoint'],
  'cli.terms.stance-': ['permitted', 'prohibited', 'demanded', 'asked', 'not-permitted'],
  'cli.trace.paid-': ['licence', 'report', 'resale'],
  'page.colour-': namedColours,
  'page.offer-flag-': termsFlags,
  'page.paid-': ['licence', 'report', 'resale', 'other'],
  'page.trait-': namedTraits,
  'problems.': errorCodes,
  'terms.about-': ['targets', 'assigners', 'assignees'],
  'terms.answer-': answerKeys,
  'terms.breach-': breachNames,
  'terms.conflict-': ['perm', 'prohibit', 'invalid'],
  'terms.consequence-': answerKeys,
  'terms.logic-': ['and', 'or', 'xone', 'andSequence'],
  'terms.name-': Object.keys(terms).flatMap((key) => (key.startsWith('name-') ? [key.slice(5)] : [])),
  'terms.question-': itemNames,
  'terms.relation-': namedOperators,
  'terms.time-': ['day', 'hour', 'minute', 'second'],
  'terms.use-': useNames,
  'verify.check-': Object.values(checks).flat(),
  'verify.verdict-': ['does-not-hold', 'cannot-tell'],
  'names.kind-': kindNames,
  'names.kinds-': kindNames,
  'names.moral-': MoralRight.options,
  'names.source-': [undeclared, ...digitalSourceCodes],
};

const folder = 'src/messages';
const english = readCatalogue('en');
const areas = [...new Set([...english.keys()].map((id) => id.slice(0, id.lastIndexOf('.'))))];
const found = scanMessages(['src/**/*.ts', 'scripts/**/*.ts', 'seeds/**/*.ts'], areas);

it('every message in the sources is in the catalogue', () => {
  const undefinedIds = [
    ...found.literals.filter(({ id }) => !english.has(id)),
    ...listMembers(families).filter(({ id }) => !english.has(id)),
  ];
  expect(undefinedIds).toEqual([]);
});

it('every text of the catalogue is used', () => {
  const used = new Set([...found.literals, ...listMembers(families)].map(({ id }) => id));
  expect([...english.keys()].filter((id) => !used.has(id))).toEqual([]);
});

it('ids that a template completes are declared', () => {
  expect(found.families.filter(({ prefix }) => !(prefix in families))).toEqual([]);
  const prefixes = new Set(found.families.map(({ prefix }) => prefix));
  expect(Object.keys(families).filter((prefix) => !prefixes.has(prefix))).toEqual([]);
});

it('every message is given the values its text has places for', () => {
  const wrong = found.made
    .filter(({ values }) => values !== null)
    .map(({ id, values, place }) => ({ id, place, values, places: listPlaces(english.get(id) ?? '') }))
    .filter(({ values, places }) => values?.toSorted().join() !== places.join());
  expect(wrong).toEqual([]);
});

it.each(Object.keys(languages))('every text is valid ICU MessageFormat: %s', (language) => {
  for (const [id, text] of readCatalogue(language)) expect(() => listPlaces(text), id).not.toThrow();
});

it.each(Object.keys(languages).filter((one) => one !== 'en'))(
  'every translation is of an English text, with the same places: %s',
  (language) => {
    for (const [id, text] of readCatalogue(language)) {
      const original = english.get(id);
      expect(original, id).toBeDefined();
      expect([id, listPlaces(text)]).toEqual([id, listPlaces(original ?? '')]);
    }
  },
);

it('checks and terms are in every language', () => {
  const isOurs = (id: string) => /^(check|terms)\./.test(id);
  for (const language of Object.keys(languages)) {
    const translated = [...readCatalogue(language).keys()].filter(isOurs);
    expect(translated.toSorted(), language).toEqual([...english.keys()].filter(isOurs).toSorted());
  }
});

it('messages are found in calls, tables and conditions, with the names of their values', () => {
  const text = [
    "message('a.one', { x, y: 1 })",
    "say(long ? 'a.two' : 'a.b.three')",
    "message('a.four', given)",
    "const hint = 'a.five'",
    "const file = 'b.ts'",
    'message(`a.kind-${kind}`)',
  ].join('\n');
  const scanned = scanFile('file.ts', text, ['a', 'a.b'], { literals: [], made: [], families: [] });
  expect(scanned.literals.map(({ id }) => id)).toEqual(['a.one', 'a.two', 'a.b.three', 'a.four', 'a.five']);
  expect(scanned.made.map(({ id, values }) => [id, values])).toEqual([
    ['a.one', ['x', 'y']],
    ['a.two', []],
    ['a.b.three', []],
    ['a.four', null],
  ]);
  expect(scanned.families).toEqual([{ prefix: 'a.kind-', place: 'file.ts:6' }]);
});

/** All texts of a language by id. */
function readCatalogue(language: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of globSync(`${folder}/${language}/**/*.json`)) {
    const area = file.slice(`${folder}/${language}/`.length, -'.json'.length).replaceAll('/', '.');
    const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
    for (const [key, text] of entries) texts.set(`${area}.${key}`, text);
  }
  return texts;
}

function listMembers(declared: Record<string, readonly string[]>): { id: string; place: string }[] {
  return Object.entries(declared).flatMap(([prefix, ends]) =>
    ends.map((end) => ({ id: `${prefix}${end}`, place: 'families' })),
  );
}

/** The names of the places of a text, in order of the alphabet. */
function listPlaces(text: string): string[] {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    if (typeof part !== 'object' || part === null) return;
    const { type, value, options } = part as { type?: number; value?: unknown; options?: object };
    // 0 is text and 7 the number sign of a plural; everything else names a value.
    if (type !== undefined && type !== 0 && type !== 7) names.add(String(value));
    for (const option of Object.values(options ?? {})) visit((option as { value: unknown }).value);
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...names].toSorted();
}
