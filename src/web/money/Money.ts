import { h } from 'preact';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';
import { Amount } from '../parts/Amount.ts';
import { useReader } from '../reader/useReader.ts';
import { Payment } from './Payment.ts';
import { Split } from './Split.ts';

/** Who shares in the work's income, and where every payment to it went. */
export function Money({ dossier }: { dossier: Dossier }) {
  const { say } = useReader();
  const { payments, upstreamIncome, held } = dossier.trace;
  const waiting = held.filter(({ amount }) => amount > 0n);
  return h(
    'section',
    { class: 'money' },
    h('h2', null, say('page.money')),
    h(Split, { dossier }),
    h('h3', null, say('page.payments')),
    payments.length === 0 && h('p', { class: 'soft' }, say('page.payments-none')),
    h(
      'ol',
      { class: 'payments' },
      payments.map((payment, place) => h(Payment, { key: place, payment, dossier })),
    ),
    upstreamIncome.length > 0 && h('h3', null, say('page.upstream')),
    h(
      'ul',
      { class: 'lines' },
      upstreamIncome.map(({ fromWorkId, currency, amount }, place) =>
        h(
          'li',
          { key: place },
          h('span', null, h(WorkLink, { workId: fromWorkId, dossier })),
          h(Amount, { amount, currency }),
        ),
      ),
    ),
    waiting.length > 0 && h('h3', null, say('page.held')),
    h(
      'ul',
      { class: 'lines' },
      waiting.map(({ currency, amount }) =>
        h('li', { key: currency }, h('span', null, say('page.held-here')), h(Amount, { amount, currency })),
      ),
    ),
  );
}
