import { expect, it } from 'vitest';
import { AssistanceStep } from '../../../src/assistance/AssistanceStep.ts';
import { summarise } from '../../../src/assistance/summarise.ts';
import {
  AiSummary,
  iptcBase,
  summaryFromByte,
  summaryToByte,
  type DigitalSourceCode,
} from '../../../src/work/digitalSourceTypes.ts';

function step(
  actor: AssistanceStep['actor'],
  code: DigitalSourceCode,
  stage: AssistanceStep['stage'] = 'line',
): AssistanceStep {
  return AssistanceStep.parse({
    stage,
    actor,
    tool: actor === 'person' ? null : { name: 'a', version: '1', provider: 'b' },
    digitalSourceType: `${iptcBase}${code}`,
    humanOversight: 'human_validated',
    contribution: 'something',
  });
}

it.each([
  ['AI alone', [step('ai', 'trainedAlgorithmicMedia')], 'trainedAlgorithmicMedia'],
  [
    'a person’s idea and AI',
    [step('person', 'digitalCreation', 'idea'), step('ai', 'trainedAlgorithmicMedia')],
    'trainedAlgorithmicMedia',
  ],
  [
    'AI and a person’s line',
    [step('ai', 'trainedAlgorithmicMedia'), step('person', 'humanEdits')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  [
    'a person with AI',
    [step('both', 'compositeWithTrainedAlgorithmicMedia')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  ['an algorithm alone', [step('ai', 'algorithmicMedia')], 'algorithmicMedia'],
  [
    'an algorithm and a person',
    [step('ai', 'algorithmicMedia'), step('person', 'humanEdits')],
    'compositeSynthetic',
  ],
  [
    'an algorithm that only improves',
    [step('person', 'digitalCreation'), step('ai', 'algorithmicallyEnhanced')],
    'algorithmicallyEnhanced',
  ],
  [
    'a photograph that a person edited',
    [step('person', 'digitalCapture'), step('person', 'humanEdits')],
    'humanEdits',
  ],
] as const)('%s is summed up by rule', (_, steps, summary) => {
  expect(summarise(steps)).toBe(summary);
});

it('every summary comes back from the token’s byte', () => {
  for (const summary of AiSummary.options) expect(summaryFromByte(summaryToByte(summary))).toBe(summary);
  expect(summaryFromByte(200)).toBe('undeclared');
});
