import { h } from 'preact';
import { toSourceCode } from '../../assistance/record/AssistanceStep.ts';
import type { LabelDuty, Summary } from '../../assistance/summary/Summary.ts';
import { dutyWords, labelReasonWords, requiredWords, shareWords } from '../assistanceWords.ts';
import { spaced } from '../words.ts';

/** What the steps come to: who made the content, and which labels the laws ask for. */
export function AssistanceSummary({ summary }: { summary: Summary }) {
  return h(
    'div',
    { class: 'sum', 'data-share': summary.share },
    h(
      'p',
      null,
      shareWords[summary.share],
      ' ',
      h('a', { href: summary.digitalSourceType, rel: 'external' }, `IPTC: ${spaced(toSourceCode(summary))}`),
    ),
    h(
      'details',
      null,
      h('summary', null, 'Labels the laws ask for'),
      h(
        'dl',
        { class: 'duties' },
        summary.labels.map((label) => h(Duty, { key: label.duty, label })),
      ),
    ),
  );
}

function Duty({ label: { duty, required, reason, clauses } }: { label: LabelDuty }) {
  return h(
    'div',
    { 'data-duty': duty, 'data-required': required },
    h('dt', null, dutyWords[duty]),
    h(
      'dd',
      null,
      `${requiredWords[required]}: ${labelReasonWords[reason]}. `,
      h('span', { class: 'soft' }, clauses.join('; ')),
    ),
  );
}
