import type { AssistanceStep } from '../record/AssistanceStep.ts';
import { isPersonsContent, deriveMostOutput, deriveOutput } from './deriveOutput.ts';
import type { ShareClass } from './Summary.ts';

/** How much of a work AI made, by the rule of `shareClasses`. */
export function toShare(steps: readonly AssistanceStep[]): ShareClass {
  const output = deriveMostOutput(steps);
  if (output === 'none') return 'none';
  if (output !== 'generated') return 'assisted';
  if (steps.some(isPersonsContent)) return 'combined';
  const generating = steps.filter((step) => deriveOutput(step) === 'generated');
  const watched = generating.some(({ humanOversight }) => humanOversight !== 'fully_autonomous');
  return watched ? 'generated' : 'autonomous';
}
