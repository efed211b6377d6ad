import type { DigitalSourceCode } from '../../work/digitalSourceTypes.ts';
import { toSourceCode, type AssistanceStep } from '../record/AssistanceStep.ts';

/** What AI did to a work's content, from least to most. */
export const outputs = ['none', 'suggested', 'altered', 'generated'] as const;
export type Output = (typeof outputs)[number];

/** What becomes of the content in a step of this type, if AI takes part in it (IPTC's definitions). */
const outputByType: Record<DigitalSourceCode, Output> = {
  digitalCreation: 'suggested',
  digitalCapture: 'suggested',
  computationalCapture: 'altered',
  negativeFilm: 'suggested',
  positiveFilm: 'suggested',
  print: 'suggested',
  screenCapture: 'suggested',
  virtualRecording: 'generated',
  humanEdits: 'suggested',
  // Elements of it may or may not be generated; who does not say which has to count with it.
  composite: 'generated',
  compositeCapture: 'altered',
  compositeSynthetic: 'generated',
  compositeWithTrainedAlgorithmicMedia: 'generated',
  trainedAlgorithmicMedia: 'generated',
  algorithmicallyEnhanced: 'altered',
  algorithmicMedia: 'generated',
  dataDrivenMedia: 'generated',
};

/** What AI did to the content in one step. */
export function deriveOutput(step: AssistanceStep): Output {
  return step.actor === 'person' ? 'none' : outputByType[toSourceCode(step)];
}

/** The most that AI did in any of the steps. */
export function deriveMostOutput(steps: readonly AssistanceStep[]): Output {
  const most = Math.max(...steps.map((step) => outputs.indexOf(deriveOutput(step))), 0);
  return outputs[most] ?? 'none';
}

/**
 * Whether a person made or changed content in a step. Having an idea is no content, and content that a person's
 * algorithm makes is the algorithm's.
 */
export function isPersonsContent({ actor, stage, ...step }: AssistanceStep): boolean {
  if (actor === 'ai' || stage === 'idea') return false;
  return actor === 'both' || !['algorithmicMedia', 'dataDrivenMedia'].includes(toSourceCode(step));
}
