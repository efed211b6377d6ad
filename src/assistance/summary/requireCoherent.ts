import { canonicalJson } from '../../kernel/json/canonicalJson.ts';
import { madeWithAi } from '../../work/digitalSourceTypes.ts';
import { toSourceCode } from '../record/AssistanceStep.ts';
import { chineseLabels } from './chineseLabels.ts';
import { refuseConflict } from '../../kernel/Contradiction.ts';
import type { Output } from './deriveOutput.ts';
import type { ShareClass, Summary } from './Summary.ts';
import { message, type Message } from '../../messages/Message.ts';

/** What AI can have done to the content, by its share. */
const outputsByShare: Record<ShareClass, readonly Output[]> = {
  none: ['none'],
  assisted: ['suggested', 'altered'],
  combined: ['generated'],
  generated: ['generated'],
  autonomous: ['generated'],
};

/**
 * Refuses a summary that contradicts itself, where the steps behind it are withheld: whether they come to it is seen
 * when they are disclosed.
 *
 * @throws LedgerError `assistance-conflict`.
 */
export function requireCoherent(summary: Summary): void {
  const { share, labels } = summary;
  const code = toSourceCode(summary);
  if (code === 'trainedAlgorithmicMedia' && share !== 'generated' && share !== 'autonomous') {
    throw clash(
      'summary.share',
      share,
      'summary.digitalSourceType',
      code,
      message('errors.rule-all-content'),
    );
  }
  if ((share === 'generated' || share === 'autonomous') && !madeWithAi(code) && !open.includes(code)) {
    throw clash('summary.share', share, 'summary.digitalSourceType', code, message('errors.rule-ai-alone'));
  }
  const possible = outputsByShare[share].map((output) => canonicalJson(chineseLabels(output)));
  if (!possible.includes(canonicalJson(labels.slice(0, 3)))) {
    throw clash('summary.share', share, 'summary.labels', labels.slice(0, 3), message('errors.rule-labels'));
  }
}

/** Types whose elements may or may not be generated. */
const open: readonly string[] = ['composite', 'virtualRecording'];

function clash(field: string, says: unknown, other: string, saysOther: unknown, rule: Message<'errors'>) {
  return refuseConflict({
    statements: [
      { step: null, field, says },
      { step: null, field: other, says: saysOther },
    ],
    rule,
  });
}
