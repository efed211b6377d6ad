import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssistanceStep } from '../../../../src/assistance/record/AssistanceStep.ts';
import type { Declaration } from '../../../../src/assistance/record/Declaration.ts';
import { findContradiction } from '../../../../src/assistance/summary/findContradiction.ts';
import { summarise } from '../../../../src/assistance/summary/summarise.ts';
import { Summary } from '../../../../src/assistance/summary/Summary.ts';
import { madeWithAi } from '../../../../src/work/digitalSourceTypes.ts';
import { toSourceCode } from '../../../../src/assistance/record/AssistanceStep.ts';
import { anyStep, toStep } from '../../../support/steps.ts';

const byHand = toStep('person', 'digitalCreation');
const enhanced = toStep('ai', 'algorithmicallyEnhanced');
const generated = toStep('ai', 'trainedAlgorithmicMedia', { humanOversight: 'prompt_guided' });
const suggested = toStep('both', 'digitalCreation', {
  stage: 'colour',
  use: { kind: 'colourSuggestion', suggested: 4, kept: 1 },
});
const unwatched = toStep('ai', 'trainedAlgorithmicMedia', { humanOversight: 'fully_autonomous' });
const idea = toStep('person', 'digitalCreation', { stage: 'idea' });

const computeSum = (steps: AssistanceStep[], depiction: Declaration['depiction'] = null) =>
  summarise({ steps, depiction });
/** What is asked for, by duty: whether, and why. */
const listLabels = (steps: AssistanceStep[], depiction: Declaration['depiction'] = null) =>
  Object.fromEntries(
    computeSum(steps, depiction).labels.map(({ duty, required, reason }) => [duty, [required, reason]]),
  );

describe('the share of AI', () => {
  it.each([
    ['none where no AI took part', [byHand], 'none'],
    ['assisted where it suggested', [suggested], 'assisted'],
    ['assisted where it improved', [byHand, enhanced], 'assisted'],
    ['assisted even where a person only scanned', [toStep('person', 'print'), enhanced], 'assisted'],
    ['combined where both made content', [generated, byHand], 'combined'],
    ['generated where a person had the idea and prompted', [idea, generated], 'generated'],
    ['generated where one of two steps was watched', [unwatched, generated], 'generated'],
    ['autonomous where nobody watched', [idea, unwatched], 'autonomous'],
  ] as const)('is %s', (_, steps, share) => {
    expect(computeSum([...steps]).share).toBe(share);
  });
});

describe('labels', () => {
  it('are not asked for where AI took no part', () => {
    expect(listLabels([byHand])).toEqual({
      cnExplicitLabel: ['no', 'no-ai'],
      cnImplicitLabel: ['no', 'no-ai'],
      cnDeclaration: ['no', 'no-ai'],
      euMarking: ['no', 'no-ai'],
      euDeepFakeDisclosure: ['no', 'no-ai'],
      euTextDisclosure: ['no', 'no-public-interest-text'],
    });
  });

  it('of what AI only improved are asked for in the metadata, and by China alone', () => {
    expect(listLabels([byHand, enhanced])).toMatchObject({
      cnExplicitLabel: ['no', 'ai-only-altered'],
      cnImplicitLabel: ['yes', 'ai-only-altered'],
      cnDeclaration: ['no', 'ai-only-altered'],
      euMarking: ['no', 'ai-only-altered'],
    });
    expect(listLabels([suggested])).toMatchObject({ cnImplicitLabel: ['no', 'ai-only-suggested'] });
  });

  it('of what AI made are asked for by both, whatever people did besides', () => {
    for (const steps of [[generated], [generated, byHand], [unwatched]]) {
      expect(listLabels(steps)).toMatchObject({
        cnExplicitLabel: ['yes', 'ai-generated'],
        cnImplicitLabel: ['yes', 'ai-generated'],
        cnDeclaration: ['yes', 'ai-generated'],
        euMarking: ['yes', 'ai-generated'],
      });
    }
  });

  it.each([
    [null, 'yes', 'resemblance-not-stated'],
    [{ resemblesReality: true, evidentlyArtistic: false }, 'yes', 'resemblance'],
    [{ resemblesReality: true, evidentlyArtistic: true }, 'limited', 'evidently-artistic'],
    [{ resemblesReality: false, evidentlyArtistic: true }, 'no', 'no-resemblance'],
    [{ resemblesReality: false, evidentlyArtistic: false }, 'no', 'no-resemblance'],
  ] as const)('of a deep fake follow what it looks like: %j', (depiction, required, reason) => {
    expect(listLabels([generated], depiction)['euDeepFakeDisclosure']).toEqual([required, reason]);
    expect(listLabels([byHand, enhanced], depiction)['euDeepFakeDisclosure']).toEqual([
      'no',
      'ai-only-altered',
    ]);
  });

  it.each([
    ['unread', { publicInterest: true }, 'fully_autonomous', 'yes', 'text-not-reviewed'],
    ['read by nobody responsible', { publicInterest: true }, 'human_validated', 'yes', 'text-not-reviewed'],
    [
      'unread by who is responsible',
      { publicInterest: true, editor: 'Mingsha Academy' },
      'prompt_guided',
      'yes',
      'text-not-reviewed',
    ],
    [
      'read by who is responsible',
      { publicInterest: true, editor: 'Mingsha Academy' },
      'human_validated',
      'no',
      'text-reviewed',
    ],
    ['of no public interest', {}, 'fully_autonomous', 'no', 'no-public-interest-text'],
  ] as const)('of text %s follow who reviewed it', (_, facts, humanOversight, required, reason) => {
    const text = toStep('ai', 'trainedAlgorithmicMedia', {
      stage: 'translation',
      humanOversight,
      use: { kind: 'translation', from: 'jv', to: ['en'], ...facts },
    });
    expect(listLabels([text])['euTextDisclosure']).toEqual([required, reason]);
  });

  it('name a clause each', () => {
    for (const { duty, clauses } of computeSum([generated]).labels) {
      const law = duty.startsWith('cn') ? /^Labelling Measures, Art\. \d/ : /^AI Act, Art\. 50\(/;
      expect(clauses[0]).toMatch(law);
    }
  });
});

describe('laws of every summary', () => {
  const makings = fc.record({
    steps: fc.array(anyStep, { minLength: 1, maxLength: 6 }),
    depiction: fc.option(fc.record({ resemblesReality: fc.boolean(), evidentlyArtistic: fc.boolean() })),
  });

  it('it is one that can be stored, and asks for each duty once', () => {
    fc.assert(
      fc.property(makings, (making) => {
        const summary = summarise(making);
        expect(Summary.parse(summary)).toEqual(summary);
        expect(new Set(summary.labels.map(({ duty }) => duty)).size).toBe(summary.labels.length);
      }),
    );
  });

  it('no further step of AI makes the share of AI smaller, or drops a label', () => {
    const order = ['none', 'assisted', 'combined', 'generated', 'autonomous'];
    const asked = (making: Pick<Declaration, 'steps' | 'depiction'>) =>
      summarise(making)
        .labels.filter(({ required }) => required !== 'no')
        .map(({ duty }) => duty);
    fc.assert(
      fc.property(makings, anyStep, (making, further) => {
        const more = { ...making, steps: [...making.steps, { ...further, actor: 'ai' as const }] };
        const [before, after] = [summarise(making).share, summarise(more).share];
        // Only what nobody watched can come to be watched.
        if (before !== 'autonomous') {
          expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
        }
        expect(asked(more)).toEqual(expect.arrayContaining(asked(making)));
      }),
    );
  });

  it('where statements agree, share and IPTC type say the same', () => {
    fc.assert(
      fc.property(makings, (making) => {
        fc.pre(findContradiction(making) === undefined);
        const { share, digitalSourceType } = summarise(making);
        const code = toSourceCode({ digitalSourceType });
        if (code === 'trainedAlgorithmicMedia') expect(['generated', 'autonomous']).toContain(share);
        if (share === 'generated' || share === 'autonomous')
          expect(madeWithAi(code) || /^composite|^virtualRecording$/.test(code)).toBe(true);
        if (share === 'none') expect(code).not.toBe('trainedAlgorithmicMedia');
      }),
      { numRuns: 1000 },
    );
  });
});
