import { iptcBase } from '../../work/digitalSourceTypes.ts';
import type { Declaration } from '../record/Declaration.ts';
import { chineseLabels } from './chineseLabels.ts';
import { europeanLabels } from './europeanLabels.ts';
import { deriveMostOutput } from './deriveOutput.ts';
import { toShare } from './toShare.ts';
import { deriveSourceType } from './deriveSourceType.ts';
import { rulesVersion, type Summary } from './Summary.ts';

/**
 * What AI did for a work, in sum: derived from what was stated of its making, never chosen.
 *
 * @example
 * summarise({ steps: [{ actor: 'ai', … }], depiction: null })
 * // { digitalSourceType: '…/trainedAlgorithmicMedia', share: 'generated', labels: [{ duty: 'cnExplicitLabel', required: 'yes', … }, …] }
 */
export function summarise(making: Pick<Declaration, 'steps' | 'depiction'>): Summary {
  const { steps } = making;
  return {
    rules: rulesVersion,
    digitalSourceType: `${iptcBase}${deriveSourceType(steps)}`,
    share: toShare(steps),
    labels: [...chineseLabels(deriveMostOutput(steps)), ...europeanLabels(making)],
  };
}
