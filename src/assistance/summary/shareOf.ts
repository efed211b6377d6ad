import type { AssistanceStep } from '../record/AssistanceStep.ts';
import { isPersonsContent, mostOutputOf, outputOf } from './outputOf.ts';
import type { ShareClass } from './Summary.ts';

/** How much of a work AI made, by the rule of `shareClasses`. */
export function shareOf(steps: readonly AssistanceStep[]): ShareClass {
  const output = mostOutputOf(steps);
  if (output === 'none') return 'none';
  if (output !== 'generated') return 'assisted';
  if (steps.some(isPersonsContent)) return 'combined';
  const generating = steps.filter((step) => outputOf(step) === 'generated');
  const watched = generating.some(({ humanOversight }) => humanOversight !== 'fully_autonomous');
  return watched ? 'generated' : 'autonomous';
}
