import { h } from 'preact';
import type { TrailStep } from '../../check/TrailStep.ts';
import { trailMessage } from '../../check/words/trailMessage.ts';
import { native } from '../../kernel/values.ts';
import { shortened } from '../parts/figures.ts';
import { useFormat } from '../reader/useFormat.ts';
import { useReader } from '../reader/useReader.ts';
import { useMoney } from '../service/useMoney.ts';
import { checkTexts } from './checkTexts.ts';

/** The findings of a check, in order. */
export function Trail({ steps }: { steps: readonly TrailStep[] }) {
  const { say } = useReader();
  return h(
    'details',
    { class: 'trail' },
    h('summary', null, say('page.answer-trail')),
    h(
      'ol',
      null,
      steps.map((step, at) => h(Step, { key: at, step })),
    ),
  );
}

function Step({ step }: { step: TrailStep }) {
  const format = useFormat(checkTexts);
  const money = useMoney('currency' in step.values ? step.values.currency : native);
  return h('li', { 'data-then': step.then }, shortened(format(trailMessage(step, money))));
}
