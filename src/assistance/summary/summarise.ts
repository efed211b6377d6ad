import { iptcBase } from '../../work/digitalSourceTypes.ts';
import type { Declaration } from '../record/Declaration.ts';
import { chineseLabels } from './chineseLabels.ts';
import { europeanLabels } from './europeanLabels.ts';
import { mostOutputOf } from './outputOf.ts';
import { shareOf } from './shareOf.ts';
import { sourceTypeOf } from './sourceTypeOf.ts';
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
    digitalSourceType: `${iptcBase}${sourceTypeOf(steps)}`,
    share: shareOf(steps),
    labels: [...chineseLabels(mostOutputOf(steps)), ...europeanLabels(making)],
  };
}
