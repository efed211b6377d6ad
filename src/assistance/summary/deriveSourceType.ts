import type { DigitalSourceCode } from '../../work/digitalSourceTypes.ts';
import { toSourceCode, type AssistanceStep } from '../record/AssistanceStep.ts';
import { isPersonsContent, deriveOutput } from './deriveOutput.ts';

/**
 * The one digital source type that says the most about how much of a work AI made, derived from its steps.
 *
 * 1. Trained AI made content, and no person drew, coloured or changed anything: `trainedAlgorithmicMedia`.
 * 2. Trained AI made content, and a person worked on it: `compositeWithTrainedAlgorithmicMedia`.
 * 3. Other algorithms made content: the type of the last that did if alone, else `compositeSynthetic`.
 * 4. Algorithms only improved what was there: `algorithmicallyEnhanced`.
 * 5. Nothing of the kind: the type of the last step in which AI made content if it alone did, else of the last step,
 *    which is what the file shows.
 *
 * Having an idea is no content, so a step of stage `idea` by a person does not count, unless there is nothing else.
 *
 * @example
 * sourceTypeOf([{ actor: 'ai', digitalSourceType: '…/trainedAlgorithmicMedia', … }]) // 'trainedAlgorithmicMedia'
 */
export function deriveSourceType(steps: readonly AssistanceStep[]): DigitalSourceCode {
  const codes = steps.map(toSourceCode);
  const last = (...wanted: DigitalSourceCode[]) => codes.findLast((code) => wanted.includes(code));
  const byPerson = steps.some(isPersonsContent);

  if (last('trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia') !== undefined) {
    return byPerson ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia';
  }
  const algorithmic = last('algorithmicMedia', 'compositeSynthetic', 'dataDrivenMedia');
  if (algorithmic !== undefined) return byPerson ? 'compositeSynthetic' : algorithmic;
  const generated = byPerson ? undefined : steps.findLast((step) => deriveOutput(step) === 'generated');
  const made = steps.findLast(({ actor, stage }) => actor !== 'person' || stage !== 'idea');
  const shown = generated ?? made ?? steps.at(-1);
  return last('algorithmicallyEnhanced') ?? (shown === undefined ? 'digitalCreation' : toSourceCode(shown));
}
