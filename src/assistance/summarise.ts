import type { DigitalSourceCode } from '../work/digitalSourceTypes.ts';
import { sourceCodeOf, type AssistanceStep } from './AssistanceStep.ts';

/**
 * The one digital source type that says the most about how much of a work AI made, derived from its steps.
 *
 * 1. Trained AI made content, and no person drew, coloured or changed anything: `trainedAlgorithmicMedia`.
 * 2. Trained AI made content, and a person worked on it: `compositeWithTrainedAlgorithmicMedia`.
 * 3. Other algorithms made content: `algorithmicMedia` if alone, else `compositeSynthetic`.
 * 4. Algorithms only improved what was there: `algorithmicallyEnhanced`.
 * 5. Nothing of the kind: the type of the last step, which is what the file shows.
 *
 * Having an idea is no content, so a step of stage `idea` by a person does not count for rules 1 to 3.
 *
 * @example
 * summarise([{ actor: 'ai', digitalSourceType: '…/trainedAlgorithmicMedia', … }]) // 'trainedAlgorithmicMedia'
 */
export function summarise(steps: readonly AssistanceStep[]): DigitalSourceCode {
  const codes = steps.map(sourceCodeOf);
  const has = (...wanted: DigitalSourceCode[]) => codes.some((code) => wanted.includes(code));
  const personMadeContent = steps.some(({ actor, stage }) => actor !== 'ai' && stage !== 'idea');

  if (has('trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia')) {
    return personMadeContent ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
  }
  if (has('algorithmicMedia', 'compositeSynthetic', 'dataDrivenMedia')) {
    return personMadeContent ? 'compositeSynthetic' : 'algorithmicMedia';
  }
  if (has('algorithmicallyEnhanced')) return 'algorithmicallyEnhanced';
  return codes.at(-1) ?? 'digitalCreation';
}
