import fc from 'fast-check';
import type { z } from 'zod';
import { AssistanceStep } from '../../src/assistance/record/AssistanceStep.ts';
import { digitalSourceCodes, iptcBase, type DigitalSourceCode } from '../../src/work/digitalSourceTypes.ts';

/** A step that contradicts nothing, unless it is changed so. */
export function toStep(
  actor: AssistanceStep['actor'],
  code: DigitalSourceCode,
  change: Partial<z.input<typeof AssistanceStep>> = {},
): AssistanceStep {
  return AssistanceStep.parse({
    stage: 'line',
    actor,
    tool: { name: 'Denghuo Diffuse', version: '5.0', provider: 'Fanghua Models' },
    digitalSourceType: `${iptcBase}${code}`,
    humanOversight: 'human_validated',
    contribution: 'something',
    ...change,
  });
}

/** Any step that can be stated, whether its statements agree or not. */
export const anyStep: fc.Arbitrary<AssistanceStep> = fc
  .record({
    actor: fc.constantFrom('person' as const, 'ai' as const, 'both' as const),
    code: fc.constantFrom(...digitalSourceCodes),
    stage: fc.constantFrom(...AssistanceStep.shape.stage.options),
    humanOversight: fc.constantFrom(...AssistanceStep.shape.humanOversight.options),
    use: fc.constantFrom<z.input<typeof AssistanceStep>['use']>(
      { kind: 'plain' },
      { kind: 'upscaling', factor: 2 },
      { kind: 'maskFromTraits', traits: { pattern: 'whole-face' } },
      { kind: 'colourSuggestion', suggested: 4, kept: 1 },
      { kind: 'translation', from: 'zh', to: ['en'], publicInterest: true },
      { kind: 'motionCapture', movement: '云手', system: 'optical', framesPerSecond: 60 },
      { kind: 'muralRestoration', capture: { techniques: ['multispectral'], resolutionMm: 0.1 } },
    ),
    contribution: fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => text.trim() !== ''),
  })
  .map(({ actor, code, ...change }) => toStep(actor, code, change));
