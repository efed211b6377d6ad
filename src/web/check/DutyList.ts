import { h } from 'preact';
import type { Duty } from '../../check/duties/Duty.ts';
import { dutyMessage } from '../../check/words/dutyMessage.ts';
import { native } from '../../kernel/values.ts';
import { shortened } from '../parts/figures.ts';
import { useFormat } from '../reader/useFormat.ts';
import { useReader } from '../reader/useReader.ts';
import { useMoney } from '../service/useMoney.ts';
import { checkTexts } from './checkTexts.ts';

/** What has to be done for a use to stay permitted. */
export function DutyList({ duties }: { duties: readonly Duty[] }) {
  const { say } = useReader();
  return h(
    'div',
    null,
    h('p', { class: 'soft' }, say('page.answer-duties')),
    h(
      'ul',
      null,
      duties.map((duty) => h(OneDuty, { key: `${duty.duty}${duty.workId}`, duty })),
    ),
  );
}

function OneDuty({ duty }: { duty: Duty }) {
  const format = useFormat(checkTexts);
  const money = useMoney(duty.currency ?? native);
  return h('li', { 'data-duty': duty.duty }, shortened(format(dutyMessage(duty, money))));
}
