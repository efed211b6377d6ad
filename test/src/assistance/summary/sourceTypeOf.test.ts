import { expect, it } from 'vitest';
import { sourceTypeOf } from '../../../../src/assistance/summary/sourceTypeOf.ts';
import { AiSummary, summaryFromByte, summaryToByte } from '../../../../src/work/digitalSourceTypes.ts';
import { stepOf } from '../../../support/steps.ts';

it.each([
  ['AI alone', [stepOf('ai', 'trainedAlgorithmicMedia')], 'trainedAlgorithmicMedia'],
  [
    'a person’s idea and AI',
    [stepOf('person', 'digitalCreation', { stage: 'idea' }), stepOf('ai', 'trainedAlgorithmicMedia')],
    'trainedAlgorithmicMedia',
  ],
  [
    'AI and a person’s line',
    [stepOf('ai', 'trainedAlgorithmicMedia'), stepOf('person', 'humanEdits')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  [
    'a person with AI',
    [stepOf('both', 'compositeWithTrainedAlgorithmicMedia')],
    'compositeWithTrainedAlgorithmicMedia',
  ],
  ['an algorithm alone', [stepOf('ai', 'algorithmicMedia')], 'algorithmicMedia'],
  ['data that an algorithm drew alone', [stepOf('ai', 'dataDrivenMedia')], 'dataDrivenMedia'],
  ['an algorithm that a person wrote', [stepOf('person', 'algorithmicMedia')], 'algorithmicMedia'],
  [
    'an algorithm and a person',
    [stepOf('ai', 'algorithmicMedia'), stepOf('person', 'humanEdits')],
    'compositeSynthetic',
  ],
  [
    'an algorithm that only improves',
    [stepOf('person', 'digitalCreation'), stepOf('ai', 'algorithmicallyEnhanced')],
    'algorithmicallyEnhanced',
  ],
  [
    'a photograph that a person edited',
    [stepOf('person', 'digitalCapture'), stepOf('person', 'humanEdits')],
    'humanEdits',
  ],
] as const)('%s is summed up by rule', (_, steps, type) => {
  expect(sourceTypeOf(steps)).toBe(type);
});

it('every summary comes back from the token’s byte', () => {
  for (const summary of AiSummary.options) expect(summaryFromByte(summaryToByte(summary))).toBe(summary);
  expect(summaryFromByte(200)).toBe('undeclared');
});
