import { h } from 'preact';
import { toSourceCode } from '../../assistance/record/AssistanceStep.ts';
import type { LabelDuty, Summary } from '../../assistance/summary/Summary.ts';
import { useReader } from '../reader/useReader.ts';

/** What the steps come to: who made the content, and which labels the law requires. */
export function AssistanceSummary({ summary }: { summary: Summary }) {
  const { say } = useReader();
  const type = say(`names.source-${toSourceCode(summary)}`);
  return h(
    'div',
    { class: 'sum', 'data-share': summary.share },
    h(
      'p',
      null,
      say(`assistance.share-${summary.share}`),
      ' ',
      h('a', { href: summary.digitalSourceType, rel: 'external' }, say('page.iptc', { type })),
    ),
    h(
      'details',
      null,
      h('summary', null, say('page.assistance-labels')),
      h(
        'dl',
        { class: 'duties' },
        summary.labels.map((label) => h(Duty, { key: label.duty, label })),
      ),
    ),
  );
}

function Duty({ label: { duty, required, reason, clauses } }: { label: LabelDuty }) {
  const { say } = useReader();
  return h(
    'div',
    { 'data-duty': duty, 'data-required': required },
    h('dt', null, say(`assistance.duty-${duty}`)),
    h(
      'dd',
      null,
      say('page.assistance-label', {
        required: say(`assistance.required-${required}`),
        reason: say(`assistance.reason-${reason}`),
      }),
      ' ',
      h('span', { class: 'soft' }, clauses.join('; ')),
    ),
  );
}
