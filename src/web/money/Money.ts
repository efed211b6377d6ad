import { h } from 'preact';
import { wholeBps } from '../../kernel/values.ts';
import { shareText } from '../../kernel/values.ts';
import { Amount } from '../parts/Amount.ts';
import { Account } from '../dossier/Account.ts';
import { Payment } from './Payment.ts';
import type { Dossier } from '../dossier/readDossier.ts';
import { WorkLink } from '../dossier/WorkLink.ts';

/** Who shares in the work's income, and where every payment to it went. */
export function Money({ dossier }: { dossier: Dossier }) {
  const { payments, upstreamIncome, held } = dossier.trace;
  const waiting = held.filter(({ amount }) => amount > 0n);
  return h(
    'section',
    { class: 'money' },
    h('h2', null, 'Money'),
    h(Split, { dossier }),
    h('h3', null, 'Payments'),
    payments.length === 0 && h('p', { class: 'soft' }, 'Nobody has paid this work yet.'),
    h(
      'ol',
      { class: 'payments' },
      payments.map((payment, place) => h(Payment, { key: place, payment, dossier })),
    ),
    upstreamIncome.length > 0 && h('h3', null, 'From works made from it'),
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
    waiting.length > 0 && h('h3', null, 'Held in the work until somebody settles it'),
    h(
      'ul',
      { class: 'lines' },
      waiting.map(({ currency, amount }) =>
        h('li', { key: currency }, h('span', null, 'Held'), h(Amount, { amount, currency })),
      ),
    ),
  );
}

/** What each receives of all that comes in: sources first, then payees of what they leave. */
function Split({ dossier }: { dossier: Dossier }) {
  const { sources, inherited, payees } = dossier.trace.shares;
  const upstream = [...sources, ...inherited].filter(({ shareBps }) => shareBps > 0);
  const { registrant } = dossier.work;
  const own = payees.length === 0 ? [{ account: registrant, shareBps: wholeBps }] : payees;
  return h(
    'ul',
    { class: 'lines split' },
    upstream.map(({ workId, shareBps }, place) =>
      h(
        'li',
        { key: place },
        h('span', null, 'To ', h(WorkLink, { workId, dossier })),
        h('span', { class: 'share' }, `${shareText(shareBps)} of all`),
      ),
    ),
    own.map(({ account, shareBps }) =>
      h(
        'li',
        { key: account },
        h('span', null, 'To ', h(Account, { account, names: dossier.names, what: 'payee' })),
        h(
          'span',
          { class: 'share' },
          `${shareText(shareBps)} ${upstream.length === 0 ? 'of all' : 'of the rest'}`,
        ),
      ),
    ),
  );
}
