import { expect, it } from 'vitest';
import { deriveSourceType } from '../../../../src/assistance/summary/deriveSourceType.ts';
import { AiSummary, summaryFromByte, summaryToByte } from '../../../../src/work/digitalSourceTypes.ts';
import { toStep } from '../../../support/steps.ts';

it.each([
  ['AI alone', [toStep('ai', 'trainedAlgorithmicMedia')], 'trainedAlgorithmicMedia'],
  [
    'a person’s idea and AI',
    [toStep('person', 'digitalCreation', { stage: 'idea' }), toStep('ai', 'trainedAlgorithmicMedia')],
    'trainedAlgorithmicMedia',
  ],
  [
    'AI and a person’s line',
    [toStep('ai', 'trainedAlgorithmicMedia'), toStep('person', 'humanEdits')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  [
    'a person with AI',
    [toStep('both', 'compositeWithTrainedAlgorithmicMedia')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  ['an algorithm alone', [toStep('ai', 'algorithmicMedia')], 'algorithmicMedia'],
  ['data that an algorithm drew alone', [toStep('ai', 'dataDrivenMedia')], 'dataDrivenMedia'],
  ['an algorithm that a person wrote', [toStep('person', 'algorithmicMedia')], 'algorithmicMedia'],
  [
    'an algorithm and a person',
    [toStep('ai', 'algorithmicMedia'), toStep('person', 'humanEdits')],
    'compositeSynthetic',
  ],
  [
    'an algorithm that only improves',
    [toStep('person', 'digitalCreation'), toStep('ai', 'algorithmicallyEnhanced')],
    'algorithmicallyEnhanced',
  ],
  [
    'a photograph that a person edited',
    [toStep('person', 'digitalCapture'), toStep('person', 'humanEdits')],
    'humanEdits',
  ],
] as const)('%s is summed up by rule', (_, steps, type) => {
  expect(deriveSourceType(steps)).toBe(type);
});

it('every summary comes back from the token’s byte', () => {
  for (const summary of AiSummary.options) expect(summaryFromByte(summaryToByte(summary))).toBe(summary);
  expect(summaryFromByte(200)).toBe('undeclared');
});
