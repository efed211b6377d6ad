import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { AssistanceStep } from '../../../../src/assistance/record/AssistanceStep.ts';
import { productsMessage, stepUseMessage } from '../../../../src/assistance/words/stepMessages.ts';
import { message, type Message } from '../../../../src/messages/Message.ts';
import type { StepUse } from '../../../../src/assistance/record/StepUse.ts';

const plain = {
  stage: 'colour',
  actor: 'ai',
  tool: { name: 'Linxi Colour', version: '1.1', provider: 'Mosuo Labs' },
  digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  humanOversight: 'prompt_guided',
  contribution: 'Chose one of four proposals.',
};

/** Each use of the field with facts it can have, and the message that states them. */
const uses: [use: z.input<typeof StepUse>, stated: Message | null][] = [
  [
    { kind: 'maskFromTraits', traits: { pattern: 'whole-face', colours: ['red', 'black'] } },
    message('assistance.use-maskFromTraits', { traits: 'pattern whole-face; colours red, black' }),
  ],
  [
    {
      kind: 'muralRestoration',
      capture: { techniques: ['multispectral', 'photogrammetry'], resolutionMm: 0.05 },
    },
    message('assistance.use-muralRestoration', {
      techniques: [
        message('assistance.technique-multispectral'),
        message('assistance.technique-photogrammetry'),
      ],
      resolution: 0.05,
    }),
  ],
  [
    { kind: 'motionCapture', movement: '云手', system: 'optical', framesPerSecond: 120 },
    message('assistance.use-motionCapture', {
      movement: '云手',
      system: message('assistance.system-optical'),
      rate: 120,
    }),
  ],
  [
    { kind: 'colourSuggestion', suggested: 4, kept: 1 },
    message('assistance.use-colourSuggestion', { kept: 1, suggested: 4 }),
  ],
  [
    { kind: 'translation', from: 'zh-Hans', to: ['en', 'id'], editor: 'Shen Yunzhi' },
    message('assistance.use-translation-editor', {
      from: 'zh-Hans',
      to: ['en', 'id'],
      editor: 'Shen Yunzhi',
    }),
  ],
  [{ kind: 'upscaling', factor: 2.5 }, message('assistance.use-upscaling', { factor: 2.5 })],
  [{ kind: 'plain' }, null],
];

describe('a step', () => {
  it('is plain, without model and inputs, where nothing else is said', () => {
    expect(AssistanceStep.parse(plain)).toMatchObject({ use: { kind: 'plain' }, model: null, inputs: [] });
  });

  it.each(uses)('keeps the facts of %j, and states them in a message', (use, stated) => {
    const step = AssistanceStep.parse({ ...plain, use });
    expect(step.use).toMatchObject(use);
    expect(stepUseMessage(step.use)).toEqual(stated);
    // What is encoded for the log comes back the same.
    expect(AssistanceStep.parse(z.encode(AssistanceStep, step))).toEqual(step);
  });

  it('names tool and model with version and provider, and a person’s own tool', () => {
    const model = { name: 'linxi-tint', version: '1.1.3', provider: 'Mosuo Labs' };
    const productOf = (product: typeof model) => message('assistance.product', product);
    const asked = (change: object) => productsMessage(AssistanceStep.parse({ ...plain, ...change }));
    const both = { tool: productOf(plain.tool), model: productOf(model) };
    expect(asked({ model })).toEqual(message('assistance.products', both));
    expect(asked({ actor: 'person' })).toEqual(productOf(plain.tool));
    expect(asked({ actor: 'person', tool: null })).toBeNull();
  });

  it.each([
    ['AI without tool or model', { tool: null }, 'tool'],
    ['a type that is no full URI', { digitalSourceType: 'trainedAlgorithmicMedia' }, 'digitalSourceType'],
    ['an oversight of another vocabulary', { humanOversight: 'supervised' }, 'humanOversight'],
    ['a tool without provider', { tool: { name: 'a', version: '1' } }, 'tool.provider'],
    ['no contribution', { contribution: ' ' }, 'contribution'],
    ['too long a contribution', { contribution: 'x'.repeat(501) }, 'contribution'],
    ['half a character', { contribution: 'half \ud800' }, 'contribution'],
    ['an unknown use', { use: { kind: 'dance' } }, 'use.kind'],
    ['facts of another use', { use: { kind: 'upscaling', factor: 2, movement: 'x' } }, 'use'],
    ['a factor that makes nothing larger', { use: { kind: 'upscaling', factor: 1 } }, 'use.factor'],
    ['a factor as text', { use: { kind: 'upscaling', factor: '2' } }, 'use.factor'],
    [
      'a resolution of nothing',
      {
        use: { kind: 'muralRestoration', capture: { techniques: ['multispectral'], resolutionMm: 0 } },
      },
      'use.capture.resolutionMm',
    ],
    [
      'a capture without technique',
      { use: { kind: 'muralRestoration', capture: { techniques: [], resolutionMm: 1 } } },
      'use.capture.techniques',
    ],
    [
      'frames beyond 2^53',
      {
        use: {
          kind: 'motionCapture',
          movement: 'a',
          system: 'optical',
          framesPerSecond: 9_007_199_254_740_992,
        },
      },
      'use.framesPerSecond',
    ],
    ['no traits', { use: { kind: 'maskFromTraits', traits: {} } }, 'use.traits'],
    [
      'too many traits',
      {
        use: {
          kind: 'maskFromTraits',
          traits: Object.fromEntries([...Array(65).keys()].map((n) => [`t${n}`, 'x'])),
        },
      },
      'use.traits',
    ],
    ['a language that is none', { use: { kind: 'translation', from: 'Chinese', to: ['en'] } }, 'use.from'],
    ['an input that is no work', { inputs: ['mogao-257'] }, 'inputs.0'],
  ])('with %s is refused by field', (_, change, field) => {
    const result = AssistanceStep.safeParse({ ...plain, ...change });
    expect(result.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
  });
});
