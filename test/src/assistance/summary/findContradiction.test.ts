import fc from 'fast-check';
import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import type { AssistanceStep } from '../../../../src/assistance/record/AssistanceStep.ts';
import { findContradiction } from '../../../../src/assistance/summary/findContradiction.ts';
import {
  requireConsistent,
  requireDerived,
  requireToken,
} from '../../../../src/assistance/summary/requireConsistent.ts';
import { summarise } from '../../../../src/assistance/summary/summarise.ts';
import type { DigitalSourceCode } from '../../../../src/work/digitalSourceTypes.ts';
import { anyStep, toStep } from '../../../support/steps.ts';

type Change = Partial<z.input<typeof AssistanceStep>>;
const other = { name: 'Bimo', version: '2.4', provider: 'Mosuo Labs' };
const account = `0x${'11'.repeat(20)}`;

/** The fields a contradiction names, each with its step. */
function findClash(steps: AssistanceStep[], workId?: bigint): string[] {
  return (findContradiction({ steps }, workId)?.statements ?? []).map(
    ({ step, field }) => `${step ?? 'record'} ${field}`,
  );
}

describe('two statements of one step', () => {
  it.each<[string, AssistanceStep['actor'], DigitalSourceCode, Change, string, string]>([
    ['a person’s step that names a model', 'person', 'humanEdits', { model: other }, 'actor', 'model'],
    [
      'a person’s step that nobody watched',
      'person',
      'humanEdits',
      { humanOversight: 'fully_autonomous' },
      'actor',
      'humanOversight',
    ],
    [
      'a shared step that nobody watched',
      'both',
      'compositeWithTrainedAlgorithmicMedia',
      { humanOversight: 'fully_autonomous' },
      'actor',
      'humanOversight',
    ],
    [
      'a person’s step guided by prompts',
      'person',
      'humanEdits',
      { humanOversight: 'prompt_guided' },
      'actor',
      'humanOversight',
    ],
    ['a capture by AI', 'ai', 'digitalCapture', {}, 'actor', 'digitalSourceType'],
    ['a scan by person and AI', 'both', 'print', {}, 'actor', 'digitalSourceType'],
    ['human edits by AI', 'ai', 'humanEdits', {}, 'actor', 'digitalSourceType'],
    [
      'a trained model’s output by a person',
      'person',
      'trainedAlgorithmicMedia',
      {},
      'actor',
      'digitalSourceType',
    ],
    [
      'an algorithm’s output without the algorithm',
      'person',
      'algorithmicMedia',
      { tool: null },
      'tool',
      'digitalSourceType',
    ],
    [
      'upscaling that made an original',
      'ai',
      'trainedAlgorithmicMedia',
      { stage: 'upscaling', use: { kind: 'upscaling', factor: 2 }, inputs: ['7'] },
      'use.kind',
      'digitalSourceType',
    ],
    [
      'a mural made up and restored',
      'ai',
      'trainedAlgorithmicMedia',
      {
        stage: 'restoration',
        use: { kind: 'muralRestoration', capture: { techniques: ['multispectral'], resolutionMm: 1 } },
      },
      'use.kind',
      'digitalSourceType',
    ],
    [
      'movement made up and captured',
      'ai',
      'algorithmicMedia',
      {
        stage: 'motionCapture',
        use: { kind: 'motionCapture', movement: '云手', system: 'inertial', framesPerSecond: 60 },
      },
      'use.kind',
      'digitalSourceType',
    ],
    [
      'a mask from traits that was photographed',
      'ai',
      'computationalCapture',
      { use: { kind: 'maskFromTraits', traits: { a: 'b' } } },
      'use.kind',
      'digitalSourceType',
    ],
    [
      'a mask from traits by a person',
      'person',
      'algorithmicMedia',
      { use: { kind: 'maskFromTraits', traits: { a: 'b' } } },
      'actor',
      'use.kind',
    ],
    [
      'a translation at the stage of colour',
      'ai',
      'trainedAlgorithmicMedia',
      { stage: 'colour', use: { kind: 'translation', from: 'zh', to: ['en'] } },
      'use.kind',
      'stage',
    ],
    [
      'more colourings kept than suggested',
      'both',
      'humanEdits',
      { stage: 'colour', use: { kind: 'colourSuggestion', suggested: 2, kept: 3 } },
      'use.suggested',
      'use.kept',
    ],
    [
      'a translation into its own language',
      'ai',
      'trainedAlgorithmicMedia',
      { stage: 'translation', use: { kind: 'translation', from: 'zh', to: ['en', 'zh'] } },
      'use.from',
      'use.to',
    ],
    [
      'upscaling of nothing',
      'ai',
      'algorithmicallyEnhanced',
      { stage: 'upscaling', use: { kind: 'upscaling', factor: 2 } },
      'use.kind',
      'inputs',
    ],
    [
      'a composite with AI’s output that there is none of',
      'person',
      'compositeWithTrainedAlgorithmicMedia',
      {},
      'actor',
      'digitalSourceType',
    ],
  ])('%s', (_, actor, code, change, first, second) => {
    expect(findClash([toStep(actor, code, change)])).toEqual([`0 ${first}`, `0 ${second}`]);
  });
});

describe('statements of different steps', () => {
  it('name one product of two providers', () => {
    const tool = { name: 'Denghuo Diffuse', version: '5.0', provider: 'Somebody else' };
    const steps = [
      toStep('ai', 'trainedAlgorithmicMedia'),
      toStep('ai', 'trainedAlgorithmicMedia', { tool }),
    ];
    expect(findClash(steps)).toEqual(['0 tool.provider', '1 tool.provider']);
    expect(
      findClash([
        ...steps.slice(0, 1),
        toStep('ai', 'trainedAlgorithmicMedia', { tool: { ...tool, version: '6' } }),
      ]),
    ).toEqual([]);
  });

  it('name two accounts of one provider', () => {
    const steps = [
      toStep('ai', 'trainedAlgorithmicMedia', { model: { ...other, account } }),
      toStep('ai', 'trainedAlgorithmicMedia', {
        tool: { ...other, name: 'Linxi', account: `0x${'22'.repeat(20)}` },
      }),
    ];
    expect(findClash(steps)).toEqual(['0 model.account', '1 tool.account']);
  });

  it('name the work as its own input', () => {
    const steps = [toStep('person', 'humanEdits'), toStep('person', 'humanEdits', { inputs: ['7'] })];
    expect(findClash(steps, 7n)).toEqual(['record workId', '1 inputs']);
    expect(findClash(steps, 8n)).toEqual([]);
  });
});

it.each<[string, AssistanceStep[]]>([
  [
    'colours suggested by AI that a person then painted',
    [
      toStep('both', 'humanEdits', {
        stage: 'colour',
        use: { kind: 'colourSuggestion', suggested: 4, kept: 0 },
      }),
    ],
  ],
  [
    'a person who composed what AI made before',
    [toStep('ai', 'trainedAlgorithmicMedia'), toStep('person', 'compositeWithTrainedAlgorithmicMedia')],
  ],
  [
    'a person who composed the output of AI in another work',
    [toStep('person', 'compositeWithTrainedAlgorithmicMedia', { inputs: ['7'] })],
  ],
  [
    'upscaling of what an earlier step made',
    [
      toStep('person', 'digitalCreation'),
      toStep('ai', 'algorithmicallyEnhanced', { stage: 'upscaling', use: { kind: 'upscaling', factor: 2 } }),
    ],
  ],
  [
    'AI that nobody watched',
    [toStep('ai', 'trainedAlgorithmicMedia', { humanOversight: 'fully_autonomous' })],
  ],
  [
    'movement that a person captured',
    [
      toStep('person', 'digitalCapture', {
        stage: 'motionCapture',
        use: { kind: 'motionCapture', movement: '云手', system: 'optical', framesPerSecond: 120 },
      }),
    ],
  ],
])('agrees: %s', (_, steps) => {
  expect(findClash(steps)).toEqual([]);
});

it('a contradiction found is one of the statements made, and is refused with both', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 5 }), (steps) => {
      const found = findContradiction({ steps });
      if (found === undefined) {
        requireConsistent({ steps });
        return;
      }
      const [first, second] = found.statements;
      expect([first.step, first.field]).not.toEqual([second.step, second.field]);
      for (const { step } of found.statements) expect(step).toBeLessThan(steps.length);
      expect(() => requireConsistent({ steps })).toThrow(
        expect.objectContaining({ code: 'assistance-conflict', details: { ...found } }),
      );
    }),
  );
});

describe('a summary', () => {
  const making = { steps: [toStep('ai', 'trainedAlgorithmicMedia')], depiction: null, sessions: [] };
  const derived = summarise(making);

  it.each([
    [
      'another type',
      {
        ...derived,
        digitalSourceType: summarise({ ...making, steps: [toStep('person', 'print')] }).digitalSourceType,
      },
      'summary.digitalSourceType',
    ],
    ['another share', { ...derived, share: 'none' as const }, 'summary.share'],
    [
      'a label less',
      {
        ...derived,
        labels: derived.labels.map((label, at) => (at === 3 ? { ...label, required: 'no' as const } : label)),
      },
      'summary.labels.3',
    ],
  ])('that states %s than the steps come to is refused', (_, stated, field) => {
    expect(() => requireDerived(making, stated)).toThrow(
      expect.objectContaining({
        code: 'assistance-conflict',
        details: expect.objectContaining({
          statements: [expect.objectContaining({ field: 'steps' }), expect.objectContaining({ field })],
        }) as unknown,
      }),
    );
    requireDerived(making, derived);
  });

  it('is held against the token, which contradicts nothing where it says nothing', () => {
    requireToken('trainedAlgorithmicMedia', derived);
    requireToken('undeclared', derived);
    expect(() => requireToken('digitalCreation', derived)).toThrow(
      expect.objectContaining({ code: 'assistance-conflict' }),
    );
  });
});
